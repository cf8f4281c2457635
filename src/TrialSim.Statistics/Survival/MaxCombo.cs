using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// The largest of several weighted log-rank Zs, judged by their joint normal distribution under the null hypothesis (Lee 2007;
/// Karrison 2016). The covariance of two tests is the sum of the product of their weights times the hypergeometric variance of each
/// event time. R's <c>simtrial::maxcombo</c>, with a p-value that is the same on every run.
/// </summary>
public static class MaxCombo
{
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
        if (weights.IsEmpty)
        {
            throw new ArgumentException("There are no weights. Give at least one.", nameof(weights));
        }

        int count = weights.Length;
        double[] scores = new double[count];
        double[] covariance = new double[count * count];
        bool areBothAtRisk = AddUp(rows, ends, weights, scores, covariance);

        double least = double.PositiveInfinity;
        for (int i = 0; i < count; i++)
        {
            least = Math.Min(least, covariance[(i * count) + i]);
        }

        NotEstimable reason = WeightedLogRank.ReasonAgainst(rows, areBothAtRisk, least);
        return reason == NotEstimable.None ? Judge(scores, covariance) : MaxComboResult.Without(reason);
    }

    private static bool AddUp(
        ReadOnlySpan<RiskRow> rows, ReadOnlySpan<int> ends, ReadOnlySpan<RankWeight> weights, Span<double> scores, Span<double> covariance)
    {
        int count = weights.Length;
        RankWeight.Walk[] walks = new RankWeight.Walk[count];
        double[] rowWeights = new double[count];
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

    private static MaxComboResult Judge(double[] scores, double[] covariance)
    {
        int count = scores.Length;
        double[] z = new double[count];
        double[] correlation = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            double variance = covariance[(i * count) + i];
            z[i] = scores[i] / Math.Sqrt(variance);
            correlation[(i * count) + i] = 1.0;
            for (int j = 0; j < i; j++)
            {
                double value = Math.Min(1.0, covariance[(i * count) + j] / Math.Sqrt(variance * covariance[(j * count) + j]));
                correlation[(i * count) + j] = value;
                correlation[(j * count) + i] = value;
            }
        }

        double largest = z.Max();
        double farthest = z.Max(Math.Abs);
        double[] unbounded = [.. z.Select(_ => double.NegativeInfinity)];
        double[] aboveAll = [.. z.Select(_ => largest)];
        double[] within = [.. z.Select(_ => farthest)];
        double[] belowAll = [.. z.Select(_ => -farthest)];
        return new MaxComboResult(
            [.. z],
            [.. correlation],
            MultivariateNormal.Outside(unbounded, aboveAll, correlation),
            MultivariateNormal.Outside(belowAll, within, correlation),
            NotEstimable.None);
    }
}
