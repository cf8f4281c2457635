namespace TrialSim.Statistics.IntervalCensored;

/// <summary>
/// The log-rank test of interval-censored data with Sun's scores (1996): each patient's, the mean of 1 − Λ over where the event may be, with Λ the
/// cumulative hazard of the pooled Turnbull curve; compared between the arms by the permutation variance (Fay and Shaw 2010). From
/// right-censored data the scores are the log-rank's own. R's <c>interval::ictest(scores = "logrank1", method = "pclt")</c>. The permutation is
/// of patients, so the arms must have been visited on the same schedule.
/// </summary>
public static class IntervalLogRank
{
    /// <summary>The test of all arms. Z, for two arms, is positive when the second does better.</summary>
    /// <param name="sample">Intervals, exact times among them.</param>
    /// <param name="arm">Arm of each patient, from 0.</param>
    /// <exception cref="ArgumentException">Columns differ in length.</exception>
    public static IntervalLogRankResult Test(in IntervalSample sample, ReadOnlySpan<byte> arm)
    {
        if (arm.Length != sample.Length)
        {
            throw new ArgumentException($"{sample.Length} intervals and {arm.Length} arms. Give an arm for each patient.", nameof(arm));
        }

        TurnbullCurve curve = Turnbull.Estimate(sample);
        if (!curve.IsEstimable)
        {
            return IntervalLogRankResult.Without(curve.Reason);
        }

        double[] scores = Scores(sample, curve);
        double mean = scores.Length == 0 ? 0.0 : scores.Average();
        double[] sums = new double[byte.MaxValue + 1];
        int[] patients = new int[sums.Length];
        double squares = 0.0;
        for (int i = 0; i < scores.Length; i++)
        {
            sums[arm[i]] += scores[i] - mean;
            patients[arm[i]]++;
            squares += (scores[i] - mean) * (scores[i] - mean);
        }

        int arms = patients.Count(count => count > 0);
        bool hasEvents = curve.Steps.Any(step => double.IsFinite(step.UpperDays));
        NotEstimable reason = !hasEvents ? NotEstimable.NoEvents
            : arms < 2 ? NotEstimable.OneArmEmpty
            : !(squares > 1e-12) ? NotEstimable.NoVariance
            : NotEstimable.None;
        if (reason != NotEstimable.None)
        {
            return IntervalLogRankResult.Without(reason);
        }

        double variance = squares / (scores.Length - 1.0);
        double chiSquare = 0.0;
        int last = 0;
        for (int a = 0; a < sums.Length; a++)
        {
            last = patients[a] > 0 ? a : last;
            chiSquare += patients[a] > 0 ? sums[a] * sums[a] / (patients[a] * variance) : 0.0;
        }

        return new IntervalLogRankResult(-Math.Sign(sums[last]) * Math.Sqrt(chiSquare), chiSquare, arms - 1, NotEstimable.None);
    }

    private static double[] Scores(in IntervalSample sample, TurnbullCurve curve)
    {
        // Survival, and survival times cumulative hazard, after each number of steps.
        double[] survival = new double[curve.Steps.Length + 1];
        double[] product = new double[survival.Length];
        survival[0] = 1.0;
        double cumulative = 0.0;
        for (int step = 0; step < curve.Steps.Length; step++)
        {
            cumulative += curve.Steps[step].Probability / survival[step];
            survival[step + 1] = curve.Steps[step].Survival;
            product[step + 1] = survival[step + 1] * cumulative;
        }

        double[] scores = new double[sample.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            double lower = sample.LowerDays[i];
            double upper = sample.UpperDays[i];
            int before = StepsUpTo(curve.Steps, lower == upper ? Math.BitDecrement(lower) : lower);
            int after = StepsUpTo(curve.Steps, upper);
            scores[i] = (product[after] - product[before]) / (survival[before] - survival[after]);
        }

        return scores;
    }

    /// <summary>How many steps end by a day.</summary>
    private static int StepsUpTo(TurnbullStep[] steps, double days)
    {
        int low = 0;
        int high = steps.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (steps[middle].UpperDays <= days)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
