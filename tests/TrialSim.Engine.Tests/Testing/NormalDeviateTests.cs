using TrialSim.Engine.Analyses;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Tests.Testing;

/// <summary>Tests that are not normal are held against normal bounds by the deviate of their p-value.</summary>
public sealed class NormalDeviateTests
{
    // R 4: qnorm(pt(2.5, 10, lower.tail = FALSE), lower.tail = FALSE) = 2.151372065581, with p = 0.015723422118.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(RejectionSides.Benefit, 0.015723422118, 2.5, 2.151372065581)]
    [InlineData(RejectionSides.Both, 0.031446844236, 2.5, 2.151372065581)]
    [InlineData(RejectionSides.Both, 0.031446844236, -2.5, -2.151372065581)]
    public void NormalDeviate_PValueOfT_IsThatOfR(RejectionSides sides, double pValue, double t, double expected) =>
        Assert.Equal(expected, ResultRow.NormalDeviate(new RejectionCriterion(0.025, sides), pValue, t), 1e-9);

    [Theory, Trait("Source", "Property")]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void NormalDeviate_CertainPValue_IsFinite(double pValue) =>
        Assert.True(double.IsFinite(ResultRow.NormalDeviate(new RejectionCriterion(0.025, RejectionSides.Benefit), pValue, 1)));
}
