using TrialSim.Statistics.Survival;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>Risk rows of unsorted columns, arm 0 the control and arm 1 the experimental arm.</summary>
internal static class TwoArms
{
    internal const byte Control = 0;
    internal const byte Experimental = 1;

    internal static RiskRow[] Rows(double[] days, bool[] hasEvent, byte[] arm)
    {
        SurvivalSample sample = new SurvivalOrder(days.Length).Sort(new SurvivalSample(days, hasEvent, arm));
        RiskRow[] rows = new RiskRow[days.Length];
        return rows[..RiskTable.Fill(sample, Control, Experimental, rows)];
    }

    internal static RiskRow[] Rows(double[] days, bool[] hasEvent, byte[] arm, int[] stratum, int strata)
    {
        SurvivalSample sample = new SurvivalOrder(days.Length).Sort(new SurvivalSample(days, hasEvent, arm, stratum));
        RiskRow[] rows = new RiskRow[days.Length];
        return rows[..RiskTable.FillStratified(sample, Control, Experimental, rows, new int[strata])];
    }

    internal static LogRankResult LogRankOf(double[] days, bool[] hasEvent, byte[] arm) => LogRank.Test(Rows(days, hasEvent, arm));

    internal static byte[] Swapped(byte[] arm) => [.. arm.Select(a => (byte)(1 - a))];
}
