using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The log-rank test of two groups of patients.</summary>
internal sealed class GroupLogRankMethod(GroupLogRankAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly GroupTable _table = new(analysis.Groups, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ReadOnlySpan<RiskRow> rows = _table.Fill(data);
        LogRankResult result = analysis.Weight == RankWeight.Constant ? LogRank.Test(rows) : WeightedLogRank.Test(rows, analysis.Weight);
        ResultRow counts = _table.CountsOf(key);
        return result.IsEstimable
            ? counts.WithTest(analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue)
            : counts with { Reason = result.Reason };
    }
}
