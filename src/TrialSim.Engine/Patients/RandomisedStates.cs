using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Engine.Patients;

/// <summary>The bits of patients that are known at randomisation: arm, covariate levels, numeric limits.</summary>
internal sealed class RandomisedStates
{
    private readonly ImmutableArray<StateBit> _bits;
    private readonly ulong[] _ofArms;
    private readonly bool _followFromArm;

    /// <param name="bits">All bits of the trial.</param>
    /// <param name="arms">How many arms there are.</param>
    public RandomisedStates(ImmutableArray<StateBit> bits, int arms)
    {
        _bits = bits;
        _followFromArm = !bits.Any(bit => bit is LevelBit or AtLeastBit);
        _ofArms = [.. Enumerable.Range(0, _followFromArm ? arms : 0).Select(arm => WorkOut(arm, []))];
    }

    /// <summary>The state of one patient.</summary>
    /// <param name="arm">Index of the arm.</param>
    /// <param name="covariates">One value per covariate.</param>
    public ulong Of(int arm, ReadOnlySpan<double> covariates) => _followFromArm ? _ofArms[arm] : WorkOut(arm, covariates);

    private ulong WorkOut(int arm, ReadOnlySpan<double> covariates)
    {
        ulong state = 0;
        foreach (StateBit bit in _bits)
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
