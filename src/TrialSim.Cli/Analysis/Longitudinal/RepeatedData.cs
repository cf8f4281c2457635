namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Numbers of patients at visits as an analysis sees them.</summary>
/// <param name="Cohort">Arms, strata and covariates.</param>
/// <param name="Endpoint">What was asked for.</param>
/// <param name="Visits">Names of the visits, in order.</param>
/// <param name="Rows">Numbers of the rows whose value, visit, patient and arm are known.</param>
/// <param name="Values">Value of every row of the file.</param>
/// <param name="Baselines">Baseline of every row of the file, <see cref="double.NaN"/> where it is missing; empty without a column.</param>
/// <param name="VisitOfRow">Number of the visit of every row of the file.</param>
/// <param name="PatientOfRow">Number of the patient of every row of the file.</param>
/// <param name="Description">What was read and understood, a sentence each.</param>
internal sealed record RepeatedData(
    Cohort Cohort,
    RepeatedEndpoint Endpoint,
    IReadOnlyList<string> Visits,
    IReadOnlyList<int> Rows,
    double[] Values,
    double[] Baselines,
    IReadOnlyList<int> VisitOfRow,
    IReadOnlyList<int> PatientOfRow,
    IReadOnlyList<string> Description) : AnalysisData(Cohort, Description)
{
    /// <summary>The known values of an arm at a visit.</summary>
    public double[] At(int visit, int arm) =>
        [.. Rows.Where(row => VisitOfRow[row] == visit && Cohort.ArmOfRow[row] == arm).Select(row => Values[row])];
}
