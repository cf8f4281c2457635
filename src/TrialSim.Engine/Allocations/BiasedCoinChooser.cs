using TrialSim.Model.Design;

namespace TrialSim.Engine.Allocations;

/// <summary>Efron's biased coin, for several arms and any ratio: the arms of the stratum that are furthest behind the ratio are favoured.</summary>
internal sealed class BiasedCoinChooser(Allocation allocation) : IArmChooser
{
    private readonly int[] _ratio = new int[allocation.Ratio.Length];
    private readonly int[] _patients = new int[allocation.Ratio.Length * allocation.Strata.StratumCount];
    private readonly bool[] _isBehind = new bool[allocation.Ratio.Length];

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<int> ratio)
    {
        ratio.CopyTo(_ratio);
        Array.Clear(_patients);
    }

    /// <inheritdoc/>
    public byte Next(in Newcomer patient)
    {
        Span<int> patients = _patients.AsSpan(allocation.Strata.StratumOf(patient.Covariates, patient.Site) * _ratio.Length, _ratio.Length);
        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            _isBehind[arm] = _ratio[arm] > 0 && IsFurthestBehind(arm, patients);
        }

        byte next = ArmDraw.Favouring(_ratio, _isBehind, allocation.FavouredProbability, patient.Draws.NextUniform());
        patients[next]++;
        return next;
    }

    // In whole numbers, so that equal shares are equal.
    private bool IsFurthestBehind(int arm, ReadOnlySpan<int> patients)
    {
        for (int other = 0; other < _ratio.Length; other++)
        {
            if (_ratio[other] > 0 && (long)patients[other] * _ratio[arm] < (long)patients[arm] * _ratio[other])
            {
                return false;
            }
        }

        return true;
    }
}
