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

    // 1, 2, … n in an order of its own: multiples of a number without a common divisor, modulo.
    [Fact, Trait("Source", "Property")]
    public void At_MoreThanAreKept_AreRoundedToFourteenBitsAndAllCounted()
    {
        const int Modulus = 2_500_009;
        OrderedNumbers numbers = Of(Enumerable.Range(1, Modulus - 1).Select(place => (double)((long)place * 1_234_567 % Modulus)));

        Assert.Equal(Modulus - 1, numbers.Count);
        foreach (int place in new[] { 0, 1, 1_000, 16_000, 62_500, 1_250_003, 2_437_500, Modulus - 2 })
        {
            double exact = place + 1;
            Assert.Equal(exact, numbers.At(place), exact <= 16_384 ? 0 : exact / 16_384);
            Assert.Equal(place, (double)numbers.CountBelow(exact), exact <= 16_384 ? 0 : exact / 8_192);
        }
    }

    // 16,385 needs fifteen bits; with fourteen there are 16,384 and 16,386. No number is moved further: 1 / 16,384 is 0.006 %.
    [Fact, Trait("Source", "ByHand")]
    public void At_FirstNumberOfFifteenBits_IsMovedByOne()
    {
        OrderedNumbers numbers = Of(Enumerable.Repeat(16_385.0, OrderedNumbers.Most + 1));

        Assert.Equal(1.0, Math.Abs(numbers.At(0) - 16_385.0));
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
