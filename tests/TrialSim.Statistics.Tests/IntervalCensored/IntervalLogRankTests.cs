using TrialSim.Statistics.IntervalCensored;
using Xunit;

namespace TrialSim.Statistics.Tests.IntervalCensored;

public sealed class IntervalLogRankTests
{
    // Right-censored without ties: coin::logrank_test(Surv(time, event) ~ factor(arm)), whose scores and permutation variance are the same; see below.
    // time 3, 5, 7, 9, 11, 13, 17, 19; event 1, 0, 1, 1, 1, 0, 1, 1; arm 0, 1, 0, 0, 1, 0, 1, 1: Z² = 1.69722838137472.
    [Fact, Trait("Source", "AgainstR")]
    public void Test_RightCensored_MatchesPermutationLogRank()
    {
        double[] times = [3, 5, 7, 9, 11, 13, 17, 19];
        double[] upper = [3, double.PositiveInfinity, 7, 9, 11, double.PositiveInfinity, 17, 19];

        IntervalLogRankResult result = IntervalLogRank.Test(new IntervalSample(times, upper), [0, 1, 0, 0, 1, 0, 1, 1]);

        Assert.Equal(1.69722838137472, result.ChiSquare, 1e-9);
        Assert.True(result.Z > 0.0);
    }

    // (0, 2] v (2, 4]: S = 1, ½, 0, Λ = ½, 1½; scores ½·½ / ½ = ½ and −½·½ / ½ = −½; variance (¼ + ¼) / 1, χ² = ½² / ½ + ½² / ½ = 1.
    [Fact, Trait("Source", "ByHand")]
    public void Test_TwoPatients_IsOne() =>
        Assert.Equal((1.0, 1.0, 1), (Result([0.0, 2.0], [2.0, 4.0]).Z, Result([0.0, 2.0], [2.0, 4.0]).ChiSquare, Result([0.0, 2.0], [2.0, 4.0]).DegreesOfFreedom));

    [Fact, Trait("Source", "Property")]
    public void Test_NothingToCompare_SaysWhy()
    {
        double infinite = double.PositiveInfinity;

        Assert.Equal(NotEstimable.NoPatients, IntervalLogRank.Test(new IntervalSample([], []), []).Reason);
        Assert.Equal(NotEstimable.NoEvents, Result([1.0, 2.0], [infinite, infinite]).Reason);
        Assert.Equal(NotEstimable.NoVariance, Result([1.0, 1.0], [2.0, 2.0]).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, IntervalLogRank.Test(new IntervalSample([1.0, 2.0], [2.0, 3.0]), [1, 1]).Reason);
    }

    private static IntervalLogRankResult Result(double[] lower, double[] upper) => IntervalLogRank.Test(new IntervalSample(lower, upper), [0, 1]);
}
