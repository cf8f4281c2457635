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

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0)]
    [InlineData(4)]
    public void Smallest_OutsideTheCount_IsRefused(int n) => Assert.Throws<ArgumentOutOfRangeException>(() => OrderStatistic.Smallest([3.0, 1.0, 2.0], n));
}
