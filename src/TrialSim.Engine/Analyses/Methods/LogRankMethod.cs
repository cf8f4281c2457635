using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The log-rank test of two arms.</summary>
internal sealed class LogRankMethod(LogRankAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly ComparisonTable _table = new(analysis.Compare, analysis.Strata, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        LogRankResult result = LogRank.Test(_table.Fill(data));
        ResultRow counts = data.CountsOf(key);
        return result.IsEstimable
            ? counts.WithTest(analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue)
            : counts with { Reason = result.Reason };
    }
}
