using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>The exact test of one arm's share. An exact test has no Z: what is shown is the normal deviate with its p-value.</summary>
internal sealed class ExactBinomialMethod(ExactBinomialAnalysis analysis, BetterDirection better) : IAnalysisMethod
{
    private readonly ProportionMethod _share =
        new(new ProportionAnalysis(analysis.Name, analysis.Endpoint, analysis.Looks, [analysis.Arm], analysis.ConfidenceLevel, analysis.Interval));

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        ResultRow row = _share.RowOf(key, data);
        if (row.Reason != NotEstimable.None)
        {
            return row;
        }

        ExactBinomialTest test = ExactBinomialTest.Of(row.Events, row.Patients, analysis.NullProbability);
        double oneSided = better == BetterDirection.Higher ? test.OneSidedPValue : test.OtherOneSidedPValue;
        double gain = (better == BetterDirection.Higher ? 1.0 : -1.0) * (row.Estimate - analysis.NullProbability);
        bool isOnBothSides = analysis.Criterion.Sides == RejectionSides.Both;
        return row.WithExactTest(analysis.Criterion, isOnBothSides ? test.TwoSidedPValue : oneSided, gain);
    }
}
