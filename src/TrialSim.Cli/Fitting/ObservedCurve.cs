using TrialSim.Charts;
using TrialSim.Statistics;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Fitting;

/// <summary>The curve that families are drawn over.</summary>
internal static class ObservedCurve
{
    private const double Confidence = 0.95;

    /// <summary>The Kaplan–Meier curve with its limits on the log scale, as R's <c>survfit(Surv(start, time, event) ~ 1)</c>: a point for each time at which a patient leaves.</summary>
    /// <param name="times">End of each patient's observation.</param>
    /// <param name="starts">Its beginning, before the end; empty for 0.</param>
    /// <param name="hasEvent">Whether the event ended it.</param>
    public static ObservedPoint[] ProductLimit(double[] times, double[] starts, bool[] hasEvent)
    {
        SurvivalSample sample = new SurvivalOrder(times.Length).Sort(new SurvivalSample(times, hasEvent, new byte[times.Length], [], starts));
        KaplanMeierCurve curve = KaplanMeier.FillPooled(sample, new KaplanMeierRow[times.Length]);
        double[] pointTimes = [0.0, .. times.Distinct().Order()];
        int[] atRisk = new int[pointTimes.Length];
        KaplanMeier.FillAtRisk(sample, 0, pointTimes, atRisk);
        List<ObservedPoint> points = [new(0.0, 1.0, 1.0, 1.0, atRisk[0])];
        int row = 0;
        for (int i = 1; i < pointTimes.Length; i++)
        {
            ObservedPoint point = points[^1] with { Time = pointTimes[i], AtRisk = atRisk[i] };
            if (row < curve.Rows.Length && curve.Rows[row].Days == pointTimes[i])
            {
                KaplanMeierRow step = curve.Rows[row++];
                Interval limits = step.Limits(Confidence, IntervalTransform.Log);
                point = point with { Survival = step.Survival, Lower = limits.Lower, Upper = limits.Upper };
            }

            points.Add(point);
        }

        return [.. points];
    }

    /// <summary>Turnbull's curve, drawn as high as it can be, and between the bounds that the intervals leave.</summary>
    public static ObservedPoint[] OfIntervals(TurnbullCurve curve)
    {
        double[] days = [0.0, .. curve.Steps.SelectMany(step => new[] { step.LowerDays, step.UpperDays }).Where(double.IsFinite).Distinct().Order().Where(day => day > 0.0)];
        List<ObservedPoint> points = [];
        for (int i = 0; i < days.Length; i++)
        {
            // Just after the day, where both bounds have moved.
            Interval bounds = curve.Survival(i + 1 < days.Length ? 0.5 * (days[i] + days[i + 1]) : days[i] * (1.0 + 1e-9));
            points.Add(new ObservedPoint(days[i], bounds.Upper, bounds.Lower, bounds.Upper, 0));
        }

        return [.. points];
    }
}
