using System.Runtime.CompilerServices;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// The log-rank test of two arms with weights, and the hypergeometric variance of Mantel (1966). Weights come from the pooled
/// left-continuous Kaplan–Meier curve of each stratum. R's <c>survdiff(rho = …)</c> and <c>simtrial::wlr</c>, whose Z has the opposite
/// sign. Allocates nothing.
/// </summary>
public static class WeightedLogRank
{
    /// <summary>Z is positive when the experimental arm does better.</summary>
    /// <param name="rows">From <see cref="RiskTable.Fill"/>.</param>
    /// <param name="weight">Of each event time.</param>
    public static LogRankResult Test(ReadOnlySpan<RiskRow> rows, RankWeight weight) => Test(rows, [rows.Length], weight);

    /// <summary>The stratified test: scores and variances of the strata are added. Z is positive when the experimental arm does better.</summary>
    /// <param name="rows">From <see cref="RiskTable.FillStratified"/>.</param>
    /// <param name="ends">Where the rows of each stratum end, likewise.</param>
    /// <param name="weight">Of each event time.</param>
    public static LogRankResult Test(ReadOnlySpan<RiskRow> rows, ReadOnlySpan<int> ends, RankWeight weight)
    {
        double score = 0.0;
        double variance = 0.0;
        bool areBothAtRisk = false;
        int start = 0;
        foreach (int end in ends)
        {
            RankWeight.Walk walk = weight.Start();
            foreach (ref readonly RiskRow row in rows[start..end])
            {
                double rowWeight = walk.Next(row.Days, row.AtRisk, row.Events);
                score += rowWeight * ScoreOf(row);
                variance += rowWeight * rowWeight * VarianceOf(row);
                areBothAtRisk |= row.AtRiskControl != 0 & row.AtRiskExperimental != 0;
            }

            start = end;
        }

        NotEstimable reason = ReasonAgainst(rows, areBothAtRisk, variance);
        return reason == NotEstimable.None
            ? new LogRankResult(score / Math.Sqrt(variance), score, variance, reason)
            : LogRankResult.Without(reason);
    }

    /// <summary>Events expected minus events observed in the experimental arm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double ScoreOf(in RiskRow row) =>
        (row.Events * (row.AtRiskExperimental / (double)row.AtRisk)) - row.EventsExperimental;

    /// <summary>Hypergeometric variance of the events in the experimental arm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double VarianceOf(in RiskRow row)
    {
        int atRisk = row.AtRisk;
        int events = row.Events;
        double experimentalShare = row.AtRiskExperimental / (double)atRisk;
        double binomial = events * experimentalShare * (1.0 - experimentalShare);
        return events == 1 ? binomial : binomial * (atRisk - events) / (atRisk - 1);
    }

    internal static NotEstimable ReasonAgainst(ReadOnlySpan<RiskRow> rows, bool areBothAtRisk, double variance) =>
        rows.IsEmpty ? NotEstimable.NoEvents
        : !areBothAtRisk ? NotEstimable.OneArmEmpty
        : variance <= 0.0 ? NotEstimable.NoVariance
        : NotEstimable.None;
}
