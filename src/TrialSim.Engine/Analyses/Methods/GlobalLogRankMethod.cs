using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The log-rank test of all arms. Allocates: the statistic of any number of arms brings its own buffers.</summary>
internal sealed class GlobalLogRankMethod(GlobalLogRankAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly StratifiedOrder _order = new(analysis.Strata, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        LogRankOfArmsResult result = _order.HasStrata
            ? LogRankOfArms.TestStratified(_order.Sort(data), analysis.Weight)
            : LogRankOfArms.Test(_order.Sort(data), analysis.Weight);
        ResultRow counts = data.CountsOf(key);
        return result.IsEstimable
            ? (counts with { Estimate = result.ChiSquare }).WithTest(analysis.Criterion, 0.0, result.PValue)
            : counts with { Reason = result.Reason };
    }
}
