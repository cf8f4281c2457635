namespace TrialSim.Results.Summary;

/// <summary>Counts numbers by ranges of the same width; on a logarithmic scale, of the same ratio.</summary>
internal static class Histogram
{
    private const int MostBins = 60;
    private const int FewBins = 10;

    // Steps of a decade, so that ends of ranges are round; of whole numbers without the half one.
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];
    private static readonly double[] WholeSteps = [1, 2, 5, 10];

    /// <summary>
    /// The ranges, from the one of the least number to the one of the greatest, empty ones between included; a single one without width where all numbers are the same. Their width is that of Freedman and
    /// Diaconis (Zeitschrift für Wahrscheinlichkeitstheorie 57:453, 1981), 2·IQR/∛n, rounded up to a round one, and such that there are not more than 60.
    /// </summary>
    /// <param name="numbers">Those that are not finite are left out; on a logarithmic scale above 0.</param>
    /// <param name="scale">How they are divided.</param>
    public static IReadOnlyList<HistogramBin> Of(OrderedNumbers numbers, HistogramScale scale)
    {
        long count = numbers.CountBelow(double.PositiveInfinity);
        if (count == 0)
        {
            return [];
        }

        double first = numbers.At(0);
        return first == numbers.At(count - 1) ? [new HistogramBin(first, first, count)] : Count(numbers, count, EdgesOf(numbers, count, scale));
    }

    private static double[] EdgesOf(OrderedNumbers numbers, long count, HistogramScale scale)
    {
        double first = numbers.At(0);
        double last = numbers.At(count - 1);
        double least = OnScale(first, scale);
        double most = OnScale(last, scale);
        double middle = OnScale(numbers.At((long)(0.75 * (count - 1))), scale) - OnScale(numbers.At((long)(0.25 * (count - 1))), scale);
        double width = middle > 0 ? 2 * middle / Math.Cbrt(count) : (most - least) / MostBins;
        double narrowest = (most - least) / MostBins;
        double widest = (most - least) / Math.Min(FewBins, count);
        width = Math.Clamp(width, narrowest, Math.Max(widest, narrowest));
        return scale switch
        {
            HistogramScale.Logarithmic => Geometric(first, last, (int)Math.Ceiling((most - least) / width)),
            HistogramScale.Counts => Round(least, most, RoundWidth(Math.Max(width, 1), WholeSteps), -0.5),
            _ => Round(least, most, RoundWidth(width, Steps), 0),
        };
    }

    private static double OnScale(double value, HistogramScale scale) => scale == HistogramScale.Logarithmic ? Math.Log(value) : value;

    private static double[] Geometric(double least, double most, int bins)
    {
        double[] edges = [.. Enumerable.Range(0, bins + 1).Select(edge => least * Math.Pow(most / least, edge / (double)bins))];
        edges[^1] = most;
        return edges;
    }

    // Multiples of the width, so that those of one run and of another meet; whole numbers lie in the middle of theirs.
    private static double[] Round(double least, double most, (double Step, int Decade) width, double offset)
    {
        long first = (long)Math.Floor(Multiple(least - offset));
        long last = Math.Max((long)Math.Ceiling(Multiple(most - offset)), first + 1);
        if (offset != 0 && EdgeAt(last) <= most)
        {
            last++;
        }

        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(edge => EdgeAt(first + edge))];

        double Multiple(double value) => value / ValueOf(width);

        // A product with a negative power of ten has a last digit too many.
        double EdgeAt(long multiple) => (width.Decade < 0 ? multiple * width.Step / Math.Pow(10, -width.Decade) : multiple * width.Step * Math.Pow(10, width.Decade)) + offset;
    }

    private static (double Step, int Decade) RoundWidth(double atLeast, double[] steps)
    {
        int decade = (int)Math.Floor(Math.Log10(atLeast));
        return (steps.FirstOrDefault(step => ValueOf((step, decade)) >= atLeast * (1 - 1e-12), 10), decade);
    }

    private static double ValueOf((double Step, int Decade) width) => width.Step * Math.Pow(10, width.Decade);

    // An edge belongs to the range above it, the last one to that below.
    private static HistogramBin[] Count(OrderedNumbers numbers, long count, double[] edges)
    {
        HistogramBin[] bins = new HistogramBin[edges.Length - 1];
        long counted = 0;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            long before = counted;
            counted = bin == bins.Length - 1 ? count : numbers.CountBelow(edges[bin + 1]);
            bins[bin] = new HistogramBin(edges[bin], edges[bin + 1], counted - before);
        }

        return bins;
    }
}
