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

    // R 4.2.2: m <- lm(y ~ x + z): coef(summary(m)), vcov(m), sigma(m)^2, anova(lm(y ~ 1), m) for y <- c(5.1, 6.3, 4.8, 7.9, 6.6, 8.2, 5.5, 9.1), x <- c(1, 2, 1.5, 3, 2.5, 4, 2, 4.5), z <- c(0, 1, 0, 1, 1, 0, 0, 1).
    [Fact, Trait("Source", "AgainstR")]
    public void Fit_TwoCovariates_MatchesLm()
    {
        LinearModel model = TwoCovariates([5.1, 6.3, 4.8, 7.9, 6.6, 8.2, 5.5, 9.1]);

        Close.Relative(0.1513417266187, model.ResidualVariance, 1e-12);
        Close.Relative(-0.015243051601884, model.Covariance(2, 1), 1e-12);
        Close.Relative(-0.0054439470006728, model.Covariance(0, 2), 1e-12);
        MeanContrast slope = model.Coefficient(1);
        Close.Relative(1.15107913669065, slope.Estimate, 1e-12);
        Close.Relative(0.13198723575465, slope.StandardError, 1e-12);
        Close.Relative(0.00032819019124598, slope.TwoSidedPValue, 1e-9);
        VarianceRatio both = model.Test([0, 1, 0, 0, 0, 1], 2);
        Close.Relative(54.420025907352, both.F, 1e-12);
        Assert.Equal((2.0, 5.0), (both.NumeratorDegreesOfFreedom, both.DenominatorDegreesOfFreedom));
        Close.Relative(model.Coefficient(2).T * model.Coefficient(2).T, model.Test([0, 0, 1], 1).F, 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Test_WhatCannotBeTested_GivesTheReason()
    {
        LinearModel model = TwoCovariates([5.1, 6.3, 4.8, 7.9, 6.6, 8.2, 5.5, 9.1]);
        Assert.Equal(NotEstimable.Collinear, model.Test([0, 1, 0, 0, 2, 0], 2).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Test([], 0));
        Assert.StartsWith("2 weights for 3 coefficients and 1 combinations.", Assert.Throws<ArgumentException>(() => model.Test([0, 1], 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Contrast([0, 1]));

        LinearModel flat = TwoCovariates(new double[8]);
        Assert.Equal((0.0, 0.0), (flat.ResidualVariance, flat.ResidualSumOfSquares));
        Assert.Equal(NotEstimable.NoVariance, flat.Coefficient(1).Reason);
        Assert.Equal(NotEstimable.NoVariance, flat.Contrast([0, 1, 0]).Reason);
        Assert.Equal(NotEstimable.NoVariance, flat.Test([0, 1, 0, 0, 0, 1], 2).Reason);

        LinearModel tooFew = LinearModel.Fit([1], 1, [3]);
        Assert.Equal((NotEstimable.TooFewObservations, 0.0), (tooFew.Coefficient(0).Reason, tooFew.ResidualVariance));
        Assert.Equal(NotEstimable.TooFewObservations, tooFew.Test([1], 1).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearModel.Fit([], 0, []));
        Assert.StartsWith("3 elements are not 2 rows of 2 columns.", Assert.Throws<ArgumentException>(() => LinearModel.Fit([1, 1, 1], 2, [3, 4])).Message, StringComparison.Ordinal);
    }

    private static LinearModel TwoCovariates(double[] values) => LinearModel.Fit([1, 1, 0, 1, 2, 1, 1, 1.5, 0, 1, 3, 1, 1, 2.5, 1, 1, 4, 0, 1, 2, 0, 1, 4.5, 1], 3, values);

    private static LinearModel Covariance(double[] baseline, double[] values, int control) => LinearModel.Fit(
        [.. baseline.SelectMany((before, i) => new[] { i < control ? 1.0 : 0.0, i < control ? 0.0 : 1.0, before })],
        3,
        [.. values.Zip(baseline, (value, before) => value - before)]);
}
