using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class SurvivalOrderTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Sort_ColumnsInAnyOrder_TravelTogether()
    {
        double[] days = [9, 2, 5];
        bool[] hasEvent = [true, false, true];
        byte[] arm = [4, 5, 6];
        int[] stratum = [7, 8, 9];

        SurvivalSample sorted = new SurvivalOrder(5).Sort(new SurvivalSample(days, hasEvent, arm, stratum));

        Assert.Equal([2.0, 5.0, 9.0], sorted.Days.ToArray());
        Assert.Equal([false, true, true], sorted.HasEvent.ToArray());
        Assert.Equal([(byte)5, (byte)6, (byte)4], sorted.Arm.ToArray());
        Assert.Equal([8, 9, 7], sorted.Stratum.ToArray());
    }

    // An outlier puts all others into one bucket; a single day puts everybody into one.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(1e12)]
    [InlineData(1.0)]
    public void Sort_DaysThatCrowd_AreSortedWithTiesInTheirOrder(double outlier)
    {
        const int Count = 500;
        double[] days = new double[Count];
        int[] patient = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            days[i] = outlier == 1.0 ? 1.0 : i == 0 ? outlier : i * 7919 % 50;
            patient[i] = i;
        }

        SurvivalSample sorted = new SurvivalOrder(Count).Sort(new SurvivalSample(days, new bool[Count], [], patient));

        Assert.Equal(patient.OrderBy(i => days[i]).ThenBy(i => i), sorted.Stratum.ToArray());
    }

    [Fact, Trait("Source", "Property")]
    public void Sort_AnyDays_MatchesAStableSort() =>
        Prop.ForAll(
            Arb.From(Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 30).Select(d => (double)d), Gen.Choose(0, 1_000_000).Select(d => Math.Exp(d / 1e5))))),
            days =>
            {
                int[] patient = [.. Enumerable.Range(0, days.Length)];
                SurvivalSample sorted = new SurvivalOrder(days.Length).Sort(new SurvivalSample(days, new bool[days.Length], [], patient));
                return sorted.Stratum.SequenceEqual(patient.OrderBy(i => days[i]).ThenBy(i => i).ToArray());
            }).Check(Cases.Of(500));

    [Fact, Trait("Source", "ByHand")]
    public void Sort_WhatCannotBeSorted_Throws()
    {
        SurvivalOrder order = new(2);

        Assert.Throws<ArgumentException>(() => order.Sort(new SurvivalSample([1, 2, 3], new bool[3], [])));
        Assert.Throws<ArgumentException>(() => order.Sort(new SurvivalSample([1, double.PositiveInfinity], new bool[2], [])));
        Assert.Throws<ArgumentException>(() => order.Sort(new SurvivalSample([1, double.NaN], new bool[2], [])));
        Assert.Throws<ArgumentException>(() => order.Sort(new SurvivalSample([1, 2], new bool[1], [])));
        Assert.Equal(0, order.Sort(new SurvivalSample([], [], [])).Length);
    }
}
