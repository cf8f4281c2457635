using TrialSim.Model.Design;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Pearson's test of two arms on a binary endpoint.</summary>
internal sealed class ChiSquareMethod(ChiSquareAnalysis analysis, BetterDirection better) : IAnalysisMethod
{
    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        TwoArmResponses arms = TwoArmResponses.Of(key, data, better);
        ProportionTestResult test = ProportionTests.Pearson(arms.Counts, analysis.Correction);
        ResultRow counts = data.CountsOf(key);
        return test.IsEstimable
            ? arms.WithDifference(counts, analysis.ConfidenceLevel).WithTest(analysis.Criterion, test.Z, test.TwoSidedPValue, test.OneSidedPValue)
            : counts with { Reason = test.Reason };
    }
}
