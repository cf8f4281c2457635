using TrialSim.Charts;
using TrialSim.Statistics;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Probability;

namespace TrialSim.Cli.Fitting;

/// <summary>The curve that families are drawn over.</summary>
internal static class ObservedCurve
{
    // More steps than pixels show nothing more.
    private const int MostPoints = 1_500;
    private const double Confidence = 0.95;

    /// <summary>
    /// The product-limit curve with late entry, as R's <c>survfit(Surv(start, time, event) ~ 1)</c>: limits on the log scale from Greenwood's variance,
    /// a patient at risk after the start and up to the time.
    /// </summary>
    /// <param name="times">End of each patient's observation.</param>
    /// <param name="starts">Its beginning; empty for 0.</param>
    /// <param name="hasEvent">Whether the event ended it.</param>
    public static ObservedPoint[] ProductLimit(double[] times, double[] starts, bool[] hasEvent)
    {
        double[] ends = [.. times];
        bool[] isEvent = [.. hasEvent];
        Array.Sort(ends, isEvent);
        double[] entries = starts.Length == 0 ? new double[times.Length] : [.. starts.Order()];
        double reach = Normal.TwoSidedCriticalValue(Confidence);
        double survival = 1.0;
        double variance = 0.0;
        int entered = 0;
        List<ObservedPoint> points = [new(0.0, 1.0, 1.0, 1.0, starts.Length == 0 ? times.Length : 0)];
        for (int first = 0; first < ends.Length;)
        {
            double time = ends[first];
            for (; entered < entries.Length && (entries[entered] < time || starts.Length == 0); entered++)
            {
            }

            int atRisk = entered - first;
            int events = 0;
            for (; first < ends.Length && ends[first] == time; first++)
            {
                events += isEvent[first] ? 1 : 0;
            }

            if (atRisk <= 0)
            {
                // Censored at the very entry: never at risk.
                continue;
            }

            survival *= 1.0 - ((double)events / atRisk);
            variance += events == 0 || events == atRisk ? 0.0 : events / ((double)atRisk * (atRisk - events));
            double spread = Math.Exp(reach * Math.Sqrt(variance));
            points.Add(new ObservedPoint(time, survival, survival / spread, Math.Min(1.0, survival * spread), atRisk));
        }

        return Thinned(points);
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

        return Thinned(points);
    }

    /// <summary>The last point of each cell of a grid finer than the picture.</summary>
    private static ObservedPoint[] Thinned(List<ObservedPoint> points)
    {
        double last = points[^1].Time;
        return points.Count <= MostPoints
            ? [.. points]
            : [.. points.Where((point, index) => index == 0 || index + 1 == points.Count || CellOf(point) != CellOf(points[index + 1]))];

        double CellOf(ObservedPoint point) => Math.Floor(point.Time / last * MostPoints);
    }
}
