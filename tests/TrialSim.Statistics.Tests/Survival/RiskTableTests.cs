using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class RiskTableTests
{
    // Seven patients, two events on day 3, one censored on that day (at risk for it), a third arm that does not count:
    //   day 1 control event      at risk 3 control, 3 experimental
    //   day 2 arm 2 event        no row
    //   day 3 one event in each  at risk 2 and 3, the censored control included
    //   day 4 experimental event at risk 0 and 2
    //   day 5 experimental censored
    [Fact, Trait("Source", "ByHand")]
    public void Fill_SevenPatients_CountsEveryRow()
    {
        SurvivalSample sample = new(
            [1, 2, 3, 3, 3, 4, 5],
            [true, true, false, true, true, true, false],
            [0, 2, 0, 1, 0, 1, 1]);
        RiskRow[] rows = new RiskRow[7];

        int count = RiskTable.Fill(sample, 0, 1, rows);

        Assert.Equal([new RiskRow(1, 3, 3, 1, 0), new RiskRow(3, 2, 3, 1, 1), new RiskRow(4, 0, 2, 0, 1)], rows[..count]);
    }

    // Strata 0 and 1 of two and three patients; stratum 2 is empty, and the patient of stratum −1 belongs to none.
    [Fact, Trait("Source", "ByHand")]
    public void FillStratified_ThreeStrata_LaysThemEndToEnd()
    {
        SurvivalSample sample = new(
            [1, 2, 2, 3, 4, 5],
            [true, true, true, true, true, false],
            [0, 1, 0, 1, 0, 1],
            [1, 0, 0, 1, -1, 1]);
        RiskRow[] rows = new RiskRow[6];
        int[] ends = new int[3];

        int count = RiskTable.FillStratified(sample, 0, 1, rows, ends);

        Assert.Equal([1, 3, 3], ends);
        Assert.Equal([new RiskRow(2, 1, 1, 1, 1), new RiskRow(1, 1, 2, 1, 0), new RiskRow(3, 0, 2, 0, 1)], rows[..count]);
    }

    // Each stratum by itself is an unstratified table of its patients; every arm, ties, early and late entry.
    [Theory, Trait("Source", "Property")]
    [InlineData(false)]
    [InlineData(true)]
    public void FillStratified_ManyStrata_IsTheTableOfEachStratum(bool isLate)
    {
        const int Strata = 40;
        int[] patients = [.. Enumerable.Range(0, 400)];
        double[] days = [.. patients.Select(i => 3.0 + (i / 9))];
        bool[] hasEvent = [.. patients.Select(i => i * 7 % 5 < 3)];
        byte[] arm = [.. patients.Select(i => (byte)(i * 11 % 3))];
        int[] stratum = [.. patients.Select(i => (i * i * 13 % (Strata + 2)) - 1)];
        double[] starts = isLate ? [.. patients.Select(i => days[i] * (i % 4) / 5.0)] : [];
        RiskRow[] rows = new RiskRow[400];
        int[] ends = new int[Strata];

        int count = RiskTable.FillStratified(new SurvivalSample(days, hasEvent, arm, stratum, starts), 0, 2, rows, ends);

        Assert.Equal(count, ends[^1]);
        for (int s = 0; s < Strata; s++)
        {
            int[] members = [.. patients.Where(i => stratum[i] == s)];
            double[] ownStarts = isLate ? [.. members.Select(i => starts[i])] : [];
            SurvivalSample alone = new([.. members.Select(i => days[i])], [.. members.Select(i => hasEvent[i])], [.. members.Select(i => arm[i])], [], ownStarts);
            RiskRow[] expected = new RiskRow[members.Length];
            Assert.Equal(expected[..RiskTable.Fill(alone, 0, 2, expected)], rows[(s == 0 ? 0 : ends[s - 1])..ends[s]]);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Fill_TooLittleRoomOrNoStrata_Throws()
    {
        Assert.Throws<ArgumentException>(() => RiskTable.Fill(new SurvivalSample([1, 2], new bool[2], new byte[2]), 0, 1, new RiskRow[1]));
        Assert.Throws<ArgumentException>(
            () => RiskTable.FillStratified(new SurvivalSample([1, 2], new bool[2], new byte[2]), 0, 1, new RiskRow[2], new int[1]));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Fill_Nobody_HasNoRows() => Assert.Equal(0, RiskTable.Fill(new SurvivalSample([], [], []), 0, 1, []));
}
