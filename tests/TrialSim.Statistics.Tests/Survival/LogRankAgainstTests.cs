using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>The test of a hazard ratio other than 1.</summary>
public sealed class LogRankAgainstTests
{
    private static readonly double[] Days = [5, 8, 12, 12, 20, 25, 31, 40, 44, 50, 3, 9, 12, 18, 22, 35, 37, 41, 60, 61];
    private static readonly bool[] HasEvent = [.. new[] { 1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0 }.Select(one => one == 1)];
    private static readonly byte[] Arms = [.. Enumerable.Range(0, 20).Select(patient => (byte)(patient / 10))];
    private static readonly int[] Strata = [.. Enumerable.Range(0, 20).Select(patient => patient % 2)];

    // coxph(Surv(t, s) ~ a, ties = "breslow", init = log(m), control = coxph.control(iter.max = 0))$score, and with strata(rep(c(1, 2), 10))
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(1.3, 0.454313081316, 0.584055945495)]
    [InlineData(0.7, 0.234887593229, 0.151780727998)]
    [InlineData(1.0, 0.0329563799331, 0.0744294361487)]
    public void TestAgainst_OfTwoArmsWithTies_IsTheScoreTestAtTheRatio(double hazardRatio, double chiSquare, double stratified)
    {
        Close.Relative(chiSquare, LogRank.TestAgainst(Rows(), hazardRatio).ChiSquare, 1e-10);
        Close.Relative(stratified, LogRank.TestAgainst(StratifiedRows(), hazardRatio).ChiSquare, 1e-10);
    }

    // The experimental arm lives longer here: it is farther from a ratio of 1.3 than from 1, and on the other side of 0.7.
    [Fact, Trait("Source", "Theory")]
    public void TestAgainst_HigherRatio_HasAHigherZ()
    {
        double[] z = [.. new[] { 0.5, 0.7, 1.0, 1.3, 2.0 }.Select(ratio => LogRank.TestAgainst(Rows(), ratio).Z)];

        Assert.Equal(z.Order(), z);
        Assert.True(z[1] < 0 && z[3] > 0);
    }

    [Fact, Trait("Source", "ByHand")]
    public void TestAgainst_NothingToCompare_SaysWhy()
    {
        Assert.Equal(NotEstimable.NoEvents, LogRank.TestAgainst([], 1.3).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, LogRank.TestAgainst([new RiskRow(1, 0, 3, 0, 1)], 1.3).Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRank.TestAgainst([], 0));
    }

    private static RiskRow[] Rows()
    {
        RiskRow[] rows = new RiskRow[20];
        SurvivalOrder order = new(20);
        return [.. rows.AsSpan(0, RiskTable.Fill(order.Sort(new SurvivalSample(Days, HasEvent, Arms)), 0, 1, rows))];
    }

    private static RiskRow[] StratifiedRows()
    {
        RiskRow[] rows = new RiskRow[20];
        int[] ends = new int[2];
        SurvivalOrder order = new(20);
        return [.. rows.AsSpan(0, RiskTable.FillStratified(order.Sort(new SurvivalSample(Days, HasEvent, Arms, Strata)), 0, 1, rows, ends))];
    }
}
