using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The t test of two arms. Where lower values are better the arms change places for the test, and the difference keeps its sign.</summary>
internal sealed class TTestMethod(TTestAnalysis analysis, BetterDirection better, int patients) : IAnalysisMethod
{
    private readonly ArmValues _control = new(patients);
    private readonly ArmValues _experimental = new(patients);

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        bool isHigherBetter = better == BetterDirection.Higher;
        ReadOnlySpan<double> control = _control.Of(key.Control, data);
        ReadOnlySpan<double> experimental = _experimental.Of(key.Arm, data);
        MeanContrast contrast = isHigherBetter
            ? TwoSampleT.Test(control, experimental, analysis.Variances)
            : TwoSampleT.Test(experimental, control, analysis.Variances);
        ResultRow counts = data.CountsOf(key);
        if (!contrast.IsEstimable)
        {
            return counts with { Reason = contrast.Reason };
        }

        MeanContrast tested = contrast with { Estimate = contrast.Estimate + analysis.Margin };
        Interval limits = contrast.EstimateInterval(analysis.ConfidenceLevel);
        return counts
            .WithEstimate(
                isHigherBetter ? contrast.Estimate : -contrast.Estimate, contrast.StandardError, isHigherBetter ? limits : new Interval(-limits.Upper, -limits.Lower))
            .WithTest(analysis.Criterion, tested.T, analysis.Criterion.Sides == RejectionSides.Both ? tested.TwoSidedPValue : tested.OneSidedPValue);
    }
}
