using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The log-rank test of two arms, weighted or not.</summary>
internal sealed class LogRankMethod(LogRankAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly ComparisonTable _table = new(analysis.Compare, analysis.Strata, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ReadOnlySpan<RiskRow> rows = _table.Fill(data);
        LogRankResult result = analysis.NullHazardRatio != 1.0 ? LogRank.TestAgainst(rows, analysis.NullHazardRatio)
            : analysis.Weight == RankWeight.Constant ? LogRank.Test(rows)
            : WeightedLogRank.Test(rows, _table.Ends, analysis.Weight);
        ResultRow counts = data.CountsOf(key);
        return result.IsEstimable
            ? counts.WithTest(analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue)
            : counts with { Reason = result.Reason };
    }
}
