using TrialSim.Engine.Allocations;

namespace TrialSim.Engine.Tests.Allocations;

public sealed class SharesTests
{
    [Theory, Trait("Source", "ByHand")]
    [InlineData(new[] { 3.0, 1.0 }, 0.1, new[] { 0.75, 0.25 })]
    [InlineData(new[] { 99.0, 1.0 }, 0.1, new[] { 0.9, 0.1 })]
    [InlineData(new[] { 0.0, 5.0 }, 0.2, new[] { 0.2, 0.8 })]
    [InlineData(new[] { 90.0, 9.0, 1.0 }, 0.1, new[] { 0.8, 0.1, 0.1 })] // Both small ones are below: 0.09, and 0.01.
    [InlineData(new[] { 8.0, 1.2, 0.8 }, 0.1, new[] { 0.9 * 8 / 9.2, 0.9 * 1.2 / 9.2, 0.1 })]
    [InlineData(new[] { 1.0, 0.0, 0.0 }, 1 / 3.0, new[] { 1 / 3.0, 1 / 3.0, 1 / 3.0 })]
    public void Limit_Weights_RaisesWhatIsBelowAndDividesTheRest(double[] weights, double least, double[] shares)
    {
        Shares.Limit(weights, [.. weights.Select(_ => true)], least);

        Assert.Equal(shares.Select(share => Math.Round(share, 12)), weights.Select(weight => Math.Round(weight, 12)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Limit_AnArmThatTakesNobody_HasNoShare()
    {
        double[] weights = [0.0, 2.0, 6.0];
        Shares.Limit(weights, [false, true, true], 0.1);

        Assert.Equal([0.0, 0.25, 0.75], weights);
    }
}
