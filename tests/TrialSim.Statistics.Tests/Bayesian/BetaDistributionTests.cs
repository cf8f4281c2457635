using TrialSim.Statistics.Bayesian;
using Xunit;

namespace TrialSim.Statistics.Tests.Bayesian;

public sealed class BetaDistributionTests
{
    // 9 of 20 with an even prior: pbeta(.3, 10, 12, lower.tail = FALSE)
    [Fact, Trait("Source", "AgainstR")]
    public void ProbabilityAbove_NineOfTwenty_IsThatOfR() =>
        Close.Relative(0.932427233005, new BetaDistribution(1, 1).After(9, 20).ProbabilityAbove(0.3), 1e-11);

    // integrate(function(x) dbeta(x, a0, b0) * pbeta(x + d, a1, b1, lower.tail = FALSE), 0, 1), piece by piece; with shapes of .2, where that diverges,
    // integrate(function(u) pbeta(qbeta(u, a0, b0, lower.tail = FALSE) + d, a1, b1, lower.tail = FALSE), 0, 1, rel.tol = 1e-12)
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(15, 17, 9, 23, 0.0, 0.943089794048)]
    [InlineData(15, 17, 9, 23, 0.1, 0.773288980148)]
    [InlineData(3.5, 9.5, 0.5, 12.5, 0.0, 0.974710037556)]
    [InlineData(3.2, 9.2, 12.2, 0.2, -0.3, 0.00181824728064)]
    [InlineData(3.2, 9.2, 0.2, 12.2, 0.0, 0.989658079611)]
    [InlineData(521, 481, 481, 521, 0.02, 0.814012438662)]
    public void ProbabilityExceeds_OfTwoArms_IsTheIntegral(double alpha, double beta, double otherAlpha, double otherBeta, double difference, double expected) =>
        Close.Relative(expected, new BetaDistribution(alpha, beta).ProbabilityExceeds(new BetaDistribution(otherAlpha, otherBeta), difference), 1e-9);

    // Whole shapes and no difference: Σ over i < α of B(α0 + i, β1 + β0) / ((β1 + i) B(1 + i, β1) B(α0, β0)) is the chance that the first exceeds the second (Miller's sum).
    [Fact, Trait("Source", "Theory")]
    public void ProbabilityExceeds_WholeShapes_IsTheClosedSum()
    {
        for (int own = 1; own < 30; own += 4)
        {
            for (int other = 1; other < 40; other += 7)
            {
                double sum = 0.0;
                for (int i = 0; i < own; i++)
                {
                    sum += Math.Exp(LogBeta(other + i, 20 + 15) - Math.Log(20 + i) - LogBeta(1 + i, 20) - LogBeta(other, 15));
                }

                Close.Relative(sum, new BetaDistribution(own, 20).ProbabilityExceeds(new BetaDistribution(other, 15), 0.0), 1e-9, 1e-11);
            }
        }
    }

    [Fact, Trait("Source", "Property")]
    public void ProbabilityExceeds_BothWays_AddsUpToOne()
    {
        BetaDistribution one = new(0.3, 40);
        BetaDistribution other = new(7, 2000);

        Assert.Equal(1.0, one.ProbabilityExceeds(other, 0.001) + other.ProbabilityExceeds(one, -0.001), 1e-10);
        Assert.Equal((1.0, 0.0), (one.ProbabilityExceeds(other, -1.0), one.ProbabilityExceeds(other, 1.0)));
    }

    [Fact, Trait("Source", "Theory")]
    public void ProbabilityExceeds_OnTheStack_AllocatesNothing()
    {
        BetaDistribution one = new(3, 4);
        one.ProbabilityExceeds(new BetaDistribution(4, 3), 0.1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        one.ProbabilityExceeds(new BetaDistribution(4, 3), 0.1);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact, Trait("Source", "ByHand")]
    public void BetaDistribution_OutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaDistribution(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaDistribution(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaDistribution(1, 1).After(3, 2));
    }

    private static double LogBeta(double a, double b) =>
        MathNet.Numerics.SpecialFunctions.GammaLn(a) + MathNet.Numerics.SpecialFunctions.GammaLn(b) - MathNet.Numerics.SpecialFunctions.GammaLn(a + b);
}
