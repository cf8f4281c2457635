using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Kaplan–Meier curves of data, for the table and the chart.</summary>
internal static class PatientCurves
{
    /// <summary>A curve for each arm.</summary>
    public static PatientCurve[] Of(SurvivalData data)
    {
        SurvivalSample sorted = data.Sample.Sorted();
        PatientCurve[] curves = new PatientCurve[data.Arms.Count];
        KaplanMeierRow[] rows = new KaplanMeierRow[sorted.Length];
        for (int arm = 0; arm < curves.Length; arm++)
        {
            KaplanMeierCurve curve = KaplanMeier.Fill(sorted, (byte)arm, rows);
            SurvivalQuantile median = curve.Median(data.Request.Confidence, data.Endpoint.Transform);
            curves[arm] = new PatientCurve(
                data.Arms[arm],
                curve.Patients,
                median.Days,
                median.IsEstimable ? AnalysisText.Time(median.Days, median.Lower, median.Upper) : "",
                PointsOf(data, sorted, arm, curve));
        }

        return curves;
    }

    private static List<PatientCurvePoint> PointsOf(SurvivalData data, SurvivalSample sorted, int arm, KaplanMeierCurve curve)
    {
        double[] times = TimesOf(sorted, arm);
        int[] atRisk = new int[times.Length];
        KaplanMeier.FillAtRisk(sorted, (byte)arm, times, atRisk);
        List<PatientCurvePoint> points = [];
        PatientCurvePoint last = new(data.Arms[arm], 0, 0, 0, 0, 1, 0, 1, 1);
        int patient = 0;
        int row = 0;
        for (int index = 0; index < times.Length; index++)
        {
            int events = 0;
            int censored = 0;
            for (; patient < sorted.Length && sorted.Days[patient] <= times[index]; patient++)
            {
                int isOwn = sorted.Arm[patient] == arm ? 1 : 0;
                events += sorted.HasEvent[patient] ? isOwn : 0;
                censored += sorted.HasEvent[patient] ? 0 : isOwn;
            }

            last = last with { Time = times[index], AtRisk = atRisk[index], Events = events, Censored = censored };
            if (events > 0)
            {
                KaplanMeierRow step = curve.Rows[row++];
                Interval limits = step.Limits(data.Request.Confidence, data.Endpoint.Transform);
                last = last with { Survival = step.Survival, StandardError = step.StandardError, Lower = limits.Lower, Upper = limits.Upper };
            }

            points.Add(last);
        }

        return points;
    }

    /// <summary>The outset and each time at which somebody of the arm enters or leaves, ascending; none without patients.</summary>
    private static double[] TimesOf(SurvivalSample sorted, int arm)
    {
        List<double> times = [];
        for (int patient = 0; patient < sorted.Length; patient++)
        {
            if (sorted.Arm[patient] == arm)
            {
                times.Add(sorted.Days[patient]);
                times.Add(sorted.StartDays.IsEmpty ? 0.0 : sorted.StartDays[patient]);
            }
        }

        return times.Count == 0 ? [] : [.. times.Append(0.0).Distinct().Order()];
    }
}
