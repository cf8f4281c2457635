using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Survival at milestones, each arm against the control: the difference, and the test on the plain and on the log(−log) scale.</summary>
internal static class MilestoneDifferences
{
    private const string Name = "km";

    /// <summary>A row for each comparison and time.</summary>
    /// <param name="data">Two arms or more.</param>
    /// <param name="survival">By arm and time.</param>
    /// <param name="figures">Receives the same at full precision.</param>
    public static MethodTable TableOf(SurvivalData data, MilestoneSurvival[,] survival, List<AnalysisFigure> figures)
    {
        List<IReadOnlyList<string>> cells = [];
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            for (int index = 0; index < data.Endpoint.At.Count; index++)
            {
                AnalysisFigure figure = new(Name, data.Comparison(arm), "survival_difference") { Time = data.Endpoint.At[index] };
                cells.Add(
                [
                    data.Comparison(arm),
                    AnalysisText.Time(data.Endpoint.At[index]),
                    .. Plain(MilestoneDifference.Between(survival[0, index], survival[arm, index]), data.Request.Confidence, figure, figures),
                    .. LogLog(MilestoneLogLog.Between(survival[0, index], survival[arm, index]), data.Request.Confidence, figure, figures),
                ]);
            }
        }

        string limits = $"({AnalysisText.Percent(data.Request.Confidence)} interval)";
        return new MethodTable(
            "Difference in survival",
            1,
            new ChartTable(["Comparison", $"Time{data.UnitInBrackets}", $"Difference {limits}", "Z", "p (two-sided)", "Z, log(−log)", "p, log(−log)"], cells));
    }

    private static string[] Plain(MilestoneDifference difference, double confidence, AnalysisFigure figure, List<AnalysisFigure> figures)
    {
        if (!difference.IsEstimable)
        {
            figures.Add(figure with { Status = AnalysisText.Status(difference.Reason) });
            return [AnalysisText.Reason(difference.Reason), AnalysisText.Blank, AnalysisText.Blank];
        }

        Statistics.Interval interval = difference.DifferenceInterval(confidence);
        figures.Add(figure with
        {
            Value = difference.Difference,
            StandardError = difference.StandardError,
            Lower = interval.Lower,
            Upper = interval.Upper,
            Statistic = difference.Z,
            PValue = difference.TwoSidedPValue,
        });
        return
        [
            AnalysisText.Number(difference.Difference, interval.Lower, interval.Upper),
            AnalysisText.Number(difference.Z),
            AnalysisText.PValue(difference.TwoSidedPValue),
        ];
    }

    /// <summary>The ratio of the cumulative hazards up to the milestone.</summary>
    private static string[] LogLog(MilestoneLogLog ratio, double confidence, AnalysisFigure figure, List<AnalysisFigure> figures)
    {
        AnalysisFigure own = figure with { Measure = "survival_log_log" };
        if (!ratio.IsEstimable)
        {
            figures.Add(own with { Status = AnalysisText.Status(ratio.Reason) });
            return [AnalysisText.Blank, AnalysisText.Blank];
        }

        Statistics.Interval interval = ratio.RatioInterval(confidence);
        figures.Add(own with
        {
            Value = ratio.Ratio,
            StandardError = ratio.StandardError,
            Lower = interval.Lower,
            Upper = interval.Upper,
            Statistic = ratio.Z,
            PValue = ratio.TwoSidedPValue,
        });
        return [AnalysisText.Number(ratio.Z), AnalysisText.PValue(ratio.TwoSidedPValue)];
    }
}
