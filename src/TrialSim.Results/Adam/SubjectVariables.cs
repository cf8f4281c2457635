using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Truth;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>The variables of the patient that every dataset begins and ends with.</summary>
internal static class SubjectVariables
{
    /// <summary>Unit of a column that holds dates.</summary>
    public const string Date = "ISO 8601 date";

    /// <summary>Who it is.</summary>
    public static ImmutableArray<Column<TRow>> Identifiers<TRow>(AdamStudy study, Func<TRow, AdamSubject> subject) =>
    [
        new("STUDYID", ColumnType.Text, "", "Study Identifier", _ => study.Trial.Name),
        new("USUBJID", ColumnType.Text, "", "Unique Subject Identifier", row => subject(row).UniqueId),
        new("SUBJID", ColumnType.Text, "", "Subject Identifier for the Study", row => subject(row).Id),
        .. study.Trial.Truth.Sites.Count == 0
            ? Enumerable.Empty<Column<TRow>>()
            : [new Column<TRow>("SITEID", ColumnType.Text, "", "Study Site Identifier", row => subject(row).Site)],
    ];

    /// <summary>Which treatment was planned and given, as each row of an analysis dataset has it.</summary>
    public static ImmutableArray<Column<TRow>> Treatment<TRow>(AdamStudy study, Func<TRow, AdamSubject> subject) =>
    [
        new("TRTP", ColumnType.Text, "", "Planned Treatment", row => subject(row).Arm),
        new("TRTPN", ColumnType.WholeNumber, "control arms first", "Planned Treatment (N)", row => Number(subject(row).ArmNumber)),
        .. OfPeriod(study, subject),
    ];

    /// <summary>The same of the trial's only period.</summary>
    public static ImmutableArray<Column<TRow>> OfPeriod<TRow>(AdamStudy study, Func<TRow, AdamSubject> subject) =>
    [
        new("TRT01P", ColumnType.Text, "", "Planned Treatment for Period 01", row => subject(row).Arm),
        new("TRT01PN", ColumnType.WholeNumber, "control arms first", "Planned Treatment for Period 01 (N)", row => Number(subject(row).ArmNumber)),
        new("TRT01A", ColumnType.Text, "empty where nothing was given", "Actual Treatment for Period 01", row => IsTreated(study, subject(row)) ? subject(row).Arm : ""),
        new("TRT01AN", ColumnType.WholeNumber, "empty where nothing was given", "Actual Treatment for Period 01 (N)",
            row => IsTreated(study, subject(row)) ? Number(subject(row).ArmNumber) : ""),
    ];

    /// <summary>Baseline covariates.</summary>
    public static ImmutableArray<Column<TRow>> Covariates<TRow>(AdamStudy study, Func<TRow, AdamSubject> subject) =>
    [
        .. study.Trial.Truth.Covariates.Select((covariate, index) => new Column<TRow>(
            study.Covariates[index],
            covariate.Distribution is CategoricalDistribution ? ColumnType.Text : ColumnType.Number,
            covariate.Distribution is CategoricalDistribution categorical ? string.Join(", ", categorical.Levels) : "",
            $"Baseline {covariate.Name}",
            row => subject(row).Covariates[index])),
    ];

    /// <summary>Whether anything was given; where a scenario has no treatments, to everybody.</summary>
    public static bool IsTreated(AdamStudy study, AdamSubject subject) =>
        study.Trial.Design.Protocol.Treatments.IsEmpty || subject.FirstTreatment < Model.Time.PatientDay.Never;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
