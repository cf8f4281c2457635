using TrialSim.Model.Design;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Fisher's exact test of two arms on a binary endpoint. An exact test has no Z: what is shown is the normal deviate with its p-value.</summary>
internal sealed class FisherMethod(FisherAnalysis analysis, BetterDirection better) : IAnalysisMethod
{
    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        TwoArmResponses arms = TwoArmResponses.Of(key, data, better);
        FisherResult test = FisherExact.Test(arms.Counts);
        ResultRow counts = data.CountsOf(key);
        if (!test.IsEstimable)
        {
            return counts with { Reason = test.Reason };
        }

        bool isOnBothSides = analysis.Criterion.Sides == RejectionSides.Both;
        return arms.WithDifference(counts, analysis.ConfidenceLevel).WithExactTest(
            analysis.Criterion, isOnBothSides ? test.TwoSidedPValue : test.OneSidedPValue, RiskDifference.Estimate(arms.Counts).Estimate);
    }
}
