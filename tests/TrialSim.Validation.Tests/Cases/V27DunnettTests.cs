using TrialSim.Statistics.Multiplicity;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V27",
    "Dunnett's critical values, equal arms",
    Source = "Multivariate normal by quadrature; Dunnett 1955",
    Asserts = "One-sided 0.025 for 1 to 5 arms, 0.05 for 2 to 5",
    Tolerance = "every printed digit (asked: N)")]
public sealed class V27DunnettTests
{
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(0.025, 1, "1.959964")]
    [InlineData(0.025, 2, "2.2121351")]
    [InlineData(0.025, 3, "2.3489761")]
    [InlineData(0.025, 4, "2.4417749")]
    [InlineData(0.025, 5, "2.5114663")]
    [InlineData(0.05, 2, "1.9163")]
    [InlineData(0.05, 3, "2.0621")]
    [InlineData(0.05, 4, "2.1603")]
    [InlineData(0.05, 5, "2.2338")]
    public void CriticalValue(double alpha, int arms, string critical) => Printed.Digits(critical, Dunnett.EqualArms(arms).CriticalValue(alpha));
}
