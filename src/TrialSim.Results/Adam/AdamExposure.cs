using System.Globalization;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Results.Courses;

namespace TrialSim.Results.Adam;

/// <summary>A session of a procedure, or a stretch of days on or off a drug.</summary>
/// <param name="Treatment">Name of the treatment.</param>
/// <param name="IsProcedure">Whether it is a session.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; never for what goes on at the look.</param>
/// <param name="Days">How long it has lasted; 0 for a session.</param>
/// <param name="DoseMgPerDay">Dose taken, 0 where the drug is not taken; null where there are no doses.</param>
/// <param name="Adjustment">Why the drug is not taken, or taken at a lower dose; may be empty.</param>
/// <param name="Number">Number of the session; 0 for a drug.</param>
/// <param name="IsGiven">Whether anything is given.</param>
internal sealed record AdamExposure(
    string Treatment, bool IsProcedure, PatientDay From, PatientDay To, double Days, double? DoseMgPerDay, string Adjustment, int Number, bool IsGiven)
{
    /// <summary>All of a patient, in the order of treatments and time.</summary>
    public static IEnumerable<AdamExposure> Of(AdamStudy study, KnownRecord record)
    {
        for (int index = 0; index < study.Trial.Design.Protocol.Treatments.Length; index++)
        {
            Treatment treatment = study.Trial.Design.Protocol.Treatments[index];
            foreach (CourseEntry session in record.Course.Where(entry => entry.Kind == CourseEntryKind.Session && entry.Subject == index))
            {
                yield return new AdamExposure(treatment.Name, true, new(session.Day), new(session.Day), 0, null, "", session.Number, true);
            }

            double? full = DrugDose.FullMgPerDay(treatment);
            foreach (DrugSpell spell in treatment is Drug ? DrugSpells.Of(record.Course, index, full, record.LastDay.Value) : [])
            {
                bool isTaken = spell.Status == DrugStatus.Taken;
                bool goesOn = !spell.IsLast && spell.ToDays >= record.LastDay.Value && record.DeathDay == PatientDay.Never;
                yield return new AdamExposure(
                    treatment.Name,
                    false,
                    new(spell.FromDays),
                    goesOn ? PatientDay.Never : new(spell.ToDays),
                    spell.ToDays - spell.FromDays,
                    isTaken ? spell.DoseMgPerDay : 0.0,
                    spell.Status switch
                    {
                        DrugStatus.Held => "HELD FOR PROCEDURE",
                        DrugStatus.Interrupted => "INTERRUPTED",
                        _ => spell.DoseMgPerDay < full ? "DOSE REDUCED" : "",
                    },
                    0,
                    isTaken);
            }
        }
    }

    /// <summary>The dose as a cell.</summary>
    public string DoseText => DoseMgPerDay is double mg ? mg.ToString("R", CultureInfo.InvariantCulture) : "";
}
