using TrialSim.Statistics.Proportions;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V11",
    "Single-stage exact designs",
    Source = "R clinfun 1.1.5, ph2single; exact binomial",
    Asserts = "Smallest n, r, exact α and power of four designs",
    Tolerance = "every printed digit")]
public sealed class V11SingleStageTests
{
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(0.05, 0.20, 4, 27, "0.043736", "0.817717")]
    [InlineData(0.10, 0.30, 6, 25, "0.033400", "0.806512")]
    [InlineData(0.20, 0.40, 12, 35, "0.034357", "0.804825")]
    [InlineData(0.30, 0.50, 17, 39, "0.049984", "0.831608")]
    public void Smallest(double p0, double p1, int responders, int patients, string alpha, string power)
    {
        SingleStageDesign design = SingleStageDesign.Smallest(p0, p1, 0.05, 0.8, 1_000);

        Assert.Equal((patients, responders), (design.Patients, design.RespondersToReject));
        Printed.Digits(alpha, design.RejectionProbability(p0));
        Printed.Digits(power, design.RejectionProbability(p1));
    }
}
