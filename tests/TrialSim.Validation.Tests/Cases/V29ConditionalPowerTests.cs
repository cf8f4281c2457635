using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V29",
    "Conditional and predictive power, inverse-normal combination",
    Source = "rpact 4.3.0, gsDesign 3.11 and its test-independent-test-condPower.R (East 6.5), lrstat adaptDesign",
    Asserts = "Conditional power under design, trend and null, predictive power, East's figure, weights and combined p; conditional error, conditional power and new bounds of Müller and Schäfer's example; simulated in Sequential/AdaptiveTests",
    Tolerance = "every printed digit; East's 1e-3 relative, as gsDesign's own test has it")]
public sealed class V29ConditionalPowerTests
{
    // 300 events, a look at 150 that shows Z = 1, no early claim.
    [Fact, Trait("Source", "AgainstR")]
    public void HalfWay()
    {
        SequentialBounds bounds = new(
            [0.5, 1.0], [double.PositiveInfinity, Normal.Quantile(0.975)], SequentialBounds.Unbounded(2), FutilityRule.NonBinding);

        Printed.Digits("0.65996639", ConditionalPower.At(bounds, 0, 1.0, -Math.Log(0.7) * Math.Sqrt(300.0 / 4.0)));
        Printed.Digits("0.22011418", ConditionalPower.UnderTrend(bounds, 0, 1.0));
        Printed.Digits("0.03821325", ConditionalPower.ConditionalError(bounds, 0, 1.0));
        Printed.Digits("0.29261875", ConditionalPower.Predictive(bounds, 0, 1.0));
    }

    // x <- gsDesign(k = 2, test.type = 1, n.fix = 800, timing = c(.5, 1)); condPower(z1 = 1.151764990571, n2 = 403, z2 = z2NC, theta = 0.057339132, x = x)
    [Fact, Trait("Source", "Published")]
    public void East()
    {
        SequentialBounds bounds = SequentialBounds.FromSpending(Spending.HwangShihDeCani(0.025, -4.0), [0.5, 1.0]);

        // The second stage has 403 patients, the plan 403.5; the weights stay as planned. Drift is at fraction 1, the stage is half of it.
        double drift = 0.057339132 * Math.Sqrt(2.0 * 403.0);
        Assert.Equal(0.308644, ConditionalPower.At(bounds, 0, 1.151764990571, drift), 3e-4);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void InverseNormal()
    {
        double[] weights = InverseNormalCombination.Weights([200.0, 150.0]);

        Printed.Digits("0.75592895 0.65465367", weights);
        Printed.Digits("0.00531454", Normal.UpperTail(InverseNormalCombination.Z(weights, [0.04, 0.03])));
    }

    // man/adaptDesign.Rd: getDesignMeanDiff(beta = .1, meanDiff = 15, stDev = 50, kMax = 3, alpha = .025, typeAlphaSpending = "sfOF") has 473 patients and looks at 158 and
    // 315; the first shows 8 with SD 55. adaptDesign(betaNew = .1, theta = 10, MullerSchafer = TRUE, kNew = 2, typeAlphaSpendingNew = "sfP").
    [Fact, Trait("Source", "AgainstR")]
    public void MullerSchafer()
    {
        SequentialBounds bounds = SequentialBounds.FromSpending(Spending.OBrienFleming(0.025), [158.0 / 473.0, 315.0 / 473.0, 1.0]);
        double z = 8.0 / (55.0 * Math.Sqrt(4.0 / 158.0));
        double error = ConditionalPower.ConditionalError(bounds, 0, z);

        Printed.Digits("0.9141676", z);
        Printed.Digits("0.0378", error);
        Printed.Digits("0.496", ConditionalPower.At(bounds, 0, z, 10.0 * Math.Sqrt(473.0) / (2.0 * 50.0)));
        Printed.Digits("1.988 2.018", SequentialBounds.FromSpending(Spending.Pocock(error), [0.5, 1.0]).Efficacy);
    }
}
