using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.GroupSequential;

public sealed class InferenceTests
{
    // rpact 3.3.4:
    //   d <- getDesignGroupSequential(kMax = 3, alpha = .025, informationRates = c(.4, .7, 1), typeOfDesign = "asOF", tolerance = 1e-10)
    //   n <- c(40, 70, 100)[1:k]; ds <- getDataset(overallN = n, overallMeans = z / sqrt(n), overallStDevs = rep(1, k))
    //   getAnalysisResults(d, ds, normalApproximation = TRUE, thetaH0 = 0)
    // Its effects are means, ours drifts at 100 patients: ten times as large. rpact solves to about 1e-7 on its scale.
    private static readonly SequentialBounds Bounds =
        SequentialBounds.FromSpending(Spending.OBrienFleming(0.025), [0.4, 0.7, 1.0]);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(1, 2.6, 0.00482825957191, 0.310175096998, 0.0754029246011, 0.544634633276)]
    [InlineData(2, 2.3, 0.0144203367035, 0.224230227086, 0.0234983690604, 0.422200391194)]
    [InlineData(2, 0.8, 0.211900093884, 0.0799869698082, -0.116016778902, 0.275986521238)]
    [InlineData(0, 3.6, 0.000159108590158, 0.56920997883, 0.259312462678, 0.879107494983)]
    public void StagewiseOrdering_FourOutcomes_MatchRpact(int look, double z, double pValue, double median, double lower, double upper)
    {
        DriftEstimate estimate = StagewiseOrdering.Estimate(Bounds, look, z, 0.95);

        Close.Relative(pValue, estimate.OneSidedPValue, 0.0, absolute: 1e-8);
        Close.Relative(10.0 * median, estimate.Median, 0.0, absolute: 1e-5);
        Close.Relative(10.0 * lower, estimate.Interval.Lower, 0.0, absolute: 1e-5);
        Close.Relative(10.0 * upper, estimate.Interval.Upper, 0.0, absolute: 1e-5);
    }

    [Theory, Trait("Source", "AgainstR")] // the same call; repeatedConfidenceIntervals and repeatedPValues
    [InlineData(0, 1.2, -0.34103098859, 0.720504308259, 0.318944339468)]
    [InlineData(1, 2.6, 0.0185807514482, 0.602938125404, 0.0180912119274)]
    [InlineData(1, 1.9, -0.0650852512036, 0.519272122751, 0.0694483785)]
    [InlineData(2, 2.3, 0.0299461074454, 0.430053906951, 0.0115223163738)]
    [InlineData(0, 3.6, 0.0384423308645, 1.09997762747, 0.0169220095539)]
    public void RepeatedInference_FourLooks_MatchesRpact(int look, double z, double lower, double upper, double pValue)
    {
        Interval interval = RepeatedInference.DriftInterval(Bounds, look, z);

        Close.Relative(10.0 * lower, interval.Lower, 0.0, absolute: 1e-5);
        Close.Relative(10.0 * upper, interval.Upper, 0.0, absolute: 1e-5);
        Close.Relative(
            pValue,
            RepeatedInference.PValue(error => SequentialBounds.FromSpending(Spending.OBrienFleming(error), [0.4, 0.7, 1.0]), look, z),
            0.0,
            absolute: 1e-6);
    }

    [Theory, Trait("Source", "AgainstR")] // the same call; conditionalRejectionProbabilities
    [InlineData(0, 1.2, 0.0577442487496)]
    [InlineData(1, 2.6, 0.625173780283)]
    [InlineData(1, 1.9, 0.226576169015)]
    [InlineData(0, 0.5, 0.0151289374934)]
    [InlineData(0, 3.6, 0.767335799676)]
    public void ConditionalError_FiveLooks_MatchesRpact(int look, double z, double expected) =>
        Close.Relative(expected, ConditionalPower.ConditionalError(Bounds, look, z), 0.0, absolute: 1e-6);

    // One look only: everything is the ordinary z test.
    [Fact, Trait("Source", "Theory")]
    public void StagewiseOrdering_SingleLook_IsTheZTest()
    {
        SequentialBounds single = SequentialBounds.FromSpending(Spending.Pocock(0.025), [1.0]);
        DriftEstimate estimate = StagewiseOrdering.Estimate(single, 0, 1.3, 0.95);

        Close.Relative(Normal.Quantile(0.975), single.Efficacy[0], 1e-13);
        Close.Relative(Normal.UpperTail(1.3), estimate.OneSidedPValue, 1e-13);
        Close.Relative(1.3, estimate.Median, 1e-13);
        Close.Relative(1.3 + Normal.Quantile(0.975), estimate.Interval.Upper, 1e-13);
    }

    // The ordering runs without a step from the least to the most convincing outcome, and where it stops at a bound its p-value is what was spent.
    [Fact, Trait("Source", "Property")]
    public void UpperProbability_AcrossTheOrdering_RisesFromSpentToSpent()
    {
        double[] futility = [-0.5, 0.3, double.NegativeInfinity];
        SequentialBounds bounds = SequentialBounds.FromSpending(
            Spending.HwangShihDeCani(0.025, -2.0), [0.3, 0.6, 1.0], [0.3, 0.6, 1.0], futility, FutilityRule.Binding);
        double[] spent = bounds.CumulativeError;
        CrossingProbabilities underNull = bounds.CrossingAt(0.0);

        for (int look = 0; look < 3; look++)
        {
            Close.Relative(spent[look], StagewiseOrdering.UpperProbability(bounds, look, bounds.Efficacy[look], 0.0), 1e-10);
        }

        Close.Relative(1.0 - underNull.Futility[0], StagewiseOrdering.UpperProbability(bounds, 0, -0.5, 0.0), 1e-10);
        Close.Relative(1.0 - underNull.TotalFutility, StagewiseOrdering.UpperProbability(bounds, 1, 0.3, 0.0), 1e-10);
        Assert.True(StagewiseOrdering.UpperProbability(bounds, 2, -3.0, 0.0) < 1.0 - underNull.TotalFutility);
    }

    // At a futility bound taken from conditional power the conditional power is that.
    [Fact, Trait("Source", "Property")]
    public void ZScale_ConditionalPower_IsTheInverseOfConditionalPower()
    {
        SequentialBounds bounds = new([0.45, 1.0], [2.8, 1.98], SequentialBounds.Unbounded(2), FutilityRule.NonBinding);
        foreach (double power in (double[])[0.01, 0.2, 0.5, 0.9])
        {
            Close.Relative(power, ConditionalPower.At(bounds, 0, ZScale.OfConditionalPower(power, 0.45, 1.0, 1.98, 3.1), 3.1), 1e-11);
            Close.Relative(power, ConditionalPower.UnderTrend(bounds, 0, ZScale.OfConditionalPowerUnderTrend(power, 0.45, 1.0, 1.98)), 1e-11);
        }
    }

    // 100 events 1:1: information 25, so a hazard ratio of exp(-0.4) is Z = 2.
    [Fact, Trait("Source", "ByHand")]
    public void ZScale_HazardRatio_IsSchoenfelds()
    {
        Close.Relative(2.0, ZScale.OfHazardRatio(Math.Exp(-0.4), 100.0, 0.5), 1e-14);
        Close.Relative(Math.Exp(-0.4), ZScale.ToHazardRatio(2.0, 100.0, 0.5), 1e-14);
        Assert.Equal(0.0, ZScale.OfHazardRatio(1.0, 100.0, 0.5));
    }

    // With a flat prior the posterior predictive is the limit of ever wider priors; with several looks left by quadrature over the drift.
    [Fact, Trait("Source", "Property")]
    public void Predictive_WidePrior_TendsToTheFlatOne()
    {
        foreach (int look in (int[])[0, 1])
        {
            double flat = ConditionalPower.Predictive(Bounds, look, 1.1);
            Close.Relative(flat, ConditionalPower.Predictive(Bounds, look, 1.1, 0.0, 1e5), 1e-8);
            Close.Relative(
                ConditionalPower.At(Bounds, look, 1.1, 2.5), ConditionalPower.Predictive(Bounds, look, 1.1, 2.5, 1e-4), 1e-6);
        }
    }

    [Fact, Trait("Source", "Property")]
    public void RepeatedInterval_AtTheBound_TouchesZero()
    {
        for (int look = 0; look < 3; look++)
        {
            Assert.Equal(0.0, RepeatedInference.DriftInterval(Bounds, look, Bounds.Efficacy[look]).Lower);
        }
    }

    // However far out the outcome, every number is finite and in order.
    [Theory, Trait("Source", "Property")]
    [InlineData(0, 20.0)]
    [InlineData(0, -20.0)]
    [InlineData(1, 15.0)]
    [InlineData(2, 20.0)]
    [InlineData(2, -20.0)]
    public void StagewiseOrdering_ExtremeOutcomes_AreOrderedAndFinite(int look, double z)
    {
        DriftEstimate estimate = StagewiseOrdering.Estimate(Bounds, look, z, 0.95);

        Assert.InRange(estimate.OneSidedPValue, 0.0, 1.0);
        Assert.True(double.IsFinite(estimate.Interval.Lower) && double.IsFinite(estimate.Interval.Upper));
        Assert.True(estimate.Interval.Lower < estimate.Median && estimate.Median < estimate.Interval.Upper);
    }

    [Fact, Trait("Source", "Theory")]
    public void FromSpending_OneLookWithBothErrors_IsTheFixedTrial() =>
        Close.Relative(
            1.0,
            SequentialDesign.FromSpending(Spending.Pocock(0.025), Spending.Pocock(0.1), [1.0], FutilityRule.Binding).InflationFactor,
            1e-12);
}
