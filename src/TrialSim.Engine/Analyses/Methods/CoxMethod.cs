using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Cox regression on the arm, with Wald's test of the hazard ratio against 1 or a margin.</summary>
internal sealed class CoxMethod(CoxAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly ComparisonTable _table = new(analysis.Compare, analysis.Strata, patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        CoxResult result = CoxRegression.Fit(_table.Fill(data));
        ResultRow counts = data.CountsOf(key);
        double z = result.Z + (result.IsEstimable ? Math.Log(analysis.NullHazardRatio) / result.StandardError : 0.0);
        return result.IsEstimable
            ? counts
                .WithEstimate(result.HazardRatio, result.StandardError, result.HazardRatioInterval(analysis.ConfidenceLevel))
                .WithTest(analysis.Criterion, z, Normal.TwoSidedTail(z), Normal.UpperTail(z))
            : counts with { Reason = result.Reason };
    }
}
