namespace TrialSim.Statistics.Probability;

/// <summary>
/// The number X of marked among <c>drawn</c> patients out of <c>marked</c> and <c>unmarked</c> ones: a cell of a 2×2 table
/// given its margins.
/// </summary>
internal static class Hypergeometric
{
    /// <summary>The smallest possible X.</summary>
    internal static long Lowest(long unmarked, long drawn) => Math.Max(0, drawn - unmarked);

    /// <summary>The largest possible X.</summary>
    internal static long Highest(long marked, long drawn) => Math.Min(marked, drawn);

    /// <summary>P(X = x) for x from <see cref="Lowest"/> to <see cref="Highest"/>, into the front of <paramref name="densities"/>. Returns their number.</summary>
    internal static int Fill(long marked, long unmarked, long drawn, Span<double> densities)
    {
        long lowest = Lowest(unmarked, drawn);
        int length = (int)(Highest(marked, drawn) - lowest + 1);
        int mode = (int)Math.Clamp((long)((drawn + 1.0) * (marked + 1.0) / (marked + unmarked + 2.0)) - lowest, 0, length - 1);
        densities[mode] = Density(lowest + mode, marked, unmarked, drawn);
        for (int i = mode; i + 1 < length; i++)
        {
            densities[i + 1] = densities[i] * Ratio(lowest + i, marked, unmarked, drawn);
        }

        for (int i = mode; i > 0; i--)
        {
            densities[i - 1] = densities[i] / Ratio(lowest + i - 1, marked, unmarked, drawn);
        }

        return length;
    }

    private static double Ratio(double x, double marked, double unmarked, double drawn) =>
        (marked - x) * (drawn - x) / ((x + 1.0) * (unmarked - drawn + x + 1.0));

    private static double Density(long x, long marked, long unmarked, long drawn)
    {
        double total = marked + (double)unmarked;
        double p = total == 0.0 ? 0.0 : drawn / total;
        double q = total == 0.0 ? 1.0 : (total - drawn) / total;
        return Math.Exp(
            SaddlePoint.LogBinomialDensity(x, marked - x, p, q)
            + SaddlePoint.LogBinomialDensity(drawn - x, unmarked - (drawn - x), p, q)
            - SaddlePoint.LogBinomialDensity(drawn, total - drawn, p, q));
    }
}
