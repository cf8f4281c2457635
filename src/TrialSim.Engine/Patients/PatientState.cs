using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>Builds the bits that are known at randomisation.</summary>
internal static class PatientState
{
    /// <summary>The state of a patient at randomisation: arm, covariate levels, numeric limits.</summary>
    public static ulong AtRandomisation(ImmutableArray<StateBit> bits, int arm, ReadOnlySpan<double> covariates)
    {
        ulong state = 0;
        foreach (StateBit bit in bits)
        {
            bool holds = bit switch
            {
                ArmBit armBit => armBit.Arm == arm,
                LevelBit level => (int)covariates[level.Covariate] == level.Level,
                AtLeastBit limit => covariates[limit.Covariate] >= limit.Value,
                _ => false,
            };
            if (holds)
            {
                state |= bit.Mask;
            }
        }

        return state;
    }
}
