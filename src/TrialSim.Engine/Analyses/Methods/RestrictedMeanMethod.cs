using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Analyses.Methods;

/// <summary>Restricted mean survival time of an arm, and the test of the difference or ratio of two arms.</summary>
internal sealed class RestrictedMeanMethod(RestrictedMeanAnalysis analysis, int patients) : IAnalysisMethod
{
    private readonly KaplanMeierRow[] _rows = new KaplanMeierRow[patients];

    /// <inheritdoc/>
    public ResultRow RowOf(RowKey key, in EndpointData data)
    {
        RestrictedMean mean = MeanOf(key.Arm, data);
        return key.Control == RowKey.None ? RowOfArm(data.CountsOf(key), mean)
            : analysis.Contrast == RestrictedMeanContrast.Ratio ? RowOfRatio(data.CountsOf(key), RestrictedMeanRatio.Of(MeanOf(key.Control, data), mean))
            : RowOfDifference(data.CountsOf(key), RestrictedMeanDifference.Between(MeanOf(key.Control, data), mean));
    }

    private ResultRow RowOfArm(ResultRow counts, in RestrictedMean mean) => mean.IsEstimable
        ? counts.WithEstimate(mean.Mean, mean.StandardError, mean.MeanInterval(analysis.ConfidenceLevel))
        : counts with { Reason = mean.Reason };

    private ResultRow RowOfDifference(ResultRow counts, RestrictedMeanDifference difference) => difference.IsEstimable
        ? counts
            .WithEstimate(difference.Difference, difference.StandardError, difference.DifferenceInterval(analysis.ConfidenceLevel))
            .WithTest(analysis.Criterion, difference.Z, difference.TwoSidedPValue, difference.OneSidedPValue)
        : counts with { Reason = difference.Reason };

    private ResultRow RowOfRatio(ResultRow counts, RestrictedMeanRatio ratio) => ratio.IsEstimable
        ? counts
            .WithEstimate(ratio.Ratio, ratio.StandardError, ratio.RatioInterval(analysis.ConfidenceLevel))
            .WithTest(analysis.Criterion, ratio.Z, ratio.TwoSidedPValue, ratio.OneSidedPValue)
        : counts with { Reason = ratio.Reason };

    private RestrictedMean MeanOf(int arm, in EndpointData data) =>
        RestrictedMean.Of(KaplanMeier.Fill(data.ByDay, (byte)arm, _rows), analysis.HorizonDays, analysis.Variance);
}
