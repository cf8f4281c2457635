using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Cox regression on the arm.</summary>
internal sealed class CoxMethod(CoxAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly ComparisonTable _table = new(analysis.Compare, analysis.Strata, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        CoxResult result = CoxRegression.Fit(_table.Fill(data));
        ResultRow counts = data.CountsOf(key);
        return result.IsEstimable
            ? counts
                .WithEstimate(result.HazardRatio, result.StandardError, result.HazardRatioInterval(analysis.ConfidenceLevel))
                .WithTest(analysis.Criterion, result.Z, result.TwoSidedPValue, result.OneSidedPValue)
            : counts with { Reason = result.Reason };
    }
}
