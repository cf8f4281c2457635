using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.Probability;

public sealed class OrderStatisticTests
{
    [Fact, Trait("Source", "Property")]
    public void Smallest_AnyNumbersWithTies_IsThatOfTheSortedOnes() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(1, 400).SelectMany(count => Gen.ArrayOf(Gen.Choose(-200, 200).Select(number => number / 8.0), count))),
            numbers => Enumerable.Range(1, numbers.Length).All(n => OrderStatistic.Smallest([.. numbers], n) == numbers.Order().ElementAt(n - 1)))
            .Check(Cases.Of(50));

    [Theory, Trait("Source", "ByHand")]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(1_000)]
    public void Smallest_SortedReversedOrAllEqual_IsFoundToo(int n)
    {
        double[] ascending = [.. Enumerable.Range(1, 1_000).Select(number => (double)number)];

        Assert.Equal(n, OrderStatistic.Smallest([.. ascending], n));
        Assert.Equal(n, OrderStatistic.Smallest([.. ascending.Reverse()], n));
        Assert.Equal(7.0, OrderStatistic.Smallest([.. ascending.Select(_ => 7.0)], n));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Smallest_UnevenTinyOrInfinite_IsFoundToo()
    {
        double[] uneven = [.. Enumerable.Range(1, 300).Select(number => Math.Pow(10, number))];
        double[] tiny = [.. Enumerable.Range(1, 300).Select(number => number * double.Epsilon)];
        double[] infinite = [double.NegativeInfinity, .. Enumerable.Range(2, 298).Select(number => (double)number), double.PositiveInfinity];
        double[] signed = [.. Enumerable.Range(1, 300).Select(number => number % 2 == 0 ? double.MaxValue : -double.MaxValue)];

        Assert.Equal(1e7, OrderStatistic.Smallest(uneven, 7));
        Assert.Equal(7 * double.Epsilon, OrderStatistic.Smallest(tiny, 7));
        Assert.Equal([double.NegativeInfinity, 7, double.PositiveInfinity], [OrderStatistic.Smallest(infinite, 1), OrderStatistic.Smallest(infinite, 7), OrderStatistic.Smallest(infinite, 300)]);
        Assert.Equal([-double.MaxValue, double.MaxValue], [OrderStatistic.Smallest(signed, 150), OrderStatistic.Smallest(signed, 151)]);
    }

    [Fact, Trait("Source", "Property")]
    public void Smallest_AskedAgainOfTheSameNumbers_HasLostNone()
    {
        double[] numbers = [.. Enumerable.Range(0, 1_000).Select(number => (double)(number * 7 % 1_000))];

        Assert.All([500, 3, 998, 501], n => Assert.Equal(n - 1.0, OrderStatistic.Smallest(numbers, n)));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0)]
    [InlineData(4)]
    public void Smallest_OutsideTheCount_IsRefused(int n) => Assert.Throws<ArgumentOutOfRangeException>(() => OrderStatistic.Smallest([3.0, 1.0, 2.0], n));
}
