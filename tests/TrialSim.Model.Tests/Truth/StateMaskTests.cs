using TrialSim.Model.Truth;

namespace TrialSim.Model.Tests.Truth;

public sealed class StateMaskTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Holds_BitsInsideTheMask_Decide()
    {
        // Bit 0 set and bit 2 clear; bit 1 does not matter.
        StateMask mask = new(0b101, 0b001);

        Assert.True(mask.Holds(0b001));
        Assert.True(mask.Holds(0b011));
        Assert.False(mask.Holds(0b101));
        Assert.False(mask.Holds(0b000));
        Assert.True(StateMask.Always.Holds(ulong.MaxValue));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Effect_SeveralTerms_HoldsWhenAnyDoes()
    {
        Effect effect = new(0, [new StateMask(1, 1), new StateMask(2, 2)], 0);

        Assert.True(effect.Holds(1));
        Assert.True(effect.Holds(2));
        Assert.False(effect.Holds(4));
    }

    [Fact, Trait("Source", "Property")]
    public void NamedPurpose_KindsAndNames_HaveTheHighBitAndDiffer()
    {
        uint[] purposes =
        [
            NamedPurpose.Of("event", "death"), NamedPurpose.Of("event", "progression"),
            NamedPurpose.Of("covariate", "death"), NamedPurpose.Of("covariate", "stage"),
        ];

        Assert.All(purposes, purpose => Assert.True(purpose >= NamedPurpose.HighBit));
        Assert.Equal(purposes.Length, purposes.Distinct().Count());
    }
}
