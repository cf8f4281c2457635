namespace TrialSim.Cli.Analysis.Survival;

/// <summary>The methods for times to an event.</summary>
internal static class SurvivalMethods
{
    /// <summary>The methods, in the order in which they are applied.</summary>
    public static IReadOnlyList<AnalysisMethod> All { get; } =
    [
        Of("km", KaplanMeierMethod.Run),
        Of("rmst", RestrictedMeanMethod.Run, data => data.Endpoint.Tau is null ? "needs a horizon. Add --tau <time>" : ""),
        Of("log_rank", LogRankMethod.Run) with { Arms = 2 },
        Of("trend", TrendMethod.Run) with { Arms = 3, IsUsual = false },
        Of("max_combo", MaxComboMethod.Run) with { Arms = 2, IsUsual = false },
        AnalysisMethod.Of<SurvivalData>("cox", AnalysisShape.Survival, CoxMethod.Run, Terms),
        Of("parametric", ParametricMethod.Run) with { IsUsual = false },
        Of("one_sample_log_rank", OneSampleMethod.Run, data => data.Endpoint.ReferenceMedian is null ? "needs a reference. Add --reference-median <time>" : ""),
        Of("landmark", LandmarkMethod.Run, data => data.Endpoint.Landmark is null ? "needs a time. Add --landmark <time>" : ""),
        Of("cumulative_incidence", CumulativeIncidenceMethod.Run, CompetingEvents),
        Of("gray", GrayMethod.Run, CompetingEvents) with { Arms = 2 },
        Of("fine_gray", FineGrayMethod.Run, data => Terms(data) is { Length: > 0 } lack ? lack : CompetingEvents(data)),
    ];

    /// <summary>A method that needs time from 0.</summary>
    private static AnalysisMethod Of(string name, Func<SurvivalData, MethodOutput> run, Func<SurvivalData, string>? requirement = null) => AnalysisMethod.Of<SurvivalData>(
        name,
        AnalysisShape.Survival,
        run,
        data => data.Endpoint.Start.Length > 0 ? "does not take rows that begin late. Leave --start out, or name another method" : requirement is null ? "" : requirement(data));

    private static string Terms(SurvivalData data) => data.Arms.Count < 2 && data.Covariates.Count == 0 ? "needs --arm or --covariates" : "";

    private static string CompetingEvents(SurvivalData data) =>
        data.CompetingEvents.Count == 0 ? "needs competing events. Name the one that is analysed with --event-of-interest <level>, in a column that holds more than one" : "";
}
