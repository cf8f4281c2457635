using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Nelson and Aalen's cumulative hazard of each arm, at the times asked for or at quarters of the follow-up.</summary>
internal static class NelsonAalenMethod
{
    private const string Name = "nelson_aalen";

    public static MethodOutput Run(SurvivalData data)
    {
        SurvivalSample sorted = data.Sample.Sorted();
        double[] times = FollowUpTimes.Of(data);
        KaplanMeierRow[] rows = new KaplanMeierRow[sorted.Length];
        NelsonAalenRow[] room = new NelsonAalenRow[sorted.Length];
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            KaplanMeierCurve curve = KaplanMeier.Fill(sorted, (byte)arm, rows);
            ReadOnlySpan<NelsonAalenRow> hazards = NelsonAalen.Fill(curve, room);
            int events = KaplanMeierMethod.EventsIn(curve);
            foreach (double time in times)
            {
                AnalysisFigure figure = new(Name, data.Arms[arm], "cumulative_hazard") { Time = time, Patients = curve.Patients, Events = events };
                cells.Add([data.Arms[arm], AnalysisText.Time(time), .. Cells(hazards, time, curve.LastDay, data.Request.Confidence, figure, figures)]);
            }
        }

        ChartTable table = new(
            ["Arm", $"Time{data.UnitInBrackets}", $"Cumulative hazard ({AnalysisText.Percent(data.Request.Confidence)} interval)", "Standard error"], cells);
        return new MethodOutput(
            "Nelson–Aalen cumulative hazard",
            [new MethodTable("Cumulative hazard", 1, table)],
            ["Tied events count at once, as in R's survfit (cumhaz, std.chaz); intervals are on the log scale." + FollowUpTimes.Note(data)],
            figures);
    }

    private static string[] Cells(
        ReadOnlySpan<NelsonAalenRow> hazards, double time, double last, double confidence, AnalysisFigure figure, List<AnalysisFigure> figures)
    {
        if (time > last)
        {
            figures.Add(figure with { Status = AnalysisText.Status(NotEstimable.NotReached) });
            return [AnalysisText.Reason(NotEstimable.NotReached), AnalysisText.Blank];
        }

        NelsonAalenRow row = default;
        foreach (NelsonAalenRow step in hazards)
        {
            row = step.Days <= time ? step : row;
        }

        Interval limits = row.CumulativeHazard > 0.0 ? row.LogLimits(confidence) : new Interval(0.0, 0.0);
        figures.Add(figure with { Value = row.CumulativeHazard, StandardError = row.StandardError, Lower = limits.Lower, Upper = limits.Upper });
        return [AnalysisText.Number(row.CumulativeHazard, limits.Lower, limits.Upper), AnalysisText.Number(row.StandardError)];
    }
}
