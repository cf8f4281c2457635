using TrialSim.Results.Summary;

namespace TrialSim.Results.Tests.Summary;

public sealed class HistogramTests
{
    private static readonly double[] Normal = [.. Enumerable.Range(1, 1_000).Select(place => 20 + (3 * Statistics.Probability.Normal.Quantile((place - 0.5) / 1_000)))];

    // R: h <- 2 * IQR(x) / length(x)^(1/3) is .809 for x <- 20 + 3 * qnorm(ppoints(1000, a = .5)); the next round width is 1.
    [Fact, Trait("Source", "AgainstR")]
    public void Of_NormalNumbers_HasTheWidthOfFreedmanAndDiaconisRoundedUp()
    {
        IReadOnlyList<HistogramBin> bins = Histogram.Of(Ordered(Normal), HistogramScale.Linear);

        Assert.Equal((10.0, 30.0, 20), (bins[0].From, bins[^1].To, bins.Count));
        Assert.All(bins, bin => Assert.Equal(1.0, bin.To - bin.From));
        Assert.All(bins, bin => Assert.Equal(Normal.Count(number => number >= bin.From && number < bin.To), bin.Count));
    }

    [Fact, Trait("Source", "Property")]
    public void Of_SameNumbers_IsOneRangeWithoutWidth()
    {
        Assert.Equal([new HistogramBin(7.3, 7.3, 3)], Histogram.Of(Ordered(7.3, 7.3, 7.3), HistogramScale.Logarithmic));
        Assert.Empty(Histogram.Of(Ordered(), HistogramScale.Linear));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Of_Counts_LieInTheMiddleOfTheirRanges() => Assert.Equal(
        [new HistogramBin(2.5, 3.5, 1), new HistogramBin(3.5, 4.5, 0), new HistogramBin(4.5, 5.5, 2)],
        Histogram.Of(Ordered(5, 3, 5), HistogramScale.Counts));

    [Fact, Trait("Source", "ByHand")]
    public void Of_SharesUpToOne_EndAtOne()
    {
        IReadOnlyList<HistogramBin> bins = Histogram.Of(Ordered(0.7, 0.8, 0.9, 0.9, 1.0, 1.0), HistogramScale.Linear);

        Assert.Equal((1.0, 2), (bins[^1].To, bins[^1].Count));
        Assert.Equal(6, bins.Sum(bin => bin.Count));
    }

    [Fact, Trait("Source", "Property")]
    public void Of_Ratios_AreDividedByTheSameFactor()
    {
        double[] ratios = [.. Normal.Select(number => Math.Exp((number - 20) / 10))];
        IReadOnlyList<HistogramBin> bins = Histogram.Of(Ordered(ratios), HistogramScale.Logarithmic);

        Assert.Equal((ratios[0], ratios[^1]), (bins[0].From, bins[^1].To));
        Assert.All(bins, bin => Assert.Equal(bins[0].To / bins[0].From, bin.To / bin.From, 9));
        Assert.Equal(1_000, bins.Sum(bin => bin.Count));
    }

    // However the numbers lie: nothing is lost, ranges follow one another, and each number lies in its own.
    [Theory, Trait("Source", "Property")]
    [InlineData(HistogramScale.Linear)]
    [InlineData(HistogramScale.Logarithmic)]
    [InlineData(HistogramScale.Counts)]
    public void Of_AnyNumbers_AreAllCountedInAtMostSixtyRanges(object scale)
    {
        double[][] samples =
        [
            [0.1, 0.2, 0.3], [1e-9, 1e9], [0.05, 0.05, 0.05, 0.05, 4_000], [.. Enumerable.Range(1, 5_000).Select(number => 1.0 / number)], [149, 150, 150, 150, 300],
            [.. Enumerable.Repeat(12.0, 999), 12.000001], [1, 2],
        ];
        foreach (double[] sample in samples)
        {
            double[] sorted = [.. ((HistogramScale)scale == HistogramScale.Counts ? sample.Select(number => Math.Round(number * 10)) : sample).Order()];
            IReadOnlyList<HistogramBin> bins = Histogram.Of(Ordered(sorted), (HistogramScale)scale);

            Assert.InRange(bins.Count, 1, 61); // One more where round ends do not meet the numbers.
            Assert.Equal(sorted.Length, bins.Sum(bin => bin.Count));
            Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.All(bins.SkipLast(1), bin => Assert.Equal(sorted.Count(number => number >= bin.From && number < bin.To), bin.Count));
        }
    }

    private static OrderedNumbers Ordered(params ReadOnlySpan<double> numbers)
    {
        OrderedNumbers ordered = new();
        foreach (double number in numbers)
        {
            ordered.Add(number);
        }

        return ordered;
    }
}
