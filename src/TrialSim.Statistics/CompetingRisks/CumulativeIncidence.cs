namespace TrialSim.Statistics.CompetingRisks;

/// <summary>
/// The probability of an event of one cause by a day, when events of other causes preclude it: the estimate of Aalen and Johansen
/// (1978). R's <c>survfit(Surv(days, factor(cause)) ~ group)</c> and <c>cmprsk::cuminc</c>.
/// </summary>
public static class CumulativeIncidence
{
    /// <summary>The curve of one cause for all patients of the sample. n log n.</summary>
    /// <param name="sample">In any order; groups and strata are not looked at.</param>
    /// <param name="cause">The cause of interest, 1 or above.</param>
    /// <param name="variance">Form of the variance.</param>
    public static CumulativeIncidenceCurve Estimate(in CompetingSample sample, byte cause, IncidenceVariance variance) =>
        Estimate(sample, cause, variance, sample.Order());

    /// <summary>The curve of one cause for the patients of one group.</summary>
    /// <param name="sample">In any order.</param>
    /// <param name="group">Number of the group; other groups are passed over.</param>
    /// <param name="cause">The cause of interest, 1 or above.</param>
    /// <param name="variance">Form of the variance.</param>
    public static CumulativeIncidenceCurve Estimate(in CompetingSample sample, byte group, byte cause, IncidenceVariance variance)
    {
        List<int> members = [];
        foreach (int patient in sample.Order())
        {
            if (sample.Group[patient] == group)
            {
                members.Add(patient);
            }
        }

        return Estimate(sample, cause, variance, [.. members]);
    }

    /// <summary>The rows of the curve of one cause. Allocates nothing.</summary>
    /// <param name="days">Days of follow-up, ascending; a patient each.</param>
    /// <param name="causes">What ended the follow-up: 0 is censoring, 1 and above the causes.</param>
    /// <param name="cause">The cause of interest, 1 or above.</param>
    /// <param name="variance">Form of the variance.</param>
    /// <param name="rows">Room for as many rows as there are patients; one is written for each distinct day with an event of any cause, ascending.</param>
    /// <returns>Number of rows.</returns>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is too short, or the columns differ in length.</exception>
    public static int Fill(ReadOnlySpan<double> days, ReadOnlySpan<byte> causes, byte cause, IncidenceVariance variance, Span<IncidenceRow> rows)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cause);
        if (causes.Length != days.Length || rows.Length < days.Length)
        {
            throw new ArgumentException($"{days.Length} days stand beside {causes.Length} causes and room for {rows.Length} rows. Give as many causes and as much room.", nameof(rows));
        }

        int count = 0;
        double eventFree = 1.0;
        double incidence = 0.0;
        // Variance of the incidence, of the event-free probability, and their covariance, carried from day to day by the delta method:
        // with hazards p (cause) and q (all), F' = F + S·p and S' = S·(1 − q).
        double varianceF = 0.0;
        double varianceS = 0.0;
        double covariance = 0.0;
        for (int i = 0; i < days.Length;)
        {
            double day = days[i];
            int atRisk = days.Length - i;
            int events = 0;
            int others = 0;
            for (; i < days.Length && days[i] == day; i++)
            {
                events += causes[i] == cause ? 1 : 0;
                others += causes[i] != cause && causes[i] != 0 ? 1 : 0;
            }

            if (events + others == 0)
            {
                continue;
            }

            double p = (double)events / atRisk;
            double q = (double)(events + others) / atRisk;
            (double varianceP, double varianceQ, double covariancePQ) = variance switch
            {
                IncidenceVariance.Multinomial => (p * (1.0 - p) / atRisk, q * (1.0 - q) / atRisk, p * (1.0 - q) / atRisk),
                IncidenceVariance.Counting => CountingMoments(events, others, atRisk),
                _ => throw new ArgumentOutOfRangeException(nameof(variance), variance, "Must be Multinomial or Counting."),
            };
            double squared = eventFree * eventFree;
            varianceF += (2.0 * p * covariance) + (p * p * varianceS) + (squared * varianceP);
            covariance = ((1.0 - q) * (covariance + (p * varianceS))) - (squared * covariancePQ);
            varianceS = ((1.0 - q) * (1.0 - q) * varianceS) + (squared * varianceQ);

            incidence += eventFree * p;
            eventFree *= (double)(atRisk - events - others) / atRisk;
            rows[count++] = new IncidenceRow(day, atRisk, events, others, eventFree, incidence, Math.Sqrt(Math.Max(varianceF, 0.0)));
        }

        return count;
    }

    private static CumulativeIncidenceCurve Estimate(in CompetingSample sample, byte cause, IncidenceVariance variance, int[] order)
    {
        double[] days = new double[order.Length];
        byte[] causes = new byte[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            days[i] = sample.Days[order[i]];
            causes[i] = sample.Cause[order[i]];
        }

        IncidenceRow[] rows = new IncidenceRow[order.Length];
        rows = rows[..Fill(days, causes, cause, variance, rows)];
        NotEstimable reason = order.Length == 0 ? NotEstimable.NoPatients : causes.Contains(cause) ? NotEstimable.None : NotEstimable.NoEvents;
        return new CumulativeIncidenceCurve(rows, order.Length, order.Length == 0 ? 0.0 : days[^1], reason);
    }

    private static (double OfCause, double OfAll, double Covariance) CountingMoments(int events, int others, int atRisk)
    {
        double ofCause = CountingVariance(events, atRisk);
        return (ofCause, ofCause + CountingVariance(others, atRisk), ofCause);
    }

    // Σ over one day of d/n² · (n − d)/(n − 1), except that a single event has no correction.
    private static double CountingVariance(int events, int atRisk) =>
        events == 0 ? 0.0
            : (events > 1 ? 1.0 - ((events - 1.0) / (atRisk - 1.0)) : 1.0) * events / ((double)atRisk * atRisk);
}
