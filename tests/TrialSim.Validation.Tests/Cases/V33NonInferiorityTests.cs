using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V33",
    "Non-inferiority margin that keeps half the effect",
    Source = "pharma-skills #175; exp(0.5 · 0.5108)",
    Asserts = "Margin from a historical hazard ratio of 0.60",
    Tolerance = "every printed digit")]
public sealed class V33NonInferiorityTests
{
    [Fact, Trait("Source", "Published")]
    public void Margin()
    {
        Printed.Digits("1.291", NonInferiorityMargin.HazardRatio(0.6, 0.5));
        Assert.Equal(Math.Sqrt(1.0 / 0.6), NonInferiorityMargin.HazardRatio(0.6, 0.5), 1e-14);
    }
}
