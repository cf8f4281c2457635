using TrialSim.Engine.Patients;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Tests.Patients;

public sealed class RandomisedStatesTests
{
    // Where no covariate has a bit the states of arms are worked out once; a bit of a covariate in front of them must change nothing else.
    [Fact, Trait("Source", "Property")]
    public void Of_OnceForEachArmOrForEachPatient_IsTheSame()
    {
        StateBit[] ofArms = [new ArmBit(0, 1), new ArmBit(1, 0), new ElapsedBit(2, 30), new ArmBit(3, 1)];
        RandomisedStates once = new([.. ofArms], arms: 3);
        RandomisedStates forEach = new([.. ofArms, new LevelBit(4, 0, 1), new AtLeastBit(5, 1, 60)], arms: 3);

        Assert.All([0, 1, 2], arm => Assert.Equal(once.Of(arm, []), forEach.Of(arm, [0, 59.9])));
        Assert.Equal([0b10UL, 0b1001UL, 0UL], [once.Of(0, []), once.Of(1, []), once.Of(2, [])]);
        Assert.Equal(0b11_1001UL, forEach.Of(1, [1, 60]));
    }
}
