namespace TrialSim.Cli.Analysis.Survival;

/// <summary>The methods for times to an event.</summary>
internal static class SurvivalMethods
{
    /// <summary>The methods, in the order in which they are applied.</summary>
    public static IReadOnlyList<AnalysisMethod> All { get; } =
    [
        Of("km", KaplanMeierMethod.Run),
        Of("nelson_aalen", NelsonAalenMethod.Run) with { IsUsual = false },
        Of("rmst", RestrictedMeanMethod.Run, data => data.Endpoint.Tau is null ? "needs a horizon. Add --tau <time>" : ""),
        Of("log_rank", LogRankMethod.Run) with { Arms = 2 },
        Of("trend", TrendMethod.Run) with { Arms = 3, IsUsual = false },
        Of("max_combo", MaxComboMethod.Run) with { Arms = 2, IsUsual = false },
        Of("cox", CoxMethod.Run, Terms),
        Of("parametric", ParametricMethod.Run) with { IsUsual = false },
        Of("one_sample_log_rank", OneSampleMethod.Run, data => data.Endpoint.NullMedian is null && data.Endpoint.NullHazard.Count == 0 ? "needs a null hypothesis. Add --null-median <time> or --null-hazard <from:hazard,...>" : ""),
        Of("landmark", LandmarkMethod.Run, data => data.Endpoint.Landmark is null ? "needs a time. Add --landmark <time>" : ""),
        Of("cumulative_incidence", CumulativeIncidenceMethod.Run, FromOutset),
        Of("gray", GrayMethod.Run, FromOutset) with { Arms = 2 },
        Of("fine_gray", FineGrayMethod.Run, data => Terms(data) is { Length: > 0 } lack ? lack : FromOutset(data)),
    ];

    private static AnalysisMethod Of(string name, Func<SurvivalData, MethodOutput> run) => Of(name, run, _ => "");

    private static AnalysisMethod Of(string name, Func<SurvivalData, MethodOutput> run, Func<SurvivalData, string> requirement) =>
        AnalysisMethod.Of(name, AnalysisShape.Survival, run, requirement);

    private static string Terms(SurvivalData data) => data.Arms.Count >= 2 || data.Covariates.Count > 0 ? ""
        : data.Request.Arm.Length > 0 ? $"compares 2 arms or more, and {data.Request.Arm} has {data.Arms.Count}. Name another column with --arm, or add --covariates"
        : "needs --arm or --covariates";

    private static string FromOutset(SurvivalData data) => data.Endpoint.Start.Length > 0
        ? "does not take rows that begin late: those with a competing event stay at risk, and would have to be weighted by when they entered. Leave --start out, or name another method"
        : CompetingEvents(data);

    private static string CompetingEvents(SurvivalData data) =>
        data.CompetingEvents.Count == 0 ? "needs competing events. Name the one that is analysed with --event-of-interest <level>, in a column that holds more than one" : "";
}
