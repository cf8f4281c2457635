using TrialSim.Model.Design;

namespace TrialSim.Model.Tests.Design;

public sealed class RejectionCriterionTests
{
    [Theory, Trait("Source", "ByHand")]
    [InlineData(RejectionSides.Both, 2.0, true)]
    [InlineData(RejectionSides.Both, -2.0, true)]
    [InlineData(RejectionSides.Both, 1.9, false)]
    [InlineData(RejectionSides.Benefit, 2.0, true)]
    [InlineData(RejectionSides.Benefit, -2.0, false)]
    [InlineData(RejectionSides.Benefit, -9.0, false)]
    public void IsMetBy_OneSided2Point5Percent_RejectsBeyond1Point96OnItsSides(RejectionSides sides, double z, bool rejects)
    {
        Assert.Equal(rejects, new RejectionCriterion(0.025, sides).IsMetBy(z));
    }
}
