using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V32",
    "Negative binomial rates",
    Source = "rpact 4.3.0, lrstat 0.3.3",
    Asserts = "Power of 874 patients, and that they are the fewest with 80 %",
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
}
