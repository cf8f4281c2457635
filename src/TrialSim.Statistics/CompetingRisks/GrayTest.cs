using TrialSim.Statistics.Parametric;

namespace TrialSim.Statistics.CompetingRisks;

/// <summary>
/// The k-sample test of cumulative incidence of Gray (Annals of Statistics 1988; 16:1141–1154), stratified where the sample has
/// strata. The tie rules and the variance are those of R's <c>cmprsk::cuminc</c>.
/// </summary>
public static class GrayTest
{
    /// <summary>The test with weight 1.</summary>
    /// <param name="sample">In any order, with groups; strata may be empty.</param>
    /// <param name="cause">The cause of interest, 1 or above.</param>
    public static GrayTestResult Test(in CompetingSample sample, byte cause) => Test(sample, cause, 0.0);

    /// <summary>The test with weight (1 − F)^<paramref name="rho"/>, where F is the pooled cumulative incidence just before the day.</summary>
    /// <param name="sample">In any order, with groups; strata may be empty.</param>
    /// <param name="cause">The cause of interest, 1 or above.</param>
    /// <param name="rho">Finite; 0 weighs all days alike.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static GrayTestResult Test(in CompetingSample sample, byte cause, double rho)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cause);
        Require.Finite(rho);
        if (sample.Length == 0)
        {
            return GrayTestResult.Without(NotEstimable.NoPatients);
        }

        if (!sample.Cause.Contains(cause))
        {
            return GrayTestResult.Without(NotEstimable.NoEvents);
        }

        // Groups are renumbered without gaps, so that an absent group costs no degree of freedom.
        int[] rankOfGroup = new int[256];
        int groups = 0;
        foreach (byte group in sample.Group)
        {
            rankOfGroup[group] = 1;
        }

        for (int g = 0; g < rankOfGroup.Length; g++)
        {
            rankOfGroup[g] = rankOfGroup[g] == 1 ? groups++ : -1;
        }

        if (groups < 2)
        {
            return GrayTestResult.Without(NotEstimable.OneArmEmpty);
        }

        double[] scores = new double[groups - 1];
        double[,] variance = new double[groups - 1, groups - 1];
        int[] order = sample.Order();
        if (sample.Stratum.IsEmpty)
        {
            new GrayScores(groups, rho).AddTo(scores, variance, sample, cause, rankOfGroup, order);
        }
        else
        {
            int[] stratumOf = new int[order.Length];
            for (int i = 0; i < order.Length; i++)
            {
                stratumOf[i] = sample.Stratum[order[i]];
            }

            // By stratum, and within a stratum still by day.
            int[] position = [.. Enumerable.Range(0, order.Length).OrderBy(i => stratumOf[i])];
            int start = 0;
            for (int i = 1; i <= position.Length; i++)
            {
                if (i == position.Length || stratumOf[position[i]] != stratumOf[position[start]])
                {
                    int[] inside = [.. position[start..i].Select(at => order[at])];
                    new GrayScores(groups, rho).AddTo(scores, variance, sample, cause, rankOfGroup, inside);
                    start = i;
                }
            }
        }

        return PositiveDefinite.TrySolve(variance, scores, out double[] solved)
            ? new GrayTestResult(PositiveDefinite.Dot(scores, solved), groups - 1, scores, NotEstimable.None)
            : GrayTestResult.Without(NotEstimable.NoVariance);
    }
}
