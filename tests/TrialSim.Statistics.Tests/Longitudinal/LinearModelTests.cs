using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Longitudinal;

// Analysis of covariance as trialsim analyze does it: a column for each arm, then the baseline.
public sealed class LinearModelTests
{
    // The samples of TwoSampleTests; Reference/longitudinal/make.R holds the call, lm(change ~ baseline + arm).
    [Fact, Trait("Source", "AgainstR")]
    public void Contrast_ChangeByArmAndBaseline_MatchesLm()
    {
        ReferenceRow[] rows = [.. ReferenceRow.ReadAll("longitudinal/two_samples.csv").Where(row => row["ancova"] != "NA")];

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            double[] control = TwoSampleTests.Values(row["control"]);
            double[] values = [.. control, .. TwoSampleTests.Values(row["experimental"])];
            double[] baseline = TwoSampleTests.Values(row["baseline"]);

            MeanContrast difference = Covariance(baseline, values, control.Length).Contrast([-1.0, 1.0, 0.0]);

            Close.Relative(row.Number("ancova"), difference.Estimate, 1e-9, 1e-11);
            Close.Relative(row.Number("ancova_error"), difference.StandardError, 1e-10);
            Close.Relative(row.Number("ancova_p"), difference.TwoSidedPValue, 1e-9);
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void Fit_DegenerateSamples_GiveTheReason()
    {
        Assert.Equal(NotEstimable.TooFewObservations, Covariance([1, 2, 4], [1, 2, 5], 1).Reason);
        Assert.Equal(NotEstimable.Collinear, Covariance([1, 1, 1, 1], [1, 2, 3, 5], 2).Reason);
        Assert.Equal(NotEstimable.Collinear, Covariance([1, 2, 4, 5], [1, 2, 3, 5], 4).Reason);
    }

    private static LinearModel Covariance(double[] baseline, double[] values, int control) => LinearModel.Fit(
        [.. baseline.SelectMany((before, i) => new[] { i < control ? 1.0 : 0.0, i < control ? 0.0 : 1.0, before })],
        3,
        [.. values.Zip(baseline, (value, before) => value - before)]);
}
