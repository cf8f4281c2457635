using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Allocations;

/// <summary>Shuffled blocks, one sequence a stratum. By another ratio open blocks are left, and new ones are as many times the sum of the ratio as before.</summary>
internal sealed class BlockChooser : IArmChooser
{
    private readonly Stratification _strata;
    private readonly ImmutableArray<int> _sumsPerBlock;
    private readonly int _largestSums;
    private readonly int[] _ratio;
    private readonly byte[][] _blocks;
    private readonly int[] _used;
    private readonly int[] _size;
    private readonly StreamUniforms _uniforms = new((uint)Purpose.Allocation);
    private int _ratioSum;

    /// <param name="ratio">The planned weights.</param>
    /// <param name="sumsPerBlock">Sizes of blocks, as multiples of the sum of the ratio, to choose among with equal probability.</param>
    /// <param name="strata">The strata.</param>
    public BlockChooser(ImmutableArray<int> ratio, ImmutableArray<int> sumsPerBlock, Stratification strata)
    {
        _strata = strata;
        _sumsPerBlock = sumsPerBlock;
        _largestSums = sumsPerBlock.Max();
        _ratio = new int[ratio.Length];
        _blocks = new byte[strata.StratumCount][];
        for (int stratum = 0; stratum < _blocks.Length; stratum++)
        {
            _blocks[stratum] = new byte[_largestSums * ratio.Sum()];
        }

        _used = new int[_blocks.Length];
        _size = new int[_blocks.Length];
    }

    /// <param name="allocation">By blocks of given sizes.</param>
    public BlockChooser(Allocation allocation)
        : this(allocation.Ratio, [.. allocation.BlockSizes.Select(size => size / allocation.Ratio.Sum())], allocation.Strata)
    {
    }

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<int> ratio)
    {
        ratio.CopyTo(_ratio);
        _ratioSum = 0;
        foreach (int weight in ratio)
        {
            _ratioSum += weight;
        }

        Array.Clear(_used);
        Array.Clear(_size);
    }

    /// <inheritdoc/>
    public byte Next(in Newcomer patient)
    {
        int stratum = _strata.StratumOf(patient.Covariates, patient.Site);
        if (_used[stratum] == _size[stratum])
        {
            OpenBlock(stratum, patient.Key);
        }

        return _blocks[stratum][_used[stratum]++];
    }

    private void OpenBlock(int stratum, PatientKey opener)
    {
        // The first draw says how large the block is, where there is a choice; the others shuffle it.
        int choices = _sumsPerBlock.Length;
        int spent = choices == 1 ? 0 : 1;
        ReadOnlySpan<double> uniforms = _uniforms.Draw(opener, spent + (_largestSums * _ratioSum));
        int sums = choices == 1 ? _sumsPerBlock[0] : _sumsPerBlock[Draws.IndexAt(uniforms[0], choices)];
        int size = sums * _ratioSum;
        uniforms = uniforms[spent..];
        if (size > _blocks[stratum].Length)
        {
            _blocks[stratum] = new byte[size];
        }

        Span<byte> block = _blocks[stratum].AsSpan(0, size);
        int place = 0;
        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            int share = _ratio[arm] * sums;
            block.Slice(place, share).Fill((byte)arm);
            place += share;
        }

        for (int last = size - 1; last > 0; last--)
        {
            int other = Draws.IndexAt(uniforms[size - 1 - last], last + 1);
            (block[last], block[other]) = (block[other], block[last]);
        }

        _used[stratum] = 0;
        _size[stratum] = size;
    }
}
