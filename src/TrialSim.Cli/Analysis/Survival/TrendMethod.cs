using System.Globalization;
using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Tarone's test for trend over the arms: by their names where these are numbers, else in the order in which they are listed.</summary>
internal static class TrendMethod
{
    private const string Name = "trend";

    public static MethodOutput Run(SurvivalData data)
    {
        double[] named = [.. data.Arms.Select(arm => double.TryParse(arm, NumberStyles.Float, CultureInfo.InvariantCulture, out double dose) ? dose : double.NaN)];
        bool isNumbered = named.All(double.IsFinite);
        double[] scores = isNumbered ? named : [.. Enumerable.Range(0, data.Arms.Count).Select(arm => (double)arm)];
        SurvivalSample sorted = data.Strata.Count > 0 ? data.Sample.WithStrata().Sorted() : data.Sample.Sorted();
        LogRankOfArmsResult all = data.Strata.Count > 0
            ? LogRankOfArms.TestStratified(sorted, RankWeight.Constant)
            : LogRankOfArms.Test(sorted, RankWeight.Constant);
        LogRankResult trend = all.Trend([.. all.Groups.Select(group => scores[group.Arm])]);
        string listed = string.Join(", ", data.Arms.Select((arm, index) => $"{arm} {AnalysisText.Number(scores[index]).TrimEnd('0').TrimEnd('.')}"));
        string note = $"Scores: {(isNumbered ? "the arms' own numbers" : listed)}. Z is positive when arms with higher scores do better.";
        AnalysisFigure figure = new(Name, "all arms", "trend") { Patients = sorted.Length, Status = AnalysisText.Status(trend.Reason) };
        if (!trend.IsEstimable)
        {
            return new MethodOutput("Test for trend", [], [$"Not estimable, because {AnalysisText.Reason(trend.Reason)}."], [figure]);
        }

        ChartTable table = new(
            ["Comparison", "Z", "χ² (1 df)", "p (two-sided)"],
            [["all arms", AnalysisText.Number(trend.Z), AnalysisText.Number(trend.ChiSquare), AnalysisText.PValue(trend.TwoSidedPValue)]]);
        return new MethodOutput(
            data.Strata.Count > 0 ? "Test for trend, stratified" : "Test for trend",
            [new MethodTable("Test for trend", 1, table)],
            [note],
            [figure with { Value = trend.Z, Statistic = trend.ChiSquare, DegreesOfFreedom = 1, PValue = trend.TwoSidedPValue }]);
    }
}
