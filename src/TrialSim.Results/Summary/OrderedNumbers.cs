using System.Numerics;
using System.Runtime.InteropServices;

namespace TrialSim.Results.Summary;

/// <summary>
/// Numbers that come in any order and are read in ascending order. As many as <see cref="Most"/> are kept as they are. Where there are more, they are counted in cells, so that memory does not grow with their number: those that agree in all but
/// the last bits share one and are read as the least of them. The bits are as many as leave no more than <see cref="MostCells"/> cells, none where there are no more different numbers than that.
/// </summary>
internal sealed class OrderedNumbers
{
    /// <summary>How many are kept as they are.</summary>
    public const int Most = 1 << 20;

    /// <summary>How many different ones there are from then on.</summary>
    public const int MostCells = 1 << 18;

    private const int AtOnce = 1 << 17;

    private readonly List<double> _recent = [];
    private double[] _least = []; // Of each cell, ascending; behind the last cell is room for the next ones to come.
    private long[] _upTo = []; // How many numbers there are up to the end of each of them.
    private int _cells;
    private int _droppedBits;
    private bool _isSorted = true;

    /// <summary>How many there are.</summary>
    public long Count => Counted + _recent.Count;

    private long Counted => _cells == 0 ? 0 : _upTo[_cells - 1];

    /// <summary>Takes one more.</summary>
    /// <param name="number">A number; +∞ may be.</param>
    public void Add(double number)
    {
        if (_recent.Count == (_cells == 0 ? Most : AtOnce))
        {
            CountRecent();
        }

        _recent.Add(number);
        _isSorted = false;
    }

    /// <summary>The number at a place.</summary>
    /// <param name="place">From 0, the least, to <see cref="Count"/> − 1.</param>
    public double At(long place)
    {
        Settle();
        return _cells == 0 ? _recent[(int)place] : _least[FirstAbove(_upTo.AsSpan(0, _cells), place)];
    }

    /// <summary>How many are less than a limit.</summary>
    public long CountBelow(double limit)
    {
        Settle();
        if (_cells == 0)
        {
            return FirstNotBelow(CollectionsMarshal.AsSpan(_recent), limit);
        }

        int first = FirstNotBelow(_least.AsSpan(0, _cells), limit);
        return first == 0 ? 0 : _upTo[first - 1];
    }

    /// <summary>How many are not more than a limit.</summary>
    public long CountUpTo(double limit) => CountBelow(Math.BitIncrement(limit));

    private void Settle()
    {
        if (_isSorted)
        {
            return;
        }

        if (_cells == 0)
        {
            _recent.Sort();
            _isSorted = true;
        }
        else
        {
            CountRecent();
        }
    }

    private void CountRecent()
    {
        if (_cells == 0)
        {
            _least = new double[MostCells + AtOnce];
            _upTo = new long[MostCells + AtOnce];
        }

        _recent.Sort();
        for (int from = 0; from < _recent.Count; from += AtOnce)
        {
            Merge(CollectionsMarshal.AsSpan(_recent)[from..Math.Min(from + AtOnce, _recent.Count)]);
            _droppedBits = BitsToDrop();
            Unite();
        }

        _recent.Clear();
        _recent.Capacity = AtOnce;
        _isSorted = true;
    }

    // From the greatest downwards, so that no cell is written over before it has moved.
    private void Merge(ReadOnlySpan<double> ascending)
    {
        int old = _cells - 1;
        int next = ascending.Length - 1;
        _cells += ascending.Length;
        for (int to = _cells - 1; next >= 0; to--)
        {
            _upTo[to] = (old < 0 ? 0 : _upTo[old]) + next + 1;
            _least[to] = old >= 0 && _least[old] > ascending[next] ? _least[old--] : ascending[next--] + 0.0; // −0 and 0 are one number, with different bits.
        }
    }

    // Never fewer than before: with fewer, what has come already would not fit.
    private int BitsToDrop()
    {
        Span<int> parted = stackalloc int[65]; // How many neighbours agree in all but so many of the last bits.
        for (int cell = 1; cell < _cells; cell++)
        {
            parted[64 - BitOperations.LeadingZeroCount(Difference(cell - 1, cell))]++;
        }

        int bits = 0;
        for (int cells = _cells - parted[0]; cells > MostCells || bits < _droppedBits; cells -= parted[bits])
        {
            bits++;
        }

        return bits;
    }

    private void Unite()
    {
        int last = 0;
        for (int cell = 1; cell < _cells; cell++)
        {
            if (Difference(last, cell) >> _droppedBits != 0)
            {
                last++;
                _least[last] = _least[cell];
            }

            _upTo[last] = _upTo[cell];
        }

        _cells = last + 1;
    }

    private ulong Difference(int cell, int other) => BitConverter.DoubleToUInt64Bits(_least[cell]) ^ BitConverter.DoubleToUInt64Bits(_least[other]);

    private static int FirstNotBelow(ReadOnlySpan<double> ascending, double limit)
    {
        int from = 0;
        int to = ascending.Length;
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            (from, to) = ascending[middle] < limit ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static int FirstAbove(ReadOnlySpan<long> ascending, long limit)
    {
        int from = 0;
        int to = ascending.Length;
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            (from, to) = ascending[middle] <= limit ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
