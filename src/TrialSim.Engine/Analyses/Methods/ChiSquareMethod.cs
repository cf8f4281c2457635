using TrialSim.Model.Design;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Pearson's test of two arms on a binary endpoint; against a margin that of Farrington and Manning.</summary>
internal sealed class ChiSquareMethod(ChiSquareAnalysis analysis, BetterDirection better) : IAnalysisMethod
{
    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        TwoArmResponses arms = TwoArmResponses.Of(key, data, better);
        ProportionTestResult test = analysis.Margin == 0.0
            ? ProportionTests.Pearson(arms.Counts, analysis.Correction)
            : RiskDifference.FarringtonManningTest(arms.Counts, -analysis.Margin);
        ResultRow counts = data.CountsOf(key);
        return test.IsEstimable
            ? arms.WithDifference(counts, analysis.ConfidenceLevel).WithTest(analysis.Criterion, test.Z, test.TwoSidedPValue, test.OneSidedPValue)
            : counts with { Reason = test.Reason };
    }
}
