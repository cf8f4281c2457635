using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.CompetingRisks;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Gray's test of the cumulative incidence of each cause, stratified where strata are named.</summary>
internal static class GrayMethod
{
    private const string Name = "gray";

    public static MethodOutput Run(SurvivalData data)
    {
        bool isStratified = data.Strata.Count > 0;
        SurvivalRows sample = isStratified ? data.Sample.WithStrata() : data.Sample;
        CompetingSample competing = new(sample.Times, [.. sample.Causes.Select(cause => (byte)cause)], sample.Arms, isStratified ? sample.Strata : []);
        string[] causes = [data.EventName, .. data.CompetingEvents.Count == 0 ? Array.Empty<string>() : [string.Join(" or ", data.CompetingEvents)]];
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        for (int cause = 1; cause <= causes.Length; cause++)
        {
            GrayTestResult result = GrayTest.Test(competing, (byte)cause);
            AnalysisFigure figure = new(Name, "all arms", $"gray_of_{causes[cause - 1]}")
            {
                Patients = sample.Rows,
                Events = sample.Causes.Count(own => own == cause),
                Status = AnalysisText.Status(result.Reason),
            };
            if (!result.IsEstimable)
            {
                notes.Add($"{causes[cause - 1]}: not estimable, because {AnalysisText.Reason(result.Reason)}.");
                figures.Add(figure);
                continue;
            }

            cells.Add([causes[cause - 1], AnalysisText.Number(result.ChiSquare), $"{result.DegreesOfFreedom}", AnalysisText.PValue(result.PValue)]);
            figures.Add(figure with { Statistic = result.ChiSquare, DegreesOfFreedom = result.DegreesOfFreedom, PValue = result.PValue });
        }

        notes.Add("As R's cmprsk::cuminc.");
        return new MethodOutput(
            isStratified ? "Gray's test, stratified" : "Gray's test",
            [new MethodTable("Gray's test", 1, new ChartTable(["Event", "χ²", "df", "p (two-sided)"], cells))],
            notes,
            figures);
    }
}
