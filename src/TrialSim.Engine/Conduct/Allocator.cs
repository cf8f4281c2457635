using TrialSim.Engine.Randomness;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Conduct;

/// <summary>Gives each patient, in screening order, an arm. One instance serves one worker; <see cref="Restart"/> begins a new trial.</summary>
internal sealed class Allocator
{
    private readonly Allocation _allocation;
    private readonly int[] _ratio;
    private readonly double[] _cumulative;
    private readonly int[] _sumsPerBlock;
    private readonly byte[][] _blocks;
    private readonly int[] _used;
    private readonly int[] _size;
    private int _ratioSum;
    private int _ratioVersion;

    public Allocator(Allocation allocation)
    {
        _allocation = allocation;
        _ratio = new int[allocation.Ratio.Length];
        _cumulative = new double[allocation.Ratio.Length];
        Weigh(allocation.Ratio.AsSpan());
        _sumsPerBlock = allocation.Method switch
        {
            AllocationMethod.PermutedBlock => [.. allocation.BlockSizes.Select(size => size / _ratioSum)],
            AllocationMethod.FixedSizes => [1],
            _ => [],
        };
        int strata = _sumsPerBlock.Length == 0 ? 0 : allocation.Strata.StratumCount;
        _blocks = new byte[strata][];
        for (int stratum = 0; stratum < strata; stratum++)
        {
            _blocks[stratum] = new byte[_sumsPerBlock.Max() * _ratioSum];
        }

        _used = new int[strata];
        _size = new int[strata];
    }

    /// <summary>Forgets the blocks of the last trial.</summary>
    public void Restart()
    {
        Array.Clear(_used);
        Array.Clear(_size);
        Weigh(_allocation.Ratio.AsSpan());
        _ratioVersion = 0;
    }

    /// <summary>Takes over the ratio as it stands. Where it has changed, open blocks are left, and new ones are as many times the sum of the ratio as before.</summary>
    public void Follow(TrialState state)
    {
        if (state.RatioVersion != _ratioVersion)
        {
            _ratioVersion = state.RatioVersion;
            Array.Clear(_used);
            Array.Clear(_size);
            Weigh(state.Ratio);
        }
    }

    /// <summary>The arm of the next patient.</summary>
    public byte Next(ulong seed, uint replicate, uint patient, ReadOnlySpan<double> covariates)
    {
        if (_sumsPerBlock.Length == 0)
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

    private void Weigh(ReadOnlySpan<int> ratio)
    {
        ratio.CopyTo(_ratio);
        _ratioSum = 0;
        foreach (int weight in ratio)
        {
            _ratioSum += weight;
        }

        int sum = 0;
        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            sum += _ratio[arm];
            _cumulative[arm] = (double)sum / _ratioSum;
        }
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
        int sums = _sumsPerBlock.Length == 1 ? _sumsPerBlock[0] : _sumsPerBlock[draws.NextIndex(_sumsPerBlock.Length)];
        int size = sums * _ratioSum;
        if (size > _blocks[stratum].Length)
        {
            _blocks[stratum] = new byte[size];
        }

        Span<byte> block = _blocks[stratum].AsSpan(0, size);
        int place = 0;
        for (int arm = 0; arm < _cumulative.Length; arm++)
        {
            int share = _ratio[arm] * sums;
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
