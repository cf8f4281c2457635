namespace TrialSim.Statistics.Survival;

/// <summary>The log-rank test of two arms (Mantel 1966), with the hypergeometric variance; R's <c>survdiff</c> with rho = 0.</summary>
public static class LogRank
{
    /// <summary>Z is positive when the experimental arm does better. Rows of several strata give the stratified test.</summary>
    /// <param name="rows">From <see cref="RiskTable"/>. Allocates nothing.</param>
    public static LogRankResult Test(ReadOnlySpan<RiskRow> rows)
    {
        if (rows.IsEmpty)
        {
            return LogRankResult.Without(NotEstimable.NoEvents);
        }

        double score = 0.0;
        double variance = 0.0;
        bool areBothAtRisk = false;
        foreach (ref readonly RiskRow row in rows)
        {
            int atRisk = row.AtRisk;
            int events = row.Events;
            double experimentalShare = row.AtRiskExperimental / (double)atRisk;
            double binomial = events * experimentalShare * (1.0 - experimentalShare);
            score += (events * experimentalShare) - row.EventsExperimental;

            // With one event the finite population correction is 1, and 0/0 when that patient is the last at risk.
            variance += events == 1 ? binomial : binomial * (atRisk - events) / (atRisk - 1);
            areBothAtRisk |= row.AtRiskControl != 0 & row.AtRiskExperimental != 0;
        }

        return !areBothAtRisk ? LogRankResult.Without(NotEstimable.OneArmEmpty)
            : variance <= 0.0 ? LogRankResult.Without(NotEstimable.NoVariance)
            : new LogRankResult(score / Math.Sqrt(variance), score, variance, NotEstimable.None);
    }
}
