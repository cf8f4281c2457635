using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Charts.Reports;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Formulas;
using TrialSim.Results.Sweeps;

namespace TrialSim.Charts.Sweeps;

/// <summary><c>report.html</c> of a sweep, and its charts.</summary>
public static class SweepReportPage
{
    private const int MostRows = 400;

    /// <summary><c>report.html</c> first, then <c>charts/&lt;name&gt;.vl.json</c>. The same summary gives the same text.</summary>
    public static IReadOnlyList<ReportFile> Files(SweepSummary summary)
    {
        IReadOnlyList<Chart> charts = SweepCharts.Of(summary);
        return ReportFiles.Of(Render(summary, charts, ChartAssets.OfThisBuild), charts);
    }

    /// <summary>The page with the given charts; where <paramref name="assets"/> are not bundled, with their tables and a sentence in their place.</summary>
    public static string Render(SweepSummary summary, IReadOnlyList<Chart> charts, ChartAssets assets) => ReportPage.Render(
        $"{summary.Manifest.Scenario}, sweep",
        summary.Manifest.ProgramVersion,
        Header(summary),
        [
            new ReportSection("varied", "What is varied", Varied(summary)),
            new ReportSection("effects", "What the figures depend on", Effects(summary)),
            new ReportSection("charts", "Charts", ReportPage.Figures(charts)),
            new ReportSection("cells", "The cells", Cells(summary)),
            new ReportSection("formulas", "What design formulas say", Formulas(summary)),
            new ReportSection("reproduce", "How to reproduce this", Reproduction(summary.Manifest)),
        ],
        charts,
        assets);

    private static string Header(SweepSummary summary) => $"""
        <header>
        <p class="kicker">Sweep of simulated clinical trials</p>
        <h1>{Html.Escape(summary.Manifest.Scenario)}</h1>
        {Prose.HtmlOf(summary.Manifest.Description)}<dl class="facts">
        {ReportPage.Fact("Cells (scenarios)", Figures.Count(summary.Count))}{ReportPage.Fact("Replicates of each", Figures.Count(summary.Manifest.Replicates))}{ReportPage.Fact("Seed", summary.Manifest.Seed.ToString(CultureInfo.InvariantCulture))}{ReportPage.Fact("TrialSim", Revision.Shorten(summary.Manifest.ProgramVersion))}</dl>
        </header>

        """;

    private static string Varied(SweepSummary summary) => $"""
        <p>{(summary.Factors.Any(factor => factor.Kind == FactorKind.Sample) ? "Sampled keys take points that fill their space evenly (Sobol’s sequence); all else meets every one of them." : summary.Factors.Length > 1 ? "Every value of one meets every value of the others." : "Each value is a cell.")} {(summary.IsPaired ? "All cells have the same seed: the same patients come with the same luck, so that cells differ by what is varied and not by noise." : "Each cell has a seed of its own.")} Everything else is as in <code>scenario.yaml</code>.</p>
        {Html.Table(new ChartTable(["Key", "Values", "Of them"], [.. summary.Factors.Select(ValuesOf)]), "What is varied", "headline")}

        """;

    private static IReadOnlyList<string> ValuesOf(SweepFactor factor)
    {
        string[] labels = [.. factor.Levels.Select(level => level.Label)];
        string values = factor.Kind == FactorKind.Sample ? $"{labels[0].Split(" to ")[0]} to {labels[^1].Split(" to ")[^1]}"
            : labels.Length <= 8 ? string.Join("; ", labels)
            : $"{labels[0]}; {labels[1]} … {labels[^1]}";
        return [factor.Name, values, Figures.Count(factor.LevelCount)];
    }

    private static string Effects(SweepSummary summary)
    {
        string tables = string.Concat(summary.Figures.Select((name, figure) => Effects(summary, name, figure)));
        return tables.Length == 0 ? "" : $"""
            <p>Each varied key from its first value to its last, as the mean over all else that is varied; ± is the Monte Carlo standard error{(summary.IsPaired && summary.Count > 1 ? ", of a difference that of the mean of the replicates’ differences" : "")}. Every level is in <code>{ResultsFiles.Sensitivity}</code>, each cell less its neighbours in <code>{ResultsFiles.Differences}</code>.</p>
            {tables}

            """;
    }

    private static string Effects(SweepSummary summary, CharacteristicName name, int figure)
    {
        int decimals = summary.Figures[figure].Measure is Measures.Power or Measures.TypeIError ? 4 : 2;
        (SweepFactor Factor, Sensitivity[] Levels)[] factors =
        [
            .. summary.Factors.Select((factor, index) => (factor, SweepLines.RowsOf(summary, index, figure).Where(row => row.Value.HasValue).ToArray()))
                .Where(pair => pair.Item2.Length > 1 && pair.Item2.Any(row => row.Value != pair.Item2[0].Value)),
        ];
        return factors.Length == 0 ? "" : Html.Table(
            new ChartTable(
                ["Key", "First value", "Last value", HeadingOf(name) + " at the first", "At the last", "Difference (95 % interval)"],
                [.. factors.Select(pair => (IReadOnlyList<string>)[pair.Factor.Name, pair.Levels[0].Label, pair.Levels[^1].Label, Of(pair.Levels[0], decimals), Of(pair.Levels[^1], decimals), DifferenceOf(pair.Levels[^1], decimals)])]),
            HeadingOf(name),
            "headline");
    }

    private static string Of(Sensitivity level, int decimals) => Figures.Number(level.Value!.Value, decimals) + (level.Error is double error and > 0 ? $" ± {Figures.Number(error, decimals)}" : "");

    private static string DifferenceOf(Sensitivity level, int decimals) => level.Difference is not double difference ? Figures.Blank
        : $"{(difference > 0 ? "+" : "")}{Figures.Number(difference, decimals)}"
            + (level.DifferenceError is double error and > 0 ? $" ± {Figures.Number(error, decimals)}\n{Figures.Number(level.DifferenceLower!.Value, decimals)} to {Figures.Number(level.DifferenceUpper!.Value, decimals)}" : "");

    private static string HeadingOf(CharacteristicName name) => name.Measure switch
    {
        Measures.Power => $"Power of {name.Of}",
        Measures.TypeIError => $"Type I error of {name.Of}",
        Measures.TrialPatients => "Patients",
        _ => "Months",
    };

    private static string Cells(SweepSummary summary)
    {
        ImmutableArray<int> chosen = SweepFactor.Chosen(summary.Cells.Count, MostRows);
        string which = chosen.Length < summary.Count
            ? string.Create(CultureInfo.InvariantCulture, $"<p>{chosen.Length:N0} of the {summary.Count:N0} cells, evenly chosen; all of them, with every operating characteristic, are in <code>{ResultsFiles.Sweep}</code>.</p>\n")
            : $"<p>Every operating characteristic of each is in <code>{ResultsFiles.Sweep}</code>.</p>\n";
        ChartTable table = new(
            ["Cell", .. summary.Keys, .. summary.Figures.Select(HeadingOf)],
            [
                .. chosen.Select(index => summary.Cells[index]).Select(cell => (IReadOnlyList<string>)
                [
                    Figures.Count(cell.Place.Number), .. cell.Place.Values, .. cell.Figures.Select(row => row is null ? Figures.Blank : Figures.EstimateAndError(row)),
                ]),
            ]);
        return $"""
            {which}<details>
            <summary>Table: the cells, estimate ± Monte Carlo standard error</summary>
            {Html.Table(table, "The cells", "data")}</details>

            """;
    }

    private static string Formulas(SweepSummary summary)
    {
        FormulaCheck[] checks = [.. summary.Formulas.Select(formula => formula.Check)];
        FormulaCheck[] judged = [.. checks.Where(check => check.Distance.HasValue)];
        string[] without = [.. checks.Select(check => check.WhyNot).Where(text => text.Length > 0).Distinct().Take(10)];
        int cells = summary.Formulas.Select(formula => formula.Place.Number).Distinct().Count();
        string sentence = judged.Length == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"<p>Of {cells:N0} {(cells == summary.Count ? "cells" : $"cells, those of the charts, of {summary.Count:N0}")} the design formulas were worked out: {judged.Length:N0} figures, of which {judged.Count(check => Math.Abs(check.Distance!.Value) > FormulaCheck.NotableDistance):N0} lie more than {FormulaCheck.NotableDistance:0} Monte Carlo standard errors from the simulated ones. Formulas hold for many patients, so that such a distance deserves a look and proves no error. All are in <code>{ResultsFiles.Formulas}</code>.</p>\n");
        return sentence.Length == 0 && without.Length == 0 ? "" : $"""
            {sentence}{string.Concat(without.Select(text => $"<p>{Html.Escape(text)}</p>\n"))}

            """;
    }

    private static string Reproduction(Manifest manifest)
    {
        string command = string.Create(CultureInfo.InvariantCulture, $"trialsim sweep scenario.yaml --seed {manifest.Seed} --replicates {manifest.ReplicatesRequested} --out again{string.Concat(manifest.Options.Select(option => $" {option}"))}");
        return $"""
            <p>In the folder of this report, with the same version of TrialSim; the tables in the folder <code>again</code> will have the same bytes. One cell alone is <code>trialsim run</code> with its values by <code>--set</code>.</p>
            <pre><code>{Html.Escape(command)}</code></pre>
            <dl class="manifest">
            {ReportPage.Fact("TrialSim", Revision.Shorten(manifest.ProgramVersion))}{ReportPage.Fact("Event calendar", manifest.Kernel)}{ReportPage.Fact("Seed", manifest.Seed.ToString(CultureInfo.InvariantCulture))}{ReportPage.Fact("SHA-256 of resolved.yaml", manifest.ResolvedScenarioSha256)}</dl>

            """;
    }
}
