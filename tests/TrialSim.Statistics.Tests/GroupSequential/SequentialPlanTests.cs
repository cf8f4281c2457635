using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.GroupSequential;

/// <summary>
/// Plans with lower bounds of every kind, on designs of our own: uniroot() over pmvnorm(algorithm = Miwa(1024)), mvtnorm 1.1-3, look by look; its grid is good to
/// some 1e-7.
/// </summary>
public sealed class SequentialPlanTests
{
    private static readonly EfficacyPlan LanDeMets = EfficacyPlan.FromSpending(Spending.OBrienFleming(0.025), []);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(FutilityRule.Binding, 3.05502335, new[] { 2.84080372, 2.50061787, 2.02625520 }, new[] { -1.788138028, 0.268376327 })]
    [InlineData(FutilityRule.NonBinding, 3.06204104, new[] { 2.84080372, 2.50061788, 2.03363364 }, new[] { -1.783635643, 0.274067222 })]
    public void ForPower_FutilityByConditionalPower_MatchesMvtnorm(FutilityRule rule, double drift, double[] efficacy, double[] futility)
    {
        SequentialPlan plan = new(EfficacyPlan.FromSpending(Spending.KimDeMets(0.025, 2.0), []), FutilityPlan.OnConditionalPower([0.15, 0.25]), rule);
        SequentialDesign design = plan.ForPower([0.3, 0.55, 1.0], 0.85);

        Close.Relative(drift, design.Drift, 0.0, absolute: 2e-7);
        AssertBounds(efficacy, design.Bounds.Efficacy);
        AssertBounds(futility, design.Bounds.Futility[..2]);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void ForPower_BetaSpendingWithALookLeftOut_MatchesMvtnorm()
    {
        SequentialPlan plan = new(LanDeMets, FutilityPlan.FromSpending(Spending.KimDeMets(0.2, 1.5), [false, true, true, true]), FutilityRule.NonBinding);
        SequentialDesign design = plan.ForPower([0.35, 0.6, 0.8, 1.0], 0.8);

        Close.Relative(2.97378656, design.Drift, 0.0, absolute: 2e-7);
        AssertBounds([3.6127887, 2.6732392, 2.2891962, 2.0308504], design.Bounds.Efficacy);
        Assert.Equal(double.NegativeInfinity, design.Bounds.Futility[0]);
        AssertBounds([0.98068972, 1.46835844], design.Bounds.Futility[1..3]);
    }

    [Fact, Trait("Source", "AgainstR")] // 240 events 2:1, hazard ratio 0.65, futility at 1.05 and 0.9
    public void BoundsAt_FutilityOnTheHazardRatio_MatchesMvtnorm()
    {
        double drift = -Math.Log(0.65) * Math.Sqrt(240.0 * 2.0 / 9.0);
        SequentialPlan plan = new(LanDeMets, FutilityPlan.OnHazardRatio([1.05, 0.9], 0.65), FutilityRule.Binding);
        SequentialDesign design = SequentialDesign.AtDrift(plan.BoundsAt([0.5, 0.8, 1.0], drift), drift);

        AssertBounds([2.96258804, 2.26613305, 2.02501599], design.Bounds.Efficacy);
        AssertBounds([-0.251951324, 0.688212006], design.Bounds.Futility[..2]);
        Close.Relative(0.874883872, design.Power, 0.0, absolute: 2e-7);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void BoundsAt_ShapeWithBindingFutility_MatchesMvtnorm()
    {
        SequentialPlan plan = new(EfficacyPlan.WangTsiatis(0.025, 0.3), FutilityPlan.OnZ([0.2, 0.8]), FutilityRule.Binding);

        AssertBounds([2.52968862, 2.23083173, 2.10610038], plan.BoundsAt([0.4, 0.75, 1.0], 3.0).Efficacy);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void BoundsAt_TwoSided_MatchesMvtnorm()
    {
        SequentialPlan plan = new(EfficacyPlan.FromSpending(Spending.Pocock(0.025), []), FutilityPlan.Mirrored, FutilityRule.NonBinding);
        SequentialBounds bounds = plan.BoundsAt([0.4, 0.7, 1.0], 3.0);
        DriftEstimate estimate = StagewiseOrdering.Estimate(bounds, 1, 2.5, 0.95);

        AssertBounds([2.22387496, 2.30507961, 2.30975113], bounds.Efficacy);
        AssertBounds([-2.22387496, -2.30507961, -2.30975113], bounds.Futility);
        Close.Relative(0.0165270287, estimate.OneSidedPValue, 0.0, absolute: 1e-7);
        Close.Relative(2.8051023, estimate.Median, 0.0, absolute: 2e-7);
        Close.Relative(0.23971838, estimate.Interval.Lower, 0.0, absolute: 2e-7);
        Close.Relative(5.22321369, estimate.Interval.Upper, 0.0, absolute: 2e-7);
    }

    [Fact, Trait("Source", "AgainstR")] // planned at 0.5 and 1, observed at 0.42 and 1.1
    public void BoundsAt_EarlyLookAndOverrunning_SpendsAllOfAlpha()
    {
        SequentialBounds bounds = new SequentialPlan(LanDeMets, FutilityPlan.None, FutilityRule.NonBinding).BoundsAt([0.42, 1.1], 3.0);

        AssertBounds([3.26720640, 1.96362775], bounds.Efficacy);
        Close.Relative(0.025, bounds.OneSidedError, 1e-11);
    }

    // What a look does not spend is left to the next: two looks with one claim are one look.
    [Fact, Trait("Source", "ByHand")]
    public void OfLooks_OneHasNotTakenPlace_KeepsTheBoundsOfTheOthers()
    {
        SequentialPlan plan = new(EfficacyPlan.OnZ(0.025, [3.5, 2.5, 2.0]), FutilityPlan.OnZ([-0.5, 0.5]), FutilityRule.NonBinding);

        SequentialBounds bounds = plan.OfLooks([1, 2]).BoundsAt([0.7, 1.1], 3.0);

        Assert.Equal([2.5, 2.0], bounds.Efficacy);
        Assert.Equal([0.5, double.NegativeInfinity], bounds.Futility);
        Assert.Throws<ArgumentException>(() => plan.BoundsAt([0.7, 1.1], 3.0));
    }

    [Fact, Trait("Source", "Theory")]
    public void BoundsAt_OnlyTheLastLookClaims_IsTheZTest()
    {
        SequentialPlan plan = new(EfficacyPlan.FromSpending(Spending.Pocock(0.025), [false, true]), FutilityPlan.None, FutilityRule.NonBinding);

        Assert.Equal(double.PositiveInfinity, plan.BoundsAt([0.5, 1.0], 3.0).Efficacy[0]);
        Close.Relative(Normal.Quantile(0.975), plan.BoundsAt([0.5, 1.0], 3.0).Efficacy[1], 1e-12);
    }

    [Fact, Trait("Source", "Property")] // Conditional power at the bound is what the bound was made for.
    public void BoundsAt_FutilityByTrend_HasItsConditionalPower()
    {
        SequentialPlan plan = new(EfficacyPlan.FromSpending(Spending.OBrienFleming(0.025), [false, true]), FutilityPlan.OnTrend([0.1]), FutilityRule.NonBinding);
        SequentialBounds bounds = plan.BoundsAt([0.6, 1.0], 3.0);

        Close.Relative(0.1, ConditionalPower.UnderTrend(bounds, 0, bounds.Futility[0]), 1e-10);
    }

    [Fact, Trait("Source", "Property")]
    public void ForPower_PowerThatFutilityForbids_Throws()
    {
        SequentialPlan plan = new(LanDeMets, FutilityPlan.FromSpending(Spending.Pocock(0.1), []), FutilityRule.NonBinding);

        Assert.Throws<ArgumentOutOfRangeException>(() => plan.ForPower([0.5, 1.0], 0.8));
        Assert.Throws<ArgumentException>(() => new SequentialPlan(LanDeMets, FutilityPlan.OnZ([0.0]), FutilityRule.Binding).BoundsAt([0.3, 0.6, 1.0], 3.0));
    }

    private static void AssertBounds(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int look = 0; look < expected.Length; look++)
        {
            Close.Relative(expected[look], actual[look], 0.0, absolute: 5e-7);
        }
    }
}
