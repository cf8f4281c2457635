namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>The methods for interval-censored times.</summary>
internal static class IntervalMethods
{
    /// <summary>The methods, in the order in which they are applied.</summary>
    public static IReadOnlyList<AnalysisMethod> All { get; } =
    [
        Of("turnbull", TurnbullMethod.Run),
        Of("interval_log_rank", IntervalLogRankMethod.Run) with { Arms = 2 },
        Of("interval_parametric", IntervalParametricMethod.Run) with { IsUsual = false },
    ];

    private static AnalysisMethod Of(string name, Func<IntervalData, MethodOutput> run) => AnalysisMethod.Of(name, AnalysisShape.IntervalCensored, run, _ => "");
}
