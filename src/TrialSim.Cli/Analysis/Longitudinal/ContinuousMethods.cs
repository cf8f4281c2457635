namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>The methods for a number of each patient.</summary>
internal static class ContinuousMethods
{
    /// <summary>The methods, in the order in which they are applied.</summary>
    public static IReadOnlyList<AnalysisMethod> All { get; } =
    [
        Of("means", MeansMethod.Run, _ => ""),
        Of("t_test", TTestMethod.Run, _ => "") with { Arms = 2 },
        Of("wilcoxon", WilcoxonMethod.Run, _ => "") with { Arms = 2 },
        Of("anova", AncovaMethod.RunWithoutCovariates, _ => "") with { Arms = 3 },
        Of("ancova", AncovaMethod.Run, data => data.Endpoint.Baseline.Length == 0 && data.Covariates.Count == 0 ? "needs --baseline or --covariates" : "") with { Arms = 2 },
    ];

    private static AnalysisMethod Of(string name, Func<ContinuousData, MethodOutput> run, Func<ContinuousData, string> requirement) =>
        AnalysisMethod.Of(name, AnalysisShape.Continuous, run, requirement);
}
