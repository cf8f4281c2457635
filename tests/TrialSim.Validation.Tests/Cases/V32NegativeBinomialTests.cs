using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V32",
    "Negative binomial rates",
    Source = "rpact 4.3.0, lrstat 0.3.3",
    Asserts = "Power of 874 patients, and that they are the fewest with 80 %; power of 220 patients with two looks",
    Tolerance = "every printed digit (asked: N)")]
public sealed class V32NegativeBinomialTests
{
    // Rates .28 and .40, dispersion .5, one year.
    [Fact, Trait("Source", "AgainstR")]
    public void FixedDesign()
    {
        Printed.Digits("0.8006", NegativeBinomialSize.Power(new TwoArmSize(437.0, 437.0), 0.40, 0.28, 0.5, 1.0, 0.025));
        TwoArmSize size = NegativeBinomialSize.For(0.40, 0.28, 0.5, 1.0, new TestError(0.025, 0.8), 1.0);
        Assert.Equal(874.0, size.RoundedUp.Total);
        Assert.Equal(0.8, NegativeBinomialSize.Power(size, 0.40, 0.28, 0.5, 1.0, 0.025), 1e-12);
    }

    // man/nbpower.Rd, example 2: rates 8.4 and half of it, dispersion 3, 220 patients followed for half a year, looks at half and all of the information. The page's .7997 is
    // 1 - pmvnorm(upper = c(2.962588, 1.9685956), mean = 2.805575 * sqrt(c(.5, 1)), …), .7996576.
    [Fact, Trait("Source", "AgainstR")]
    public void TwoLooks()
    {
        TestError half = new(0.025, 0.5);
        double drift = half.CriticalZ * Math.Sqrt(220.0 / NegativeBinomialSize.For(8.4, 4.2, 3.0, 0.5, half, 1.0).Total);

        Printed.Digits("0.7997", SequentialBounds.FromSpending(Spending.OBrienFleming(0.025), [0.5, 1.0]).CrossingAt(drift).TotalEfficacy);
    }
}
