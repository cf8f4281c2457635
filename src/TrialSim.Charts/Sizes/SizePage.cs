using System.Globalization;
using TrialSim.Charts.Reports;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Sizes;

namespace TrialSim.Charts.Sizes;

/// <summary><c>report.html</c> of a search for a size, and its charts.</summary>
public static class SizePage
{
    /// <summary><c>report.html</c> first, then <c>charts/&lt;name&gt;.vl.json</c>. The same search gives the same text.</summary>
    /// <param name="manifest">What was searched.</param>
    /// <param name="summary">What it has come to.</param>
    /// <param name="curve">The characteristics near the answer.</param>
    /// <param name="evaluations">All evaluations.</param>
    public static IReadOnlyList<ReportFile> Files(Manifest manifest, SizeSummary summary, IReadOnlyList<SizeCurvePoint> curve, IReadOnlyList<EvaluatedFigure> evaluations)
    {
        Chart[] charts = [.. SizeCurveChart.AllOf(summary, curve, evaluations)];
        string report = ReportPage.Render(
            $"{manifest.Scenario}, size",
            manifest.ProgramVersion,
            Header(manifest, summary),
            [
                new ReportSection("answer", "The answer", Answer(summary)),
                new ReportSection("charts", "Charts", ReportPage.Figures(charts)),
                new ReportSection("formulas", "What design formulas answer", Formulas(summary)),
                new ReportSection("errors", "Errors under the null hypothesis", Errors(summary)),
                new ReportSection("facts", "What was run", Facts(manifest)),
            ],
            charts,
            ChartAssets.OfThisBuild);
        return ReportFiles.Of(report, charts);
    }

    private static string Header(Manifest manifest, SizeSummary summary) => $"""
        <header>
        <p class="kicker">Search for a size</p>
        <h1>{Html.Escape(manifest.Scenario)}</h1>
        {Prose.HtmlOf(manifest.Description)}<dl class="facts">
        {ReportPage.Fact($"Answer, {SizeCurveChart.SizeNameOf(summary)}", summary.Answer is double answer ? Number(answer) : "none")}{(summary.Lower is double lower && summary.Upper is double upper ? ReportPage.Fact("95 % interval", $"{Number(lower)} to {Number(upper)}") : "")}{ReportPage.Fact("Trials simulated", Figures.Count(summary.Replicates))}{ReportPage.Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}</dl>
        </header>

        """;

    private static string Answer(SizeSummary summary)
    {
        string keys = $"<p>Varied: {string.Join(", ", summary.Keys.Select(key => $"<code>{Html.Escape(key)}</code>"))}, from {Number(summary.Smallest)} to {Number(summary.Largest)} in steps of {Number(summary.Step)}. The answer is confirmed by replicates that had no part in finding it.</p>\n";
        string arms = summary.PatientsByArm.Count > 0 ? $"<p>Patients of each arm: {string.Join(" + ", summary.PatientsByArm)}.</p>\n" : "";
        string note = summary.Note.Length > 0 ? $"<p class=\"notice\" role=\"note\">{Html.Escape(summary.Note)}</p>\n" : "";
        return (summary.Answer.HasValue ? keys : keys.Replace(" The answer is confirmed by replicates that had no part in finding it.", "", StringComparison.Ordinal)) + arms + note + Html.Table(
            new ChartTable(
                ["Target", "To be", "At the answer", "A step below", "Passes the bound at"],
                [
                    .. summary.Targets.Select(reach => (IReadOnlyList<string>)
                    [
                        reach.Characteristic + (reach.Decides ? "\ndecides" : ""),
                        reach.Wanted,
                        reach.AtAnswer is null ? Figures.Blank : Figures.Stacked(reach.AtAnswer),
                        reach.OneStepBelow is null ? Figures.Blank : Figures.Stacked(reach.OneStepBelow),
                        reach.Crossing is double crossing ? Number(Math.Round(crossing, 2)) + (reach is { Lower: double lower, Upper: double upper } ? $"\n{Number(Math.Round(lower, 2))} to {Number(Math.Round(upper, 2))}" : "") : Figures.Blank,
                    ]),
                ]),
            "Targets",
            "headline");
    }

    private static string Formulas(SizeSummary summary) => summary.Formulas.Count == 0 ? "" : Html.Table(
        new ChartTable(
            ["Target", "Formula", "Its answer", "Note"],
            [.. summary.Formulas.Select(formula => (IReadOnlyList<string>)[formula.Characteristic, formula.Formula, formula.Answer is double answer ? Number(answer) : Figures.Blank, formula.Note])]),
        "Design formulas",
        "data");

    private static string Errors(SizeSummary summary) => summary.UnderNull.Count == 0 ? "" : "<p>The same trial at the answer, with the same luck, without any effect on what its tests compare.</p>\n" + Html.Table(
        new ChartTable(
            ["Test", "Error", "Estimate ± Monte Carlo standard error"],
            [.. summary.UnderNull.Select(row => (IReadOnlyList<string>)[row.Analysis.Length > 0 ? row.Analysis : "the family", row.Measure.Replace('_', ' '), Figures.Stacked(row)])]),
        "Errors under the null hypothesis",
        "headline");

    private static string Facts(Manifest manifest) => $"""
        <p>Every evaluation is in <code>{ResultsFiles.Evaluations}</code>, the answer in <code>{ResultsFiles.Size}</code>, all operating characteristics at the answer in <code>{ResultsFiles.OperatingCharacteristics}</code>.</p>
        <dl class="manifest">
        {ReportPage.Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}{ReportPage.Fact("Event calendar", manifest.Kernel)}{ReportPage.Fact("Options", manifest.Options.Count > 0 ? string.Join(' ', manifest.Options) : "none")}{ReportPage.Fact("SHA-256 of resolved.yaml", manifest.ResolvedScenarioSha256)}</dl>

        """;

    private static string Number(double size) => size.ToString("#,0.####", CultureInfo.InvariantCulture);
}
