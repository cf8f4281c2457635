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

        return ResultOf(score, variance, areBothAtRisk);
    }

    /// <summary>
    /// The test that the hazard ratio, experimental over control, is a given one, such as a margin of non-inferiority: the score test of Cox's partial likelihood at that ratio (Jung, Kang,
    /// McCall and Blumenstein, Statistics in Medicine 24, 2005). Each event falls on the experimental arm with odds of the ratio times its patients at risk; tied events count by
    /// Breslow's rule, so at a ratio of 1 only ties tell it from the log-rank test. R's <c>coxph(…, ties = "breslow", init = log(ratio), iter = 0)$score</c>.
    /// </summary>
    /// <param name="rows">From <see cref="RiskTable"/>; of several strata, the stratified test. Allocates nothing.</param>
    /// <param name="hazardRatio">Under the null hypothesis, above 0.</param>
    /// <returns>Z is positive when the experimental arm does better than the ratio.</returns>
    public static LogRankResult TestAgainst(ReadOnlySpan<RiskRow> rows, double hazardRatio)
    {
        Require.PositiveFinite(hazardRatio);
        if (rows.IsEmpty)
        {
            return LogRankResult.Without(NotEstimable.NoEvents);
        }

        double score = 0.0;
        double variance = 0.0;
        bool areBothAtRisk = false;
        foreach (ref readonly RiskRow row in rows)
        {
            double weighted = hazardRatio * row.AtRiskExperimental;
            double experimentalShare = weighted / (weighted + row.AtRiskControl);
            score += (row.Events * experimentalShare) - row.EventsExperimental;
            variance += row.Events * experimentalShare * (1.0 - experimentalShare);
            areBothAtRisk |= row.AtRiskControl != 0 & row.AtRiskExperimental != 0;
        }

        return ResultOf(score, variance, areBothAtRisk);
    }

    private static LogRankResult ResultOf(double score, double variance, bool areBothAtRisk) =>
        !areBothAtRisk ? LogRankResult.Without(NotEstimable.OneArmEmpty)
            : variance <= 0.0 ? LogRankResult.Without(NotEstimable.NoVariance)
            : new LogRankResult(score / Math.Sqrt(variance), score, variance, NotEstimable.None);
}
