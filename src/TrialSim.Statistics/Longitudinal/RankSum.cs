using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Longitudinal;

/// <summary>The Wilcoxon–Mann–Whitney test, R's <c>wilcox.test(experimental, control)</c>.</summary>
public static class RankSum
{
    // R's limit: with this many patients in an arm the normal approximation is used.
    private const int SmallestNormalArm = 50;

    /// <summary>Compares two samples, in n log n time.</summary>
    /// <param name="control">Values of the control arm, finite.</param>
    /// <param name="experimental">Values of the experimental arm, finite.</param>
    /// <param name="method">How to find the p-value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public static RankSumResult Test(ReadOnlySpan<double> control, ReadOnlySpan<double> experimental, RankSumMethod method)
    {
        int m = experimental.Length;
        int n = control.Length;
        if (m == 0 || n == 0)
        {
            return RankSumResult.Without(m + n == 0 ? NotEstimable.NoPatients : NotEstimable.OneArmEmpty);
        }

        double u = CountPairs(control, experimental, out double tieSum);
        double pairs = (double)m * n;
        double all = (double)m + n;
        double variance = pairs / 12.0 * (all + 1.0 - (tieSum / (all * (all - 1.0))));
        if (variance <= 0.0)
        {
            return RankSumResult.Without(NotEstimable.NoVariance);
        }

        double centred = u - (0.5 * pairs);
        double deviation = Math.Sqrt(variance);
        double correction = method == RankSumMethod.Normal ? 0.0 : 0.5;
        double z = (centred - (Math.Sign(centred) * correction)) / deviation;
        if (method == RankSumMethod.Automatic && tieSum == 0.0 && m < SmallestNormalArm && n < SmallestNormalArm)
        {
            double below = Share(m, n, (int)u);
            double above = Share(m, n, (m * n) - (int)u);
            return new RankSumResult(
                u, u / pairs, z, Math.Min(1.0, 2.0 * Math.Min(below, above)), above, true, NotEstimable.None);
        }

        // R's one-sided correction is always towards less benefit, also where U lies below its mean.
        return new RankSumResult(
            u, u / pairs, z, Normal.TwoSidedTail(z), Normal.UpperTail((centred - correction) / deviation), false, NotEstimable.None);
    }

    /// <summary>
    /// The location shift, experimental minus control: the median of all differences of two patients (Hodges and Lehmann 1963), with the limits that
    /// the test does not reject. Exact without ties and with fewer than 50 in each arm, as R's <c>wilcox.test(…, conf.int = TRUE)</c>; else at the ranks that
    /// the normal approximation gives, with the variance corrected for ties, where R solves for zeros of a step function.
    /// </summary>
    /// <param name="control">Values of the control arm, finite.</param>
    /// <param name="experimental">Values of the experimental arm, finite.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <returns>The shift and its limits; a shift of 0 between infinite limits where an arm is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or <paramref name="confidence"/> is out of range.</exception>
    public static (double Shift, Interval Limits) LocationShift(ReadOnlySpan<double> control, ReadOnlySpan<double> experimental, double confidence)
    {
        double tail = 0.5 * (1.0 - Require.InsideUnitInterval(confidence));
        int pairs = control.Length * experimental.Length;
        if (pairs == 0)
        {
            return (0.0, new Interval(double.NegativeInfinity, double.PositiveInfinity));
        }

        double[] differences = new double[pairs];
        for (int i = 0; i < pairs; i++)
        {
            differences[i] = Require.Finite(experimental[i / control.Length]) - Require.Finite(control[i % control.Length]);
        }

        Array.Sort(differences);
        CountPairs(control, experimental, out double tieSum);
        int rank = tieSum == 0.0 && control.Length < SmallestNormalArm && experimental.Length < SmallestNormalArm
            ? ExactRank(experimental.Length, control.Length, tail)
            : NormalRank(pairs, control.Length + experimental.Length, tieSum, confidence);
        double shift = 0.5 * (differences[(pairs - 1) / 2] + differences[pairs / 2]);
        return (shift, new Interval(differences[rank - 1], differences[pairs - rank]));
    }

    /// <summary>R's <c>qwilcox(tail, m, n)</c>, at least 1: the smallest u with P(U ≤ u) ≥ tail.</summary>
    private static int ExactRank(int m, int n, double tail)
    {
        double[] shares = Shares(m, n);
        double sum = 0.0;
        for (int u = 0; u < shares.Length; u++)
        {
            sum += shares[u];
            if (sum >= tail)
            {
                return Math.Max(1, u);
            }
        }

        return 1;
    }

    private static int NormalRank(int pairs, double all, double tieSum, double confidence)
    {
        double variance = pairs / 12.0 * (all + 1.0 - (tieSum / (all * (all - 1.0))));
        double rank = (0.5 * pairs) - (Normal.TwoSidedCriticalValue(confidence) * Math.Sqrt(Math.Max(0.0, variance)));
        return Math.Clamp((int)Math.Floor(rank), 1, Math.Max(1, (pairs + 1) / 2));
    }

    /// <summary>U, and the sum of t³ − t over groups of t equal values.</summary>
    private static double CountPairs(ReadOnlySpan<double> control, ReadOnlySpan<double> experimental, out double tieSum)
    {
        double[] values = new double[control.Length + experimental.Length];
        bool[] isExperimental = new bool[values.Length];
        control.CopyTo(values);
        experimental.CopyTo(values.AsSpan(control.Length));
        foreach (double value in values)
        {
            Require.Finite(value);
        }

        isExperimental.AsSpan(control.Length).Fill(true);
        Array.Sort(values, isExperimental);
        double u = 0.0;
        tieSum = 0.0;
        double controlBelow = 0.0;
        for (int start = 0; start < values.Length;)
        {
            int end = start;
            int inExperimental = 0;
            while (end < values.Length && values[end] == values[start])
            {
                inExperimental += isExperimental[end] ? 1 : 0;
                end++;
            }

            double t = end - start;
            double inControl = t - inExperimental;
            u += inExperimental * (controlBelow + (0.5 * inControl));
            controlBelow += inControl;
            tieSum += ((t * t) - 1.0) * t;
            start = end;
        }

        return u;
    }

    /// <summary>P(U ≤ limit) without ties.</summary>
    private static double Share(int m, int n, int limit)
    {
        double sum = 0.0;
        foreach (double share in Shares(m, n).AsSpan(0, limit + 1))
        {
            sum += share;
        }

        return sum;
    }

    /// <summary>P(U = u) without ties for each u, by Mann and Whitney's recursion over the largest value.</summary>
    private static double[] Shares(int m, int n)
    {
        // shares[j][u] is P(U = u) with i experimental and j control values.
        double[][] shares = new double[n + 1][];
        for (int j = 0; j <= n; j++)
        {
            shares[j] = new double[(m * n) + 1];
            shares[j][0] = 1.0;
        }

        for (int i = 1; i <= m; i++)
        {
            for (int j = 1; j <= n; j++)
            {
                double[] current = shares[j];
                double[] fewer = shares[j - 1];
                double largestIsExperimental = (double)i / (i + j);
                double largestIsControl = (double)j / (i + j);
                for (int u = i * j; u >= 0; u--)
                {
                    current[u] = (u >= j ? largestIsExperimental * current[u - j] : 0.0) + (largestIsControl * fewer[u]);
                }
            }
        }

        return shares[n];
    }
}
