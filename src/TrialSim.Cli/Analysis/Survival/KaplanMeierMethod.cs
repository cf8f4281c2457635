using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics.Survival;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Kaplan–Meier estimates: medians, quartiles and, at the times asked for, survival and its differences.</summary>
internal static class KaplanMeierMethod
{
    private const string Name = "km";
    private static readonly (double Probability, string Measure, string Heading)[] Quantiles =
        [(0.25, "lower_quartile", "25 % by"), (0.5, "median", "Median"), (0.75, "upper_quartile", "75 % by")];

    public static MethodOutput Run(SurvivalData data)
    {
        AnalysisRequest request = data.Request;
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> summary = [];
        List<IReadOnlyList<string>> milestones = [];
        SurvivalSample sorted = data.Sample.Sorted();
        KaplanMeierRow[] rows = new KaplanMeierRow[sorted.Length];
        bool[] scratch = new bool[sorted.Length];
        MilestoneSurvival[,] survival = new MilestoneSurvival[data.Arms.Count, data.Endpoint.At.Count];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            KaplanMeierCurve curve = KaplanMeier.Fill(sorted, (byte)arm, rows);
            int events = EventsIn(curve);
            figures.Add(new AnalysisFigure(Name, data.Arms[arm], "patients") { Value = curve.Patients, Patients = curve.Patients, Events = events });
            figures.Add(new AnalysisFigure(Name, data.Arms[arm], "events") { Value = events, Patients = curve.Patients, Events = events });
            List<string> cells = [data.Arms[arm], $"{curve.Patients}", $"{events}"];
            foreach ((double probability, string measure, _) in Quantiles)
            {
                SurvivalQuantile quantile = curve.Quantile(probability, request.Confidence, data.Endpoint.Transform);
                cells.Add(AnalysisText.Time(quantile.Days, quantile.Lower, quantile.Upper));
                figures.Add(new AnalysisFigure(Name, data.Arms[arm], measure)
                {
                    Value = quantile.Days,
                    Lower = quantile.Lower,
                    Upper = quantile.Upper,
                    Patients = curve.Patients,
                    Events = events,
                    Status = AnalysisText.Status(quantile.Reason),
                });
            }

            AddFollowUp(data, ReverseKaplanMeier.Fill(sorted, (byte)arm, rows, scratch), arm, cells, figures);
            summary.Add(cells);
            curve = KaplanMeier.Fill(sorted, (byte)arm, rows);
            for (int index = 0; index < data.Endpoint.At.Count; index++)
            {
                survival[arm, index] = curve.Milestone(data.Endpoint.At[index], request.Confidence, data.Endpoint.Transform);
                milestones.Add(MilestoneCells(data, sorted, arm, data.Endpoint.At[index], survival[arm, index]));
                figures.Add(FigureOf(data.Arms[arm], data.Endpoint.At[index], survival[arm, index]));
            }
        }

        string limits = $"({AnalysisText.Percent(request.Confidence)} interval)";
        List<MethodTable> tables =
        [
            new("Arms", 1, new ChartTable(
                ["Arm", "Patients", "Events", .. Quantiles.Select(quantile => $"{quantile.Heading}{(quantile.Probability == 0.5 ? $" {limits}" : "")}"), "Median follow-up"], summary)),
        ];
        if (milestones.Count > 0)
        {
            tables.Add(new MethodTable("Survival", 1, new ChartTable(["Arm", $"Time{data.UnitInBrackets}", "At risk", $"Survival {limits}", "Standard error"], milestones)));
        }

        if (milestones.Count > 0 && data.Arms.Count > 1)
        {
            tables.Add(MilestoneDifferences.TableOf(data, survival, figures));
        }

        return new MethodOutput($"Kaplan–Meier{data.UnitInBrackets}", tables, [.. NotesOn(data)], figures);
    }

    /// <summary>With late entry a row may be a part of a patient's time, whose end is no end of follow-up.</summary>
    private static void AddFollowUp(SurvivalData data, KaplanMeierCurve reverse, int arm, List<string> cells, List<AnalysisFigure> figures)
    {
        AnalysisFigure figure = new(Name, data.Arms[arm], "median_follow_up");
        if (data.Endpoint.Start.Length > 0)
        {
            cells.Add(AnalysisText.Blank);
            figures.Add(figure with { Status = "late_entry" });
            return;
        }

        SurvivalQuantile followUp = reverse.Median(data.Request.Confidence, data.Endpoint.Transform);
        cells.Add(followUp.IsEstimable ? AnalysisText.Time(followUp.Days) : AnalysisText.Blank);
        figures.Add(figure with
        {
            Value = followUp.Days,
            Lower = followUp.Lower,
            Upper = followUp.Upper,
            Status = AnalysisText.Status(followUp.Reason),
        });
    }

    /// <summary>The number of events of a curve.</summary>
    internal static int EventsIn(KaplanMeierCurve curve)
    {
        int events = 0;
        foreach (KaplanMeierRow row in curve.Rows)
        {
            events += row.Events;
        }

        return events;
    }

    private static IEnumerable<string> NotesOn(SurvivalData data)
    {
        string scale = data.Endpoint.Transform switch
        {
            IntervalTransform.Log => "log",
            IntervalTransform.LogLog => "log(−log)",
            IntervalTransform.Logit => "logit",
            IntervalTransform.ArcSine => "arc-sine",
            _ => "plain",
        };
        string followUp = data.Endpoint.Start.Length > 0
            ? "Median follow-up is not told with late entry: a row may be a part of a patient's time, and its end is then no end of follow-up."
            : "Follow-up is by reverse Kaplan–Meier.";
        yield return $"Intervals of survival are Greenwood's on the {scale} scale, those of times Brookmeyer and Crowley's on the same scale, as in R's survfit. {followUp}";
        if (data.Endpoint.At.Count > 0 && data.Arms.Count > 1)
        {
            yield return "Z of a difference in survival is on the plain scale and, where survival is closer to normal, on that of log(−log); both are positive when the first arm named does better.";
        }
    }

    private static List<string> MilestoneCells(SurvivalData data, SurvivalSample sorted, int arm, double time, MilestoneSurvival survival)
    {
        Span<int> atRisk = stackalloc int[1];
        KaplanMeier.FillAtRisk(sorted, (byte)arm, [time], atRisk);
        return
        [
            data.Arms[arm],
            AnalysisText.Time(time),
            $"{atRisk[0]}",
            survival.IsEstimable ? AnalysisText.Number(survival.Survival, survival.Lower, survival.Upper) : AnalysisText.Reason(survival.Reason),
            survival.IsEstimable ? AnalysisText.Number(survival.StandardError) : AnalysisText.Blank,
        ];
    }

    private static AnalysisFigure FigureOf(string arm, double time, MilestoneSurvival survival) => survival.IsEstimable
        ? new AnalysisFigure(Name, arm, "survival")
        {
            Time = time,
            Value = survival.Survival,
            StandardError = survival.StandardError,
            Lower = survival.Lower,
            Upper = survival.Upper,
        }
        : new AnalysisFigure(Name, arm, "survival") { Time = time, Status = AnalysisText.Status(survival.Reason) };
}
