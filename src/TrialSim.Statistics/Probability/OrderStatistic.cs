namespace TrialSim.Statistics.Probability;

/// <summary>
/// The n-th smallest of some numbers, without sorting them: they are dealt into even buckets, and only the bucket that holds it is looked at again. A branch on each number, as pivots ask for,
/// would be guessed wrongly half the time.
/// </summary>
public static class OrderStatistic
{
    private const int Buckets = 256;

    // A part this small is sorted, and so is one that uneven numbers keep large for this often.
    private const int SmallPart = 24;
    private const int MostDeals = 4;

    /// <summary>The n-th smallest; R's <c>sort(x)[n]</c>. Time grows with the count for numbers that spread evenly, and with count × log count at worst. Allocates nothing.</summary>
    /// <param name="numbers">In any order, none of them NaN; they are put into another order.</param>
    /// <param name="n">1…count.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not among 1…count.</exception>
    public static double Smallest(Span<double> numbers, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, numbers.Length);
        Span<double> part = numbers;
        int place = n - 1;
        Span<int> counts = stackalloc int[Buckets];
        for (int deal = 0; deal < MostDeals && part.Length > SmallPart; deal++)
        {
            (double least, double largest) = Range(part);
            if (least == largest)
            {
                return least;
            }

            // A hair below the whole, so that the largest falls into the last bucket.
            double perUnit = (1.0 - 1e-12) * Buckets / (largest - least);
            if (!double.IsFinite(perUnit) || perUnit == 0.0)
            {
                break;
            }

            part = Deal(part, least, perUnit, counts, ref place);
        }

        part.Sort();
        return part[place];
    }

    /// <summary>Brings the numbers of the bucket with the wanted place to the front.</summary>
    /// <returns>Those numbers, among which the place then counts.</returns>
    private static Span<double> Deal(Span<double> part, double least, double perUnit, scoped Span<int> counts, scoped ref int place)
    {
        counts.Clear();
        foreach (double number in part)
        {
            counts[(int)((number - least) * perUnit)]++;
        }

        int bucket = 0;
        while (place >= counts[bucket])
        {
            place -= counts[bucket++];
        }

        int found = 0;
        for (int i = 0; i < part.Length; i++)
        {
            double number = part[i];
            part[i] = part[found];
            part[found] = number;
            found += (int)((number - least) * perUnit) == bucket ? 1 : 0;
        }

        return part[..found];
    }

    private static (double Least, double Largest) Range(ReadOnlySpan<double> part)
    {
        double least = part[0];
        double largest = part[0];
        foreach (double number in part)
        {
            least = number < least ? number : least;
            largest = number > largest ? number : largest;
        }

        return (least, largest);
    }
}
