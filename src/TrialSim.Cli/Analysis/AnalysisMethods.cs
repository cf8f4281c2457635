using TrialSim.Cli.Analysis.Methods;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Analysis;

/// <summary>The methods of <c>trialsim analyze</c> by the names that the user writes.</summary>
internal static class AnalysisMethods
{
    private static readonly AnalysisMethod[] All =
    [
        new("km", KaplanMeierMethod.Run),
        new("rmst", RestrictedMeanMethod.Run) { Requirement = data => data.Request.Tau is null ? "needs a horizon. Add --tau <time>" : "" },
        new("log_rank", LogRankMethod.Run) { Arms = 2 },
        new("trend", TrendMethod.Run) { Arms = 3, IsUsual = false },
        new("max_combo", MaxComboMethod.Run) { Arms = 2, IsUsual = false },
        new("cox", CoxMethod.Run) { TakesStart = true, Requirement = data => data.Arms.Count < 2 && data.Covariates.Count == 0 ? "needs --arm or --covariates" : "" },
        new("parametric", ParametricMethod.Run) { IsUsual = false },
        new("one_sample_log_rank", OneSampleMethod.Run)
        {
            Requirement = data => data.Request.ReferenceMedian is null ? "needs a reference. Add --reference-median <time>" : "",
        },
        new("landmark", LandmarkMethod.Run) { Requirement = data => data.Request.Landmark is null ? "needs a time. Add --landmark <time>" : "" },
        new("cumulative_incidence", CumulativeIncidenceMethod.Run) { Requirement = CompetingEvents },
        new("gray", GrayMethod.Run) { Arms = 2, Requirement = CompetingEvents },
        new("fine_gray", FineGrayMethod.Run) { Requirement = data => data.Arms.Count < 2 && data.Covariates.Count == 0 ? "needs --arm or --covariates" : CompetingEvents(data) },
    ];

    /// <summary>Their names, in order.</summary>
    public static IEnumerable<string> Names => All.Select(method => method.Name);

    /// <summary>The methods of a request; the usual ones that the data allow where it names none.</summary>
    /// <exception cref="UserInputException">A name is unknown, or a method lacks something; the message holds a line for each.</exception>
    public static IReadOnlyList<AnalysisMethod> Of(AnalysisData data)
    {
        AnalysisRequest request = data.Request;
        if (request.Methods.Count == 0)
        {
            AnalysisMethod[] usual = [.. All.Where(method => method.IsUsual && method.Lacks(data).Length == 0)];
            return usual;
        }

        string[] problems =
        [
            .. request.Methods.Select(name => All.FirstOrDefault(method => method.Name == name) is AnalysisMethod method ? method.Lacks(data) : Unknown(name)).Where(problem => problem.Length > 0),
        ];
        return problems.Length > 0
            ? throw new UserInputException(string.Join(Environment.NewLine, problems))
            : [.. request.Methods.Distinct().Select(name => All.Single(method => method.Name == name))];
    }

    /// <summary>What is wrong with names of methods, before any file is read.</summary>
    public static IEnumerable<string> UnknownAmong(IEnumerable<string> names) => names.Where(name => !Names.Contains(name)).Select(Unknown);

    private static string Unknown(string name) => $"--method: there is no method '{name}'.{Advice.DidYouMean(name, Names)} The methods are {string.Join(", ", Names)}.";

    private static string CompetingEvents(AnalysisData data) =>
        data.CompetingEvents.Count == 0 ? "needs competing events. Name the one that is analysed with --event-of-interest <level>, in a column that holds more than one" : "";
}
