using TrialSim.Results.Summary;

namespace TrialSim.Results.Tests.Summary;

public sealed class OrderedNumbersTests
{
    [Fact, Trait("Source", "ByHand")]
    public void At_FewNumbers_AreAsTheyCame()
    {
        OrderedNumbers numbers = Of([3.1, double.PositiveInfinity, -2, 3.1, 0.1 + 0.2]);

        Assert.Equal([-2, 0.1 + 0.2, 3.1, 3.1, double.PositiveInfinity], Enumerable.Range(0, 5).Select(place => numbers.At(place)));
        Assert.Equal((2, 4, 4, 5), (numbers.CountBelow(3.1), numbers.CountUpTo(3.1), numbers.CountBelow(double.PositiveInfinity), numbers.Count));
        numbers.Add(0);
        Assert.Equal((0, 3), (numbers.At(1), numbers.CountBelow(3.1)));
    }

    // 1, 2, … n in an order of its own: multiples of a number without a common divisor, modulo. 16 significant bits make 235,000 cells of them, 17 make 405,000.
    [Fact, Trait("Source", "ByHand")]
    public void At_MoreDifferentNumbersThanCells_AreReadAsTheLeastThatAgreesInSixteenBits()
    {
        const int Modulus = 2_500_009;
        OrderedNumbers numbers = Of(Enumerable.Range(1, Modulus - 1).Select(place => (double)((long)place * 1_234_567 % Modulus)));

        Assert.Equal(Modulus - 1, numbers.Count);
        Assert.Equal([1, 1_001, 65_535, 65_536, 65_538], new[] { 0, 1_000, 65_534, 65_536, 65_537 }.Select(place => numbers.At(place)));
        Assert.Equal([1_250_016, 2_437_504, 2_499_968], new[] { 1_250_030, 2_437_504, 2_500_000 }.Select(place => numbers.At(place)));
        Assert.Equal((65_535, 1_250_015, 1_250_047), (numbers.CountBelow(65_536), numbers.CountBelow(1_250_016), numbers.CountUpTo(1_250_016)));
    }

    // The bits that are kept depend on how far the numbers lie apart, not on how large they are: in 14 of them all these are one.
    [Fact, Trait("Source", "Property")]
    public void At_NumbersOfSmallSpread_AreMovedByLittleOfIt()
    {
        const int Modulus = 2_500_009;
        const double Spread = 1e-3;
        OrderedNumbers numbers = Of(Enumerable.Range(1, Modulus - 1).Select(place => 29.5 + (Spread * ((long)place * 1_234_567 % Modulus) / Modulus)));

        Assert.All(Enumerable.Range(0, 2_500), part => Assert.InRange(29.5 + (Spread * ((part * 1000L) + 1) / Modulus) - numbers.At(part * 1000L), 0, Spread / (OrderedNumbers.MostCells / 2)));
    }

    // What is read is worked out here from all numbers at once: the most bits with which they fit, and the least of those that share them.
    [Fact, Trait("Source", "Independent")]
    public void At_NumbersOfAnyKind_IsTheLeastOfThoseThatShareTheMostBitsThatFit()
    {
        double[] some = [.. Enumerable.Range(0, OrderedNumbers.Most + 300_000).Select(place => (place % 7) switch
        {
            0 => 36,
            1 => place % 2 == 0 ? 0.0 : -0.0,
            2 => Math.Exp(50 * (Scattered(place) - 0.5)),
            3 => -30 - (1e-6 * Scattered(place)),
            4 => double.PositiveInfinity,
            _ => 36 + (1e-3 * (Scattered(place) - 0.5)),
        })];
        OrderedNumbers numbers = Of(some);

        Array.Sort(some);
        long[] bits = [.. some.Select(number => BitConverter.DoubleToInt64Bits(number + 0.0))];
        int dropped = Enumerable.Range(0, 64).First(drop => 1 + Enumerable.Range(1, bits.Length - 1).Count(place => bits[place] >> drop != bits[place - 1] >> drop) <= OrderedNumbers.MostCells);
        int least = 0;
        for (int place = 0; place < some.Length; place++)
        {
            least = bits[place] >> dropped == bits[least] >> dropped ? least : place;
            Assert.Equal(some[least], numbers.At(place));
        }

        Assert.InRange(dropped, 1, 40);
    }

    [Fact, Trait("Source", "Property")]
    public void At_NoMoreDifferentNumbersThanCells_AreAsTheyCame()
    {
        OrderedNumbers numbers = Of(Enumerable.Range(0, OrderedNumbers.Most + 1000).Select(place => Math.Sqrt(place % OrderedNumbers.MostCells)));

        // The first thousand stand there once more than the others, four times.
        Assert.All(Enumerable.Range(0, 1000), number => Assert.Equal(Math.Sqrt(number), numbers.At((number * 5) + 4)));
        Assert.All(Enumerable.Range(1000, OrderedNumbers.MostCells - 1000), number => Assert.Equal(Math.Sqrt(number), numbers.At((number * 4) + 1003)));
    }

    [Fact, Trait("Source", "Property")]
    public void Add_MoreThanAreKept_TakesNoMoreMemory()
    {
        OrderedNumbers numbers = Of(Enumerable.Range(0, OrderedNumbers.Most + 1).Select(place => Math.Sin(place)));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int place = 0; place < OrderedNumbers.Most; place++)
        {
            numbers.Add(Math.Cos(place));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, OrderedNumbers.Most);
        Assert.Equal((2 * OrderedNumbers.Most) + 1, numbers.Count);
    }

    [Fact, Trait("Source", "Property")]
    public void CountBelow_MoreThanAreKeptSomeNotFinite_IsThatOfTheFiniteOnes()
    {
        OrderedNumbers numbers = Of(Enumerable.Range(0, 3 * OrderedNumbers.Most).Select(place => place % 3 == 0 ? double.PositiveInfinity : (place % 7) - 3.0));

        Assert.Equal(2 * OrderedNumbers.Most, numbers.CountBelow(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, numbers.At(2 * OrderedNumbers.Most));
        Assert.Equal((-3.0, 3.0), (numbers.At(0), numbers.At((2 * OrderedNumbers.Most) - 1)));
        Assert.Equal(numbers.CountBelow(1), numbers.CountUpTo(0));
    }

    // The number of numbers decides, not their order or when they are looked at.
    [Fact, Trait("Source", "Property")]
    public void At_LookedAtMeanwhileOrTurnedRound_IsTheSame()
    {
        double[] some = [.. Enumerable.Range(1, OrderedNumbers.Most + 5).Select(place => Math.Sin(place) * Math.Exp(place % 40))];
        OrderedNumbers looked = new();
        foreach (double number in some)
        {
            looked.Add(number);
            if (looked.Count % 300_000 == 0)
            {
                looked.At(7);
            }
        }

        OrderedNumbers turned = Of(some.Reverse());

        Assert.All(Enumerable.Range(0, 1000), part => Assert.Equal(turned.At(part * 1000L), looked.At(part * 1000L)));
    }

    // In no order, evenly over 0…1.
    private static double Scattered(int place) => place * 0.6180339887498949 % 1;

    private static OrderedNumbers Of(IEnumerable<double> numbers)
    {
        OrderedNumbers ordered = new();
        foreach (double number in numbers)
        {
            ordered.Add(number);
        }

        return ordered;
    }
}
