using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V30",
    "Assurance",
    Source = "Closed form; gsDesign 3.11, gsPOS",
    Asserts = "Power and assurance of 300 events, by the closed form and by integral; gsPOS of gsDesign(k = 2)",
    Tolerance = "every printed digit; gsPOS N, whose default grid leaves 1e-4")]
public sealed class V30AssuranceTests
{
    [Fact, Trait("Source", "AgainstR")]
    public void OneLook()
    {
        double effect = -Math.Log(0.7);

        Printed.Digits("0.87053666", Assurance.OfEstimate(effect, 0.0, 75.0, 0.025));
        Printed.Digits("0.71378142", Assurance.OfEstimate(effect, 0.2, 75.0, 0.025));
        Printed.Digits(
            "0.71378142",
            Integral.Of(
                x => Assurance.OfEstimate(x, 0.0, 75.0, 0.025) * Math.Exp(-0.5 * Math.Pow((x - effect) / 0.2, 2)) / (0.2 * Math.Sqrt(2.0 * Math.PI)),
                effect - 2.0,
                effect + 2.0));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void TwoLooks()
    {
        SequentialDesign design = SequentialDesign.FromSpending(
            Spending.HwangShihDeCani(0.025, -4.0), Spending.HwangShihDeCani(0.1, -2.0), [0.5, 1.0], FutilityRule.NonBinding);

        // The prior's mean is the effect the trial is planned for: its drift at the inflated maximum.
        Printed.Numerical("0.7489321", ConditionalPower.Assurance(design.Bounds, design.Drift, 0.5 * design.Drift));
    }
}
