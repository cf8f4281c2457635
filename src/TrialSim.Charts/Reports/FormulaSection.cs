using TrialSim.Results;
using TrialSim.Results.Formulas;

namespace TrialSim.Charts.Reports;

/// <summary>What design formulas say, beside the simulation: every row of <c>formulas.csv</c>, and a sentence for each thing without a formula.</summary>
internal static class FormulaSection
{
    private static readonly (string Term, string Meaning)[] Terms =
    [
        ("Distance", "Simulated minus formula in Monte Carlo standard errors. Formulas hold for many patients, so a distance beyond 3 deserves a look and proves no error."),
        ("lakatos", "Normal approximation to the log-rank test for hazards of any shape, from who is expected at risk when."),
        ("schoenfeld", "The same from the expected events alone, where one hazard ratio holds throughout."),
        ("wald", "The value that Cox regression tends to, and Wald's test of it."),
        ("greenwood", "Normal approximation to the test of two Kaplan–Meier estimates or restricted means."),
        ("survival", "The true curve of the arm. Beside it, for medians, the middle one of those that the trials report."),
        ("expected events, event time, planned day", "Integrals over accrual, hazards and loss; the day of an event-driven look to second order."),
    ];

    /// <summary>The section; empty where no formula was tried.</summary>
    public static string Of(IReadOnlyList<FormulaCheck> formulas)
    {
        FormulaCheck[] figures = [.. formulas.Where(row => row.Formula is not null)];
        string sentences = string.Concat(formulas
            .Select(row => row.Formula is null ? row.WhyNot : row.Note)
            .Where(text => text.Length > 0).Distinct().Select(text => $"<p>{Html.Escape(text)}</p>\n"));
        string table = figures.Length == 0 ? "" : Html.Table(Table(figures), "Design formulas beside the simulation", "data") + Html.Key(Terms);
        return formulas.Count == 0
            ? ""
            : $"""
                <h3 id="formulas">What design formulas say</h3>
                {sentences}{table}
                """;
    }

    private static ChartTable Table(FormulaCheck[] figures) => new(
        ["Figure", "Method", "Formula", "Simulated ± Monte Carlo standard error", "Distance"],
        [
            .. figures.Select(row => (IReadOnlyList<string>)
            [
                NameOf(row),
                row.Method.Replace('_', ' '),
                Figures.Beside(row.Simulated, row.Formula!.Value),
                row.Simulated.Value is null ? Figures.Blank : Figures.EstimateAndError(row.Simulated),
                row.Distance is double distance ? DistanceOf(distance) : Figures.Blank,
            ]),
        ]);

    private static string DistanceOf(double distance)
    {
        string beyond = Math.Abs(distance) < FormulaCheck.LargestShownDistance ? "" : distance < 0 ? "under " : "over ";
        double shown = Math.Clamp(distance, -FormulaCheck.LargestShownDistance, FormulaCheck.LargestShownDistance);
        return beyond + (distance < 0 ? "" : "+") + Figures.Number(shown, beyond.Length == 0 ? 1 : 0);
    }

    private static string NameOf(FormulaCheck row)
    {
        string[] about = [row.Analysis.Length > 0 ? row.Analysis : row.Endpoint, row.Arm, row.Look];
        return $"{MeasureOf(row)}\n{string.Join(" · ", about.Where(part => part.Length > 0))}";
    }

    private static string MeasureOf(FormulaCheck row) =>
        row.Measure == Measures.QuantileOf(Measures.MedianSurvival, 0.5) ? "median, months" : row.Measure.Replace('_', ' ');
}
