using System.Globalization;
using System.Text.RegularExpressions;
using TrialSim.Results;
using TrialSim.Results.Outlines;

namespace TrialSim.Charts.Reports;

/// <summary>What the trial would do: every figure with its Monte Carlo error, type I error, sensitivity, what studies and formulas say beside it.</summary>
internal static partial class PerformanceSection
{
    /// <summary>The section.</summary>
    public static ReportSection Of(RunSummary summary, IEnumerable<Chart> charts)
    {
        IReadOnlyList<OperatingCharacteristic> rows = summary.OperatingCharacteristics;
        string tables = Headline("Analyses", HeadlineTables.ByAnalysis(rows))
            + ByArm(HeadlineTables.ByArm(rows))
            + Headline("Looks", HeadlineTables.ByLook(rows));
        string body = rows.Count == 0
            ? "<p>No replicate is finished, so there is nothing to tell yet.</p>\n"
            : $"""
                <p>Each figure is an estimate over {Figures.Trials(summary.Manifest.Replicates)} ± its Monte Carlo standard error; beneath it is its 95 % Monte Carlo interval. Both tell how far more replicates could still move the estimate, not how far one trial strays from the next.</p>
                {OverviewSection.Of(rows)}{(tables.Length > 0 ? "<h3 id=\"results\">Analyses, arms and looks</h3>\n" + tables : "")}{TruthSection.Of(summary)}{ReportPage.Figures(charts)}{TypeIError(summary)}{Sensitivity(summary)}{TargetSection.Of(summary.Targets)}{FormulaSection.Of(summary.Formulas)}
                """;
        return new ReportSection("performance", "Performance measures", body);
    }

    /// <summary>Every row of the table of operating characteristics, folded.</summary>
    public static ReportSection Everything(RunSummary summary) => new(
        "everything",
        "All operating characteristics",
        summary.OperatingCharacteristics.Count == 0
            ? ""
            : $"""
                <details>
                <summary>{Figures.Count(summary.OperatingCharacteristics.Count)} rows, as in operating-characteristics.csv</summary>
                {Html.Table(HeadlineTables.Everything(summary.OperatingCharacteristics), "All operating characteristics", "data")}</details>

                """);

    private static string Headline(string caption, HeadlineTable headline) => headline.Table.Rows.Count > 0
        ? Html.Table(headline.Table, caption, "headline") + Html.Key(headline.Key)
        : "";

    // What the columns mean is told once, beneath the last of the tables.
    private static string ByArm(IReadOnlyList<HeadlineTable> tables) => tables.Count == 0
        ? ""
        : string.Concat(tables.Select(table => Html.Table(table.Table, table.Caption, "headline"))) + Html.Key(tables.SelectMany(table => table.Key).Distinct());

    private static string TypeIError(RunSummary summary)
    {
        OperatingCharacteristic[] errors = [.. summary.OperatingCharacteristics.Where(row => row.Measure is Measures.TypeIError or Measures.FamilyWiseError)];
        string text = errors.Length == 0
            ? "<p>This run does not tell how often its tests reject where nothing that is on trial changes what is compared. To simulate that trial too, with the same luck:</p>\n"
                + Html.Command($"{ReproductionSection.Command(summary.Manifest)} --with-null")
            : "<ul>\n" + string.Concat(errors.Select(row => $"<li>{Html.Escape(NameOf(row))}: {Html.Escape(Figures.Estimate(row).Replace('\n', ' '))}</li>\n")) + "</ul>\n"
                + "<p>This is the power of the same trial, with the same luck, where nothing that is on trial changes what its tests compare.</p>\n";
        return $"<h3 id=\"type-i-error\">Type I error</h3>\n{text}";
    }

    private static string NameOf(OperatingCharacteristic row) => row.Measure == Measures.FamilyWiseError
        ? $"At least one test {(row.Endpoint.Length > 0 ? $"on {row.Endpoint}" : "of the family")}"
        : string.Join(", ", new[] { row.Analysis, row.Arm }.Where(part => part.Length > 0));

    // One run is one truth. What is varied first is the effect: as assumed, half of it on the logarithmic scale, and none.
    private static string Sensitivity(RunSummary summary)
    {
        (string key, string values) = summary.Statements
            .Select(statement => (statement.Key, Ratio: HazardRatio().Match(statement.Text)))
            .Where(effect => effect.Key.StartsWith("truth.effects.", StringComparison.Ordinal) && effect.Ratio.Success)
            .Select(effect => ($"{effect.Key}.hazard_ratio", Halved(double.Parse(effect.Ratio.Groups[1].ValueSpan, CultureInfo.InvariantCulture))))
            .FirstOrDefault(("design.patients", PatientsOf(summary.Statements)));
        return $"""
            <h3 id="sensitivity">Sensitivity</h3>
            <p>These figures are those of one truth. What they would be under another is told by a sweep, which simulates the trial under several with the same luck, so that their differences are known more exactly than the figures themselves. For example:</p>
            {Html.Command($"trialsim sweep scenario.yaml --vary {key}={values}")}
            """;
    }

    // Each value is another one, because a sweep refuses one that it is given twice.
    private static string Halved(double ratio) => ratio == 1 ? "0.7,0.85,1" : string.Create(CultureInfo.InvariantCulture, $"{ratio:G3},{Math.Sqrt(ratio):G3},1");

    private static string PatientsOf(IReadOnlyList<OutlineStatement> statements) =>
        statements.FirstOrDefault(statement => statement.Key == "design.patients") is { } patients && int.TryParse(patients.Text, CultureInfo.InvariantCulture, out int count)
            ? count < 5 ? string.Create(CultureInfo.InvariantCulture, $"{count},{count * 2},{count * 3}") : string.Create(CultureInfo.InvariantCulture, $"{count * 4L / 5},{count},{count * 6L / 5}")
            : "200,300,400";

    [GeneratedRegex(@"(?:^|; )hazard_ratio: ([0-9.]+)(?:;|\z)")]
    private static partial Regex HazardRatio();
}
