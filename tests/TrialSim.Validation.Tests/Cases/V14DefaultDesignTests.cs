using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V14",
    "gsDesign's default design: three looks, Hwang–Shih–DeCani −4 and −2, futility non-binding",
    Source = "gsDesign 3.11, gsDesign(); its bounds with a t test, simulated in R",
    Asserts = "Upper and lower bounds, information, crossing probabilities under both hypotheses, expected information; a t test with stops in Sequential/StoppingTests",
    Tolerance = "every printed digit (asked: N)")]
public sealed class V14DefaultDesignTests
{
    [Fact, Trait("Source", "AgainstR")]
    public void Design()
    {
        double[] looks = [1.0 / 3.0, 2.0 / 3.0, 1.0];
        SequentialDesign design = SequentialDesign.FromSpending(
            Spending.HwangShihDeCani(0.025, -4.0), Spending.HwangShihDeCani(0.1, -2.0), looks, FutilityRule.NonBinding);

        Printed.Digits("3.0107395 2.5465306 1.9992264", design.Bounds.Efficacy);
        Printed.AllButTheLastDigit("1.99922637", design.Bounds.Futility[2]);

        // gsDesign's grid leaves 1e-7 on what rests on β.
        Assert.Equal(-0.23872396, design.Bounds.Futility[0], 2e-7);
        Assert.Equal(0.94106735, design.Bounds.Futility[1], 2e-7);
        Assert.Equal(0.35662773, looks[0] * design.InflationFactor, 2e-7);
        Assert.Equal(0.71325547, looks[1] * design.InflationFactor, 2e-7);
        Assert.Equal(1.06988320, design.InflationFactor, 2e-7);
        Printed.Digits("0.1412 0.4403 0.3185", design.UnderAlternative.Efficacy);
        Printed.Digits("0.0148 0.0289 0.0563", design.UnderAlternative.Futility);
        Printed.Digits("0.4057 0.4290 0.1420", design.UnderNull.Futility);
        Printed.Digits("0.6249", design.ExpectedInformationUnderNull);
        Printed.Digits("0.7913", design.ExpectedInformationUnderAlternative);
    }
}
