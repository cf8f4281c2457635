namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Numbers of patients as an analysis sees them.</summary>
/// <param name="Cohort">Arms, strata and covariates.</param>
/// <param name="Endpoint">What was asked for.</param>
/// <param name="Rows">Numbers of the rows whose value and arm are known.</param>
/// <param name="Values">Value of every row of the file.</param>
/// <param name="Baselines">Baseline of every row of the file, <see cref="double.NaN"/> where it is missing; empty without a column.</param>
/// <param name="Description">What was read and understood, a sentence each.</param>
internal sealed record ContinuousData(
    Cohort Cohort,
    ContinuousEndpoint Endpoint,
    IReadOnlyList<int> Rows,
    double[] Values,
    double[] Baselines,
    IReadOnlyList<string> Description) : AnalysisData(Cohort, Description)
{
    /// <summary>What is analysed: the value, and where there is a baseline the change from it.</summary>
    public IReadOnlyList<(string Name, Func<int, double> Of)> Variables => Baselines.Length == 0
        ? [("value", row => Values[row])]
        : [("value", row => Values[row]), ("change", row => Values[row] - Baselines[row])];

    /// <summary>The known values of a variable in an arm.</summary>
    public double[] In(int arm, Func<int, double> variable) =>
        [.. Rows.Where(row => Cohort.ArmOfRow[row] == arm).Select(variable).Where(value => !double.IsNaN(value))];
}
