using TrialSim.Results.Data;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>Turnbull curves of data, for the chart.</summary>
internal static class IntervalCurves
{
    /// <summary>A curve for each arm that has patients.</summary>
    public static IntervalCurve[] Of(IntervalData data) =>
    [
        .. data.Arms.Select((name, arm) => (Name: name, Curve: Turnbull.Estimate(data.SampleOf(arm))))
            .Where(pair => pair.Curve.Patients > 0)
            .Select(pair => new IntervalCurve(pair.Name, pair.Curve.Patients, PointsOf(pair.Curve))),
    ];

    /// <summary>Beyond the last visit nothing is drawn.</summary>
    private static List<IntervalCurvePoint> PointsOf(TurnbullCurve curve)
    {
        List<IntervalCurvePoint> points = [new(0.0, 1.0, 1.0)];
        double before = 1.0;
        foreach (TurnbullStep step in curve.Steps)
        {
            bool isOpen = double.IsPositiveInfinity(step.UpperDays);
            if (step.LowerDays < step.UpperDays)
            {
                points.Add(new IntervalCurvePoint(step.LowerDays, isOpen ? before : step.Survival, before));
            }

            if (!isOpen)
            {
                points.Add(new IntervalCurvePoint(step.UpperDays, step.Survival, step.Survival));
            }

            before = step.Survival;
        }

        return points;
    }
}
