using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>Restricted mean survival time: the area under a Kaplan–Meier curve up to a horizon, in days.</summary>
/// <param name="HorizonDays">Where the area ends.</param>
/// <param name="Mean">Days without the event, on average, of the first <paramref name="HorizonDays"/>.</param>
/// <param name="StandardError">
/// In the form that was asked for; 0 when nobody, or everybody at once, has the event by the horizon.
/// </param>
/// <param name="Reason">
/// <see cref="NotEstimable.NotReached"/> when nobody was followed to the horizon and the last patient left without the event; mean and
/// error are then 0.
/// </param>
public readonly record struct RestrictedMean(double HorizonDays, double Mean, double StandardError, NotEstimable Reason)
{
    /// <summary>Whether the curve reaches the horizon.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Days lost to the event up to the horizon; the same error as <see cref="Mean"/>.</summary>
    public double Lost => IsEstimable ? HorizonDays - Mean : 0.0;

    /// <summary>
    /// The area under <paramref name="curve"/>. R's <c>survfit(…)</c> printed with <c>rmean</c>, and <c>survRM2::rmst2</c>; where those
    /// carry a curve on beyond its last patient, this gives a reason.
    /// </summary>
    /// <param name="curve">From <see cref="KaplanMeier"/>.</param>
    /// <param name="horizonDays">Above 0.</param>
    /// <param name="variance">Form of the variance.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizonDays"/> is not a finite number above 0.</exception>
    public static RestrictedMean Of(in KaplanMeierCurve curve, double horizonDays, RestrictedMeanVariance variance)
    {
        Require.PositiveFinite(horizonDays);
        NotEstimable reason = curve.Patients == 0 ? NotEstimable.NoPatients
            : !curve.Reaches(horizonDays) ? NotEstimable.NotReached
            : NotEstimable.None;
        if (reason != NotEstimable.None)
        {
            return new RestrictedMean(horizonDays, 0.0, 0.0, reason);
        }

        // Backwards from the horizon, so that the area beyond each event day is at hand when its variance is due.
        double area = 0.0;
        double sum = 0.0;
        long events = 0;
        double until = horizonDays;
        for (int i = curve.Rows.Length - 1; i >= 0; i--)
        {
            KaplanMeierRow row = curve.Rows[i];
            if (row.Days > horizonDays)
            {
                continue;
            }

            area += row.Survival * (until - row.Days);
            until = row.Days;
            events += row.Events;
            double surviving = row.AtRisk - row.Events;
            sum += surviving > 0.0 ? area * area * row.Events / (row.AtRisk * surviving) : 0.0;
        }

        double correction = variance == RestrictedMeanVariance.Greenwood ? 1.0 : events > 1 ? events / (events - 1.0) : 0.0;
        return new RestrictedMean(horizonDays, area + until, Math.Sqrt(sum * correction), NotEstimable.None);
    }

    /// <summary>Normal interval of the mean, within 0 and the horizon; all of it without an estimate.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval MeanInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return IsEstimable
            ? new Interval(Math.Max(0.0, Mean - reach), Math.Min(HorizonDays, Mean + reach))
            : new Interval(0.0, HorizonDays);
    }
}
