using TrialSim.Statistics.Bayesian;
using Xunit;

namespace TrialSim.Statistics.Tests.Bayesian;

public sealed class BestArmTests
{
    // best <- function(s, f) sapply(seq_along(s), function(i) integrate(function(x) { y <- dbeta(x, s[i] + 1, f[i] + 1)
    //   for (j in seq_along(s)[-i]) y <- y * pbeta(x, s[j] + 1, f[j] + 1); y }, 0, 1, rel.tol = 1e-10)$value)
    // best(c(12, 7), c(8, 13)); best(c(3, 9, 30), c(17, 11, 50)); best(c(0, 0), c(5, 2))   # R 4.2.2
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(new[] { 12.0, 7.0 }, new[] { 8.0, 13.0 }, new[] { 0.93926353535, 0.06073646465 })]
    [InlineData(new[] { 3.0, 9.0, 30.0 }, new[] { 17.0, 11.0, 50.0 }, new[] { 0.00757462389, 0.73527371300, 0.25715166311 })]
    [InlineData(new[] { 0.0, 0.0 }, new[] { 5.0, 2.0 }, new[] { 1 / 3.0, 2 / 3.0 })]
    public void FillProportions_UniformPrior_IsTheIntegral(double[] successes, double[] failures, double[] expected)
    {
        double[] probabilities = new double[expected.Length];
        new BestArm(expected.Length).FillProportions(successes, failures, prior: 1, [.. expected.Select(_ => true)], probabilities);

        Assert.All(expected.Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    // low <- function(d, t) sapply(seq_along(d), function(i) integrate(function(z) { x <- exp(z); y <- x * dgamma(x, d[i] + .5, t[i])
    //   for (j in seq_along(d)[-i]) y <- y * pgamma(x, d[j] + .5, t[j], lower = FALSE); y }, -60, 5, rel.tol = 1e-10)$value)
    // low(c(10, 16), c(3000, 3100)); low(c(0, 3, 5), c(800, 900, 850)); the first is also pbeta(3000/6100, 10.5, 16.5)   # R 4.2.2
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(new[] { 10.0, 16.0 }, new[] { 3000.0, 3100.0 }, new[] { 0.8630180347, 0.1369819653 })]
    [InlineData(new[] { 0.0, 3.0, 5.0 }, new[] { 800.0, 900.0, 850.0 }, new[] { 0.955100302319, 0.039933764767, 0.004965932911 })]
    public void FillHazards_HalfAnEventAsPrior_IsTheIntegral(double[] events, double[] time, double[] expected)
    {
        double[] probabilities = new double[expected.Length];
        new BestArm(expected.Length).FillHazards(events, time, prior: 0.5, [.. expected.Select(_ => true)], probabilities);

        Assert.All(expected.Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact, Trait("Source", "Property")]
    public void FillProportions_ArmThatDoesNotCount_IsLeftOut()
    {
        double[] probabilities = new double[3];
        new BestArm(3).FillProportions([12, 100, 7], [8, 0, 13], prior: 1, [true, false, true], probabilities);

        Assert.Equal(0.93926353535, probabilities[0], 1e-6);
        Assert.Equal(0, probabilities[1]);
    }
}
