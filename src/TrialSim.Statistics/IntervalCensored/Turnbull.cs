namespace TrialSim.Statistics.IntervalCensored;

/// <summary>
/// The nonparametric maximum likelihood estimate of a survival curve from intervals (Turnbull, JRSS B 1976; 38:290–295). From exact and
/// right-censored times it is Kaplan–Meier, in closed form; otherwise steps of self-consistency (EM) and of the iterative convex minorant
/// alternate (Wellner and Zhan 1997), each in time proportional to the patients, ended by Newton's steps when few intervals are left.
/// </summary>
public static class Turnbull
{
    private const int MaxRounds = 20_000;
    private const double LargestGap = 1e-11;

    /// <summary>The curve.</summary>
    /// <param name="sample">Intervals, exact times among them, in any order.</param>
    public static TurnbullCurve Estimate(in IntervalSample sample)
    {
        IntervalCounts counts = IntervalCounts.Of(sample);
        if (counts.Length == 0)
        {
            return new TurnbullCurve([], 0.0, 0.0, 0, NotEstimable.NoPatients);
        }

        InnermostIntervals innermost = InnermostIntervals.Of(counts);
        NpmleSearch search = new(counts, innermost);
        bool isRightCensored = true;
        for (int i = 0; i < counts.Length; i++)
        {
            isRightCensored &= counts.Upper[i] == counts.Lower[i] || !counts.HasEvent(i);
        }

        if (isRightCensored)
        {
            search.Redistribute();
        }

        double gap = search.Gap();
        for (int round = 0; round < MaxRounds && gap > LargestGap && !isRightCensored; round++)
        {
            search.Expect();
            search.Minorant();
            if (round % 10 == 9)
            {
                search.Newton();
            }

            gap = search.Gap();
        }

        return new TurnbullCurve(
            Steps(innermost, search.Probability),
            search.LogLikelihood,
            isRightCensored ? 0.0 : gap,
            sample.Length,
            isRightCensored || gap <= LargestGap ? NotEstimable.None : NotEstimable.NotConverged);
    }

    private static TurnbullStep[] Steps(InnermostIntervals innermost, ReadOnlySpan<double> probability)
    {
        // Survival from the right, so that it ends at exactly 0.
        List<TurnbullStep> steps = [];
        double survival = 0.0;
        for (int j = innermost.Length - 1; j >= 0; j--)
        {
            if (probability[j] > 0.0)
            {
                steps.Add(new TurnbullStep(innermost.Lower[j], innermost.Upper[j], probability[j], survival));
                survival += probability[j];
            }
        }

        steps.Reverse();
        return [.. steps];
    }
}
