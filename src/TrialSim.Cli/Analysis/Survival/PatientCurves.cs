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
        string name = data.Arms[arm];
        List<PatientCurvePoint> points = [];
        if (curve.Patients > 0 && (curve.Rows.IsEmpty || curve.Rows[0].Days > 0))
        {
            points.Add(new PatientCurvePoint(name, 0, curve.Patients, 0, 0, 1, 0, 1, 1));
        }

        int atRisk = curve.Patients;
        int row = 0;
        PatientCurvePoint last = new(name, 0, atRisk, 0, 0, 1, 0, 1, 1);
        for (int patient = 0; patient < sorted.Length;)
        {
            double time = sorted.Days[patient];
            int events = 0;
            int censored = 0;
            for (; patient < sorted.Length && sorted.Days[patient] == time; patient++)
            {
                if (sorted.Arm[patient] == arm)
                {
                    events += sorted.HasEvent[patient] ? 1 : 0;
                    censored += sorted.HasEvent[patient] ? 0 : 1;
                }
            }

            if (events + censored == 0)
            {
                continue;
            }

            last = last with { Time = time, AtRisk = atRisk, Events = events, Censored = censored };
            if (events > 0)
            {
                KaplanMeierRow step = curve.Rows[row++];
                Interval limits = step.Limits(data.Request.Confidence, data.Endpoint.Transform);
                last = last with { Survival = step.Survival, StandardError = step.StandardError, Lower = limits.Lower, Upper = limits.Upper };
            }

            if (time == 0 && points.Count > 0)
            {
                points.Clear();
            }

            points.Add(last);
            atRisk -= events + censored;
        }

        return points;
    }
}
