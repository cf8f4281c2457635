using TrialSim.Engine.Randomness;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Conduct;

/// <summary>Gives each patient, in screening order, an arm. One instance serves one worker; <see cref="Restart"/> begins a new trial.</summary>
internal sealed class Allocator
{
    private readonly Allocation _allocation;
    private readonly double[] _cumulative;
    private readonly int[] _blockSizes;
    private readonly int _ratioSum;
    private readonly byte[][] _blocks;
    private readonly int[] _used;
    private readonly int[] _size;

    public Allocator(Allocation allocation)
    {
        _allocation = allocation;
        _ratioSum = allocation.Ratio.Sum();
        _cumulative = new double[allocation.Ratio.Length];
        int sum = 0;
        for (int arm = 0; arm < _cumulative.Length; arm++)
        {
            sum += allocation.Ratio[arm];
            _cumulative[arm] = (double)sum / _ratioSum;
        }

        _blockSizes = allocation.Method switch
        {
            AllocationMethod.PermutedBlock => [.. allocation.BlockSizes],
            AllocationMethod.FixedSizes => [_ratioSum],
            _ => [],
        };
        int strata = _blockSizes.Length == 0 ? 0 : allocation.Strata.StratumCount;
        _blocks = new byte[strata][];
        for (int stratum = 0; stratum < strata; stratum++)
        {
            _blocks[stratum] = new byte[_blockSizes.Max()];
        }

        _used = new int[strata];
        _size = new int[strata];
    }

    /// <summary>Forgets the blocks of the last trial.</summary>
    public void Restart()
    {
        Array.Clear(_used);
        Array.Clear(_size);
    }

    /// <summary>The arm of the next patient.</summary>
    public byte Next(ulong seed, uint replicate, uint patient, ReadOnlySpan<double> covariates)
    {
        if (_blockSizes.Length == 0)
        {
            return SimpleArm(new Draws(seed, replicate, patient, Purpose.Allocation).NextUniform());
        }

        int stratum = _allocation.Strata.StratumOf(covariates);
        if (_used[stratum] == _size[stratum])
        {
            OpenBlock(stratum, seed, replicate, patient);
        }

        return _blocks[stratum][_used[stratum]++];
    }

    private byte SimpleArm(double uniform)
    {
        int arm = 0;
        while (uniform >= _cumulative[arm])
        {
            arm++;
        }

        return (byte)arm;
    }

    private void OpenBlock(int stratum, ulong seed, uint replicate, uint patient)
    {
        Draws draws = new(seed, replicate, patient, Purpose.Allocation);
        int size = _blockSizes.Length == 1 ? _blockSizes[0] : _blockSizes[draws.NextIndex(_blockSizes.Length)];
        Span<byte> block = _blocks[stratum].AsSpan(0, size);
        int place = 0;
        for (int arm = 0; arm < _cumulative.Length; arm++)
        {
            int share = _allocation.Ratio[arm] * (size / _ratioSum);
            block.Slice(place, share).Fill((byte)arm);
            place += share;
        }

        for (int last = size - 1; last > 0; last--)
        {
            int other = draws.NextIndex(last + 1);
            (block[last], block[other]) = (block[other], block[last]);
        }

        _used[stratum] = 0;
        _size[stratum] = size;
    }
}
