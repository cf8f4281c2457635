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

            SurvivalQuantile followUp = ReverseKaplanMeier.Fill(sorted, (byte)arm, rows, scratch).Median(request.Confidence, data.Endpoint.Transform);
            cells.Add(followUp.IsEstimable ? AnalysisText.Time(followUp.Days) : AnalysisText.Blank);
            figures.Add(new AnalysisFigure(Name, data.Arms[arm], "median_follow_up")
            {
                Value = followUp.Days,
                Lower = followUp.Lower,
                Upper = followUp.Upper,
                Status = AnalysisText.Status(followUp.Reason),
            });
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
            tables.Add(Differences(data, survival, limits, figures));
        }

        return new MethodOutput($"Kaplan–Meier{data.UnitInBrackets}", tables, [NoteOn(data.Endpoint.Transform)], figures);
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

    private static string NoteOn(IntervalTransform transform)
    {
        string scale = transform switch
        {
            IntervalTransform.Log => "log",
            IntervalTransform.LogLog => "log(−log)",
            IntervalTransform.Logit => "logit",
            IntervalTransform.ArcSine => "arc-sine",
            _ => "plain",
        };
        return $"Intervals of survival are Greenwood's on the {scale} scale, those of times Brookmeyer and Crowley's on the same scale, as in R's survfit. Follow-up is by reverse Kaplan–Meier.";
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

    private static MethodTable Differences(SurvivalData data, MilestoneSurvival[,] survival, string limits, List<AnalysisFigure> figures)
    {
        List<IReadOnlyList<string>> cells = [];
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            for (int index = 0; index < data.Endpoint.At.Count; index++)
            {
                double time = data.Endpoint.At[index];
                MilestoneDifference difference = MilestoneDifference.Between(survival[0, index], survival[arm, index]);
                if (!difference.IsEstimable)
                {
                    cells.Add([data.Comparison(arm), AnalysisText.Time(time), AnalysisText.Reason(difference.Reason), AnalysisText.Blank, AnalysisText.Blank]);
                    figures.Add(new AnalysisFigure(Name, data.Comparison(arm), "survival_difference") { Time = time, Status = AnalysisText.Status(difference.Reason) });
                    continue;
                }

                Statistics.Interval interval = difference.DifferenceInterval(data.Request.Confidence);
                cells.Add(
                [
                    data.Comparison(arm),
                    AnalysisText.Time(time),
                    AnalysisText.Number(difference.Difference, interval.Lower, interval.Upper),
                    AnalysisText.Number(difference.Z),
                    AnalysisText.PValue(difference.TwoSidedPValue),
                ]);
                figures.Add(new AnalysisFigure(Name, data.Comparison(arm), "survival_difference")
                {
                    Time = time,
                    Value = difference.Difference,
                    StandardError = difference.StandardError,
                    Lower = interval.Lower,
                    Upper = interval.Upper,
                    Statistic = difference.Z,
                    PValue = difference.TwoSidedPValue,
                });
            }
        }

        return new MethodTable("Difference in survival", 1, new ChartTable(["Comparison", $"Time{data.UnitInBrackets}", $"Difference {limits}", "Z", "p (two-sided)"], cells));
    }
}
