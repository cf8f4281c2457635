using TrialSim.Engine.Patients;

namespace TrialSim.Results.Courses;

/// <summary>Reads off a patient's course when a drug was taken, held and interrupted, and at which dose.</summary>
public static class DrugSpells
{
    /// <summary>The spells in the order of time, without gaps between the first dose and the end.</summary>
    /// <param name="course">The patient's course, in the order of time.</param>
    /// <param name="drug">Index of the treatment.</param>
    /// <param name="fullDoseMgPerDay">Its dose at the start; null for a drug without doses.</param>
    /// <param name="untilDays">Days since randomisation after which nothing is read.</param>
    public static IReadOnlyList<DrugSpell> Of(IReadOnlyList<CourseEntry> course, int drug, double? fullDoseMgPerDay, double untilDays)
    {
        List<DrugSpell> spells = [];
        DrugSpell? open = null;
        double? dose = fullDoseMgPerDay;
        foreach (CourseEntry entry in course.Where(entry => entry.Subject == drug && entry.Day <= untilDays && IsOfDrug(entry.Kind)))
        {
            if (entry.Kind == CourseEntryKind.DoseReduced)
            {
                dose = entry.Value;
            }

            bool isEnd = entry.Kind == CourseEntryKind.TreatmentEnded;
            Close(spells, open, entry.Day, isEnd);
            open = isEnd ? null : entry.Kind switch
            {
                CourseEntryKind.DrugStarted => new DrugSpell(entry.Day, entry.Day, DrugStatus.Taken, dose, false),
                CourseEntryKind.DrugHeld => new DrugSpell(entry.Day, entry.Day, DrugStatus.Held, dose, false),
                CourseEntryKind.DrugInterrupted => new DrugSpell(entry.Day, entry.Day, DrugStatus.Interrupted, dose, false),
                _ => open is DrugSpell same ? same with { FromDays = entry.Day, DoseMgPerDay = dose } : null, // A dose reduced before it is taken again.
            };
        }

        Close(spells, open, untilDays, isEnd: false);
        return spells;
    }

    private static bool IsOfDrug(CourseEntryKind kind) =>
        kind is CourseEntryKind.DrugStarted or CourseEntryKind.DrugHeld or CourseEntryKind.DrugInterrupted or CourseEntryKind.DoseReduced or CourseEntryKind.TreatmentEnded;

    private static void Close(List<DrugSpell> spells, DrugSpell? open, double day, bool isEnd)
    {
        if (open is DrugSpell spell && (day > spell.FromDays || isEnd))
        {
            spells.Add(spell with { ToDays = day, IsLast = isEnd });
        }
    }
}
