using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>A patient of an export.</summary>
/// <param name="Record">What is known.</param>
/// <param name="Id">SUBJID.</param>
/// <param name="UniqueId">USUBJID.</param>
/// <param name="Arm">Name of the arm.</param>
/// <param name="ArmNumber">Number of the arm, from 1, control arms first.</param>
/// <param name="FirstTreatment">First day of any treatment; never for none.</param>
/// <param name="LastTreatment">Last day of any treatment known by the look; never for none.</param>
/// <param name="Covariates">A cell for each covariate.</param>
internal sealed record AdamSubject(
    KnownRecord Record,
    string Id,
    string UniqueId,
    string Arm,
    int ArmNumber,
    PatientDay FirstTreatment,
    PatientDay LastTreatment,
    ImmutableArray<string> Covariates)
{
    /// <summary>The patient of a record.</summary>
    public static AdamSubject Of(AdamStudy study, KnownRecord record)
    {
        string id = Padded(record.Patient + 1, study.Trial.Design.MaxPatients);
        ImmutableArray<AdamExposure> exposures = [.. AdamExposure.Of(study, record)];
        AdamExposure[] given = [.. exposures.Where(exposure => exposure.IsGiven)];
        return new AdamSubject(
            record,
            id,
            $"{study.Trial.Name}-{id}",
            study.Trial.Design.Arms[record.Arm].Name,
            study.ArmNumbers[record.Arm],
            given.Length == 0 ? PatientDay.Never : new PatientDay(given.Min(exposure => exposure.From.Value)),
            given.Length == 0 ? PatientDay.Never : new PatientDay(given.Max(exposure => Math.Min(exposure.To.Value, record.LastDay.Value))),
            [.. study.Trial.Truth.Covariates.Select((covariate, index) => ValueOf(covariate, record.Covariates[index]))])
        {
            Site = Padded(record.Site + 1, study.Trial.Truth.Sites.Count),
        };
    }

    /// <summary>SITEID: the number of the site, from 1; of no meaning without sites.</summary>
    public string Site { get; init; } = "";

    /// <summary>The cause of the fatal event, as known; empty where none is simulated.</summary>
    public string CauseOfDeath(AdamStudy study)
    {
        foreach (CourseEntry entry in Record.Course)
        {
            if (entry.Kind == CourseEntryKind.Cause && study.Trial.Truth.Events[entry.Subject].Ending == CourseEnding.Fatal)
            {
                return AdamLabels.CauseOf(study.Trial, entry);
            }
        }

        return "";
    }

    // With as many digits as the largest number has, so that the order of the text is that of the number.
    private static string Padded(int number, int largest) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(largest.ToString(CultureInfo.InvariantCulture).Length, '0');

    private static string ValueOf(Covariate covariate, double value) => covariate.Distribution is CategoricalDistribution categorical
        ? categorical.Levels[(int)value]
        : Cell.Of(value).ToString();
}
