using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Cli.Analysis.IntervalCensored;

/// <summary>Turnbull's survival curve of each arm: quartiles, survival at the times asked for, and the innermost intervals themselves.</summary>
internal static class TurnbullMethod
{
    private const string Name = "turnbull";
    private const int MaxSteps = 40;
    private static readonly (double Probability, string Measure)[] Quantiles = [(0.25, "lower_quartile"), (0.5, "median"), (0.75, "upper_quartile")];

    public static MethodOutput Run(IntervalData data)
    {
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> arms = [];
        List<IReadOnlyList<string>> survival = [];
        List<IReadOnlyList<string>> steps = [];
        List<string> notes = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            IntervalSample sample = data.SampleOf(arm);
            TurnbullCurve curve = Turnbull.Estimate(sample);
            if (curve.Reason == NotEstimable.NoPatients)
            {
                notes.Add($"{data.Arms[arm]}: not estimable, because {AnalysisText.Reason(curve.Reason)}.");
                figures.Add(new AnalysisFigure(Name, data.Arms[arm], "patients") { Value = 0, Status = AnalysisText.Status(curve.Reason) });
                continue;
            }

            if (!curve.IsEstimable)
            {
                notes.Add($"{data.Arms[arm]}: the search ended before it had settled; what is told holds to {AnalysisText.Number(curve.Gap)} of log likelihood a patient.");
            }

            AddArm(data, arm, curve, arms, figures);
            AddSurvival(data, arm, curve, survival, figures);
            AddSteps(data, arm, curve, steps, figures);
        }

        string unit = data.UnitInBrackets;
        List<MethodTable> tables = [new("Arms", 1, new ChartTable(["Arm", "Patients", "25 % by", "Median", "75 % by", "Log likelihood"], arms))];
        if (survival.Count > 0)
        {
            tables.Add(new MethodTable("Survival", 1, new ChartTable(["Arm", $"Time{unit}", "Survival"], survival)));
        }

        tables.Add(new MethodTable("Innermost intervals", 1, new ChartTable(["Arm", $"Above{unit}", $"To{unit}", "Probability", "Survival after"], steps)));
        notes.Add(
            "Within an innermost interval the data do not say where the curve falls: a time or a survival with two values may be anything between. "
            + "Nonparametric maximum likelihood, as R's survfit of Surv(type = \"interval2\"); it has no standard errors.");
        return new MethodOutput($"Turnbull estimate{unit}", tables, notes, figures);
    }

    private static void AddArm(IntervalData data, int arm, TurnbullCurve curve, List<IReadOnlyList<string>> cells, List<AnalysisFigure> figures)
    {
        AnalysisFigure figure = new(Name, data.Arms[arm], "patients") { Patients = curve.Patients };
        figures.Add(figure with { Value = curve.Patients });
        figures.Add(figure with { Measure = "log_likelihood", Value = curve.LogLikelihood });
        List<string> own = [data.Arms[arm], $"{curve.Patients}"];
        foreach ((double probability, string measure) in Quantiles)
        {
            Interval quantile = curve.Quantile(probability);
            own.Add(double.IsPositiveInfinity(quantile.Upper) ? AnalysisText.Time(quantile.Upper) : Between(AnalysisText.Time(quantile.Lower), AnalysisText.Time(quantile.Upper)));
            figures.Add(figure with
            {
                Measure = measure,
                Value = quantile.Upper,
                Lower = quantile.Lower,
                Upper = quantile.Upper,
                Status = AnalysisText.Status(double.IsPositiveInfinity(quantile.Upper) ? NotEstimable.NotReached : NotEstimable.None),
            });
        }

        cells.Add([.. own, AnalysisText.Number(curve.LogLikelihood)]);
    }

    private static void AddSurvival(IntervalData data, int arm, TurnbullCurve curve, List<IReadOnlyList<string>> cells, List<AnalysisFigure> figures)
    {
        foreach (double time in data.Endpoint.At)
        {
            AnalysisFigure figure = new(Name, data.Arms[arm], "survival") { Time = time, Patients = curve.Patients };
            bool isBeyond = curve.Steps.Length > 0 && double.IsPositiveInfinity(curve.Steps[^1].UpperDays) && time > curve.Steps[^1].LowerDays;
            Interval bounds = curve.Survival(time);
            cells.Add([data.Arms[arm], AnalysisText.Time(time), isBeyond ? AnalysisText.Reason(NotEstimable.NotReached) : Between(AnalysisText.Number(bounds.Upper), AnalysisText.Number(bounds.Lower))]);
            figures.Add(isBeyond
                ? figure with { Status = AnalysisText.Status(NotEstimable.NotReached) }
                : figure with { Value = bounds.Upper, Lower = bounds.Lower, Upper = bounds.Upper });
        }
    }

    private static void AddSteps(IntervalData data, int arm, TurnbullCurve curve, List<IReadOnlyList<string>> cells, List<AnalysisFigure> figures)
    {
        foreach (TurnbullStep step in curve.Steps)
        {
            AnalysisFigure figure = new(Name, data.Arms[arm], "innermost_probability") { Lower = step.LowerDays, Upper = step.UpperDays };
            figures.Add(figure with { Value = step.Probability });
            figures.Add(figure with { Measure = "survival_after_interval", Value = step.Survival });
        }

        cells.AddRange(curve.Steps.Take(MaxSteps).Select(step => (IReadOnlyList<string>)
        [
            data.Arms[arm],
            AnalysisText.Time(step.LowerDays),
            double.IsPositiveInfinity(step.UpperDays) ? "∞" : AnalysisText.Time(step.UpperDays),
            AnalysisText.Number(step.Probability),
            AnalysisText.Number(step.Survival),
        ]));
        if (curve.Steps.Length > MaxSteps)
        {
            cells.Add([data.Arms[arm], $"… {curve.Steps.Length - MaxSteps} more", "", "in analysis.csv", ""]);
        }
    }

    private static string Between(string one, string other) => one == other ? one : $"{one} to {other}";
}
