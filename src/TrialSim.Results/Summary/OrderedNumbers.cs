using System.Runtime.InteropServices;

namespace TrialSim.Results.Summary;

/// <summary>
/// Numbers that come in any order and are read in ascending order. As many as <see cref="Most"/> are kept as they are; where there are more, all of them are rounded to 14 significant bits (whole numbers up to 16,384 stay as they are, others are
/// moved by one part in 16,384, 0.006 %, at most) and counted, so that memory does not grow with their number.
/// </summary>
internal sealed class OrderedNumbers
{
    /// <summary>How many are kept as they are.</summary>
    public const int Most = 1 << 20;

    private const int DroppedBits = 39; // Of the 52 behind the leading one of a double.

    private readonly List<double> _recent = [];
    private double[] _values = []; // Rounded, ascending, each once.
    private long[] _upTo = []; // How many numbers there are up to each of them.
    private bool _isSorted = true;

    /// <summary>How many there are.</summary>
    public long Count => Folded + _recent.Count;

    private long Folded => _upTo.Length == 0 ? 0 : _upTo[^1];

    /// <summary>Takes one more.</summary>
    /// <param name="number">A number; +∞ may be.</param>
    public void Add(double number)
    {
        if (_recent.Count == Most)
        {
            Fold();
        }

        _recent.Add(number);
        _isSorted = false;
    }

    /// <summary>The number at a place.</summary>
    /// <param name="place">From 0, the least, to <see cref="Count"/> − 1.</param>
    public double At(long place)
    {
        Settle();
        return _values.Length == 0 ? _recent[(int)place] : _values[FirstAbove(_upTo, place)];
    }

    /// <summary>How many are less than a limit.</summary>
    public long CountBelow(double limit)
    {
        Settle();
        if (_values.Length == 0)
        {
            return FirstNotBelow(CollectionsMarshal.AsSpan(_recent), limit);
        }

        int first = FirstNotBelow(_values, limit);
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

        if (_values.Length == 0)
        {
            _recent.Sort();
            _isSorted = true;
        }
        else
        {
            Fold();
        }
    }

    private void Fold()
    {
        _recent.Sort();
        List<double> values = new(_values.Length);
        List<long> upTo = new(_values.Length);
        int old = 0;
        int next = 0;
        long count = 0;
        while (old < _values.Length || next < _recent.Count)
        {
            double ofOld = old < _values.Length ? _values[old] : double.PositiveInfinity;
            double ofRecent = next < _recent.Count ? Rounded(_recent[next]) : double.PositiveInfinity;
            double value = Math.Min(ofOld, ofRecent);
            if (old < _values.Length && ofOld == value)
            {
                count += _upTo[old] - (old == 0 ? 0 : _upTo[old - 1]);
                old++;
            }

            while (next < _recent.Count && Rounded(_recent[next]) == value)
            {
                count++;
                next++;
            }

            values.Add(value);
            upTo.Add(count);
        }

        _values = [.. values];
        _upTo = [.. upTo];
        _recent.Clear();
        _isSorted = true;
    }

    private static double Rounded(double number) =>
        BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(number) + (1L << (DroppedBits - 1))) & -(1L << DroppedBits));

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
