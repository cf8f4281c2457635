using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// The largest of several weighted log-rank Zs, judged by their joint normal distribution under the null hypothesis (Lee 2007;
/// Karrison 2016). The covariance of two tests is the sum of the product of their weights times the hypergeometric variance of each
/// event time. R's <c>simtrial::maxcombo</c>, with a p-value that is the same on every run.
/// </summary>
public static class MaxCombo
{
    /// <summary>Weights for which <see cref="Largest"/> and <see cref="Farthest"/> need no memory but the stack's.</summary>
    public const int MaxOnStack = 8;

    /// <summary>Zs are positive when the experimental arm does better.</summary>
    /// <param name="rows">From <see cref="RiskTable.Fill"/>.</param>
    /// <param name="weights">One for each test, at least one; up to six in reasonable time.</param>
    /// <exception cref="ArgumentException">There are no weights.</exception>
    public static MaxComboResult Test(ReadOnlySpan<RiskRow> rows, ReadOnlySpan<RankWeight> weights) => Test(rows, [rows.Length], weights);

    /// <summary>The stratified test: scores and covariances of the strata are added. Zs are positive when the experimental arm does better.</summary>
    /// <param name="rows">From <see cref="RiskTable.FillStratified"/>.</param>
    /// <param name="ends">Where the rows of each stratum end, likewise.</param>
    /// <param name="weights">One for each test, at least one; up to six in reasonable time.</param>
    /// <exception cref="ArgumentException">There are no weights.</exception>
    public static MaxComboResult Test(ReadOnlySpan<RiskRow> rows, ReadOnlySpan<int> ends, ReadOnlySpan<RankWeight> weights)
    {
        RequireWeights(weights);
        double[] z = new double[weights.Length];
        double[] correlation = new double[weights.Length * weights.Length];
        NotEstimable reason = Fill(rows, ends, weights, z, correlation);
        if (reason != NotEstimable.None)
        {
            return MaxComboResult.Without(reason);
        }

        double farthest = FarthestOf(z);
        return new MaxComboResult(
            [.. z],
            [.. correlation],
            BeyondAny(double.NegativeInfinity, LargestOf(z), correlation),
            BeyondAny(-Math.Abs(farthest), Math.Abs(farthest), correlation),
            reason);
    }

    /// <summary>
    /// The largest Z and its one-sided p-value, without the rest: for the many trials of a simulation. Allocates nothing for up to
    /// <see cref="MaxOnStack"/> weights, unless two tests come out the same.
    /// </summary>
    /// <param name="rows">From <see cref="RiskTable"/>.</param>
    /// <param name="ends">Where the rows of each stratum end; of one stratum, how many there are.</param>
    /// <param name="weights">One for each test, at least one; up to six in reasonable time.</param>
    /// <exception cref="ArgumentException">There are no weights.</exception>
    public static MaxComboStatistic Largest(ReadOnlySpan<RiskRow> rows, ReadOnlySpan<int> ends, ReadOnlySpan<RankWeight> weights)
    {
        RequireWeights(weights);
        int count = weights.Length;
        Span<double> z = count <= MaxOnStack ? stackalloc double[count] : new double[count];
        Span<double> correlation = count <= MaxOnStack ? stackalloc double[count * count] : new double[count * count];
        NotEstimable reason = Fill(rows, ends, weights, z, correlation);
        return reason == NotEstimable.None
            ? new MaxComboStatistic(LargestOf(z), BeyondAny(double.NegativeInfinity, LargestOf(z), correlation), reason)
            : new MaxComboStatistic(0.0, 0.5, reason);
    }

    /// <summary>The Z farthest from 0 and its two-sided p-value, without the rest. Allocates as little as <see cref="Largest"/>.</summary>
    /// <param name="rows">From <see cref="RiskTable"/>.</param>
    /// <param name="ends">Where the rows of each stratum end; of one stratum, how many there are.</param>
    /// <param name="weights">One for each test, at least one; up to six in reasonable time.</param>
    /// <exception cref="ArgumentException">There are no weights.</exception>
    public static MaxComboStatistic Farthest(ReadOnlySpan<RiskRow> rows, ReadOnlySpan<int> ends, ReadOnlySpan<RankWeight> weights)
    {
        RequireWeights(weights);
        int count = weights.Length;
        Span<double> z = count <= MaxOnStack ? stackalloc double[count] : new double[count];
        Span<double> correlation = count <= MaxOnStack ? stackalloc double[count * count] : new double[count * count];
        NotEstimable reason = Fill(rows, ends, weights, z, correlation);
        double farthest = FarthestOf(z);
        return reason == NotEstimable.None
            ? new MaxComboStatistic(farthest, BeyondAny(-Math.Abs(farthest), Math.Abs(farthest), correlation), reason)
            : new MaxComboStatistic(0.0, 1.0, reason);
    }

    private static void RequireWeights(ReadOnlySpan<RankWeight> weights)
    {
        if (weights.IsEmpty)
        {
            throw new ArgumentException("There are no weights. Give at least one.", nameof(weights));
        }
    }

    /// <summary>The Zs and their correlations, or why there are none.</summary>
    private static NotEstimable Fill(
        ReadOnlySpan<RiskRow> rows, ReadOnlySpan<int> ends, ReadOnlySpan<RankWeight> weights, Span<double> z, Span<double> correlation)
    {
        // Scores and covariances first, in the same place.
        z.Clear();
        correlation.Clear();
        bool areBothAtRisk = AddUp(rows, ends, weights, z, correlation);
        int count = z.Length;
        double least = double.PositiveInfinity;
        for (int i = 0; i < count; i++)
        {
            least = Math.Min(least, correlation[(i * count) + i]);
        }

        NotEstimable reason = WeightedLogRank.ReasonAgainst(rows, areBothAtRisk, least);
        if (reason == NotEstimable.None)
        {
            Standardise(z, correlation);
        }

        return reason;
    }

    private static bool AddUp(
        ReadOnlySpan<RiskRow> rows, ReadOnlySpan<int> ends, ReadOnlySpan<RankWeight> weights, Span<double> scores, Span<double> covariance)
    {
        int count = weights.Length;
        Span<RankWeight.Walk> walks = count <= MaxOnStack ? stackalloc RankWeight.Walk[count] : new RankWeight.Walk[count];
        Span<double> rowWeights = count <= MaxOnStack ? stackalloc double[count] : new double[count];
        bool areBothAtRisk = false;
        int start = 0;
        foreach (int end in ends)
        {
            for (int i = 0; i < count; i++)
            {
                walks[i] = weights[i].Start();
            }

            foreach (ref readonly RiskRow row in rows[start..end])
            {
                double score = WeightedLogRank.ScoreOf(row);
                double variance = WeightedLogRank.VarianceOf(row);
                areBothAtRisk |= row.AtRiskControl != 0 & row.AtRiskExperimental != 0;
                for (int i = 0; i < count; i++)
                {
                    rowWeights[i] = walks[i].Next(row.Days, row.AtRisk, row.Events);
                    scores[i] += rowWeights[i] * score;
                    for (int j = 0; j <= i; j++)
                    {
                        covariance[(i * count) + j] += rowWeights[i] * rowWeights[j] * variance;
                    }
                }
            }

            start = end;
        }

        return areBothAtRisk;
    }

    /// <summary>Scores to Zs, the lower triangle of covariances to correlations.</summary>
    private static void Standardise(Span<double> scores, Span<double> covariance)
    {
        int count = scores.Length;
        for (int i = 0; i < count; i++)
        {
            double variance = covariance[(i * count) + i];
            scores[i] /= Math.Sqrt(variance);
            for (int j = 0; j < i; j++)
            {
                double value = Math.Min(1.0, covariance[(i * count) + j] / Math.Sqrt(variance * covariance[(j * count) + j]));
                covariance[(j * count) + i] = value;
            }
        }

        // The variances were needed up to here.
        for (int i = 0; i < count; i++)
        {
            covariance[(i * count) + i] = 1.0;
            for (int j = 0; j < i; j++)
            {
                covariance[(i * count) + j] = covariance[(j * count) + i];
            }
        }
    }

    private static double LargestOf(ReadOnlySpan<double> z)
    {
        double largest = z[0];
        foreach (double value in z)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }

    private static double FarthestOf(ReadOnlySpan<double> z)
    {
        double farthest = z[0];
        foreach (double value in z)
        {
            farthest = Math.Abs(value) > Math.Abs(farthest) ? value : farthest;
        }

        return farthest;
    }

    /// <summary>The probability that any of the Zs lies beyond limits that are the same for all.</summary>
    private static double BeyondAny(double lower, double upper, ReadOnlySpan<double> correlation)
    {
        int count = (int)Math.Sqrt(correlation.Length);
        Span<double> lowers = count <= MaxOnStack ? stackalloc double[count] : new double[count];
        Span<double> uppers = count <= MaxOnStack ? stackalloc double[count] : new double[count];
        lowers.Fill(lower);
        uppers.Fill(upper);
        return MultivariateNormal.Outside(lowers, uppers, correlation);
    }
}
