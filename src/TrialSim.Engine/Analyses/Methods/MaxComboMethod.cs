using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>
/// The MaxCombo test of two arms. A test on both sides shows the Z farthest from 0, so that its sign tells which arm does better.
/// </summary>
internal sealed class MaxComboMethod(MaxComboAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly ComparisonTable _table = new(analysis.Compare, analysis.Strata, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ReadOnlySpan<RiskRow> rows = _table.Fill(data);
        ReadOnlySpan<RankWeight> weights = analysis.Weights.AsSpan();
        MaxComboStatistic result = analysis.Criterion.Sides == RejectionSides.Both
            ? MaxCombo.Farthest(rows, _table.Ends, weights)
            : MaxCombo.Largest(rows, _table.Ends, weights);
        ResultRow counts = data.CountsOf(key);
        return result.IsEstimable
            ? counts.WithTest(analysis.Criterion, result.Z, result.PValue)
            : counts with { Reason = result.Reason };
    }
}
