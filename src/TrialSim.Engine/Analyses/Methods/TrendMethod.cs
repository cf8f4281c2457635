using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The log-rank test for trend over all arms. Allocates: the statistic of any number of arms brings its own buffers.</summary>
internal sealed class TrendMethod(TrendAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly StratifiedOrder _order = new(analysis.Strata, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        LogRankOfArmsResult arms = _order.HasStrata
            ? LogRankOfArms.TestStratified(_order.Sort(data), analysis.Weight)
            : LogRankOfArms.Test(_order.Sort(data), analysis.Weight);
        Span<double> scores = stackalloc double[arms.Groups.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = analysis.Scores[arms.Groups[i].Arm]; // At an early look an arm may have nobody yet.
        }

        LogRankResult result = arms.Trend(scores);
        ResultRow counts = data.CountsOf(key);
        return result.IsEstimable
            ? counts.WithTest(analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue)
            : counts with { Reason = result.Reason };
    }
}
