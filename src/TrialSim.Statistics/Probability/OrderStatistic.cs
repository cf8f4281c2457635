namespace TrialSim.Statistics.Probability;

/// <summary>The n-th smallest of some numbers, without sorting them (Hoare, "Algorithm 65: Find", Communications of the ACM 4, 1961).</summary>
public static class OrderStatistic
{
    // A part this small is sorted.
    private const int SmallPart = 16;

    /// <summary>The n-th smallest; R's <c>sort(x)[n]</c>. Time grows with the count on average, and with count × log count at worst. Allocates nothing.</summary>
    /// <param name="numbers">In any order, none of them NaN; they are put into another order.</param>
    /// <param name="n">1…count.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not among 1…count.</exception>
    public static double Smallest(Span<double> numbers, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, numbers.Length);
        Span<double> part = numbers;
        int place = n - 1;

        // Bad pivots, of which a random order has hardly any, leave the rest to a sort.
        for (int pivots = 2 * int.Log2(numbers.Length); part.Length > SmallPart && pivots > 0; pivots--)
        {
            (int below, int above) = Partition(part, MiddleOfThree(part[0], part[part.Length / 2], part[^1]));
            if (place > below && place < above)
            {
                return part[place];
            }

            bool isBelow = place <= below;
            part = isBelow ? part[..(below + 1)] : part[above..];
            place -= isBelow ? 0 : above;
        }

        part.Sort();
        return part[place];
    }

    // Afterwards all up to `below` are at most the pivot, all from `above` on at least the pivot, and what lies between equals it.
    private static (int Below, int Above) Partition(Span<double> part, double pivot)
    {
        int left = 0;
        int right = part.Length - 1;
        while (left <= right)
        {
            while (part[left] < pivot)
            {
                left++;
            }

            while (part[right] > pivot)
            {
                right--;
            }

            if (left <= right)
            {
                (part[left], part[right]) = (part[right], part[left]);
                left++;
                right--;
            }
        }

        return (right, left);
    }

    private static double MiddleOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
