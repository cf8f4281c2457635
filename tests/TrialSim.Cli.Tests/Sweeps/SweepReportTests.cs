using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Sweeps;

/// <summary>Report and charts of sweeps.</summary>
public sealed class SweepReportTests
{
    private static readonly string[] Sweeps =
    [
        "{vary: {truth.accrual.duration: [6mo, 12mo], design.patients: [20, 30, 40]}}",
        "{vary: {design.patients: {from: 20, to: 200, steps: 4}}}",
        "{vary: {truth.accrual.duration: [6mo, 12mo], design.patients: [20, 30], truth.effects.0.hazard_ratio: [0.5, 0.9]}}",
        "{sobol: {points: 8, over: {truth.effects.0.hazard_ratio: {from: 0.5, to: 0.9}, design.patients: {from: 20, to: 60}}}}",
    ];

    // Every datum with names of columns is a row of the file that it comes from: sweep.csv or sensitivity.csv; that of a dashed line is one of formulas.csv.
    [Theory, Trait("Source", "Independent")]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(2, 6)]
    [InlineData(3, 3)]
    public async Task Charts_EveryDatum_IsARowOfItsFile(int sweep, int leastCharts)
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, Sweeps[sweep], "--with-null");
        TableFile[] files = [.. new[] { "sweep.csv", "sensitivity.csv", "formulas.csv" }.Select(file => folder.PathOf($"out/{file}")).Where(File.Exists).Select(TableFile.Read)];

        string[] charts = Directory.GetFiles(folder.PathOf("out/charts"));

        Assert.True(charts.Length >= leastCharts, string.Join(' ', charts));
        int compared = 0;
        foreach (JsonObject datum in charts.SelectMany(chart => DataOf(JsonNode.Parse(File.ReadAllText(chart))!)).Where(datum => datum.ContainsKey("analysis")))
        {
            // Which of the files: only one has all of the names that tell a row.
            TableFile file = files.First(file => file.Names.Contains(datum.ContainsKey("formula") ? "formula" : datum.ContainsKey("cell") ? "cell" : "level_value"));
            Assert.Contains(file.Rows, row => file.Names.Where(datum.ContainsKey).All(name => IsSame(datum[name], row(name))));
            compared++;
        }

        Assert.True(compared > 0);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Report_OfASweep_IsOneFileWithItsChartsAndTables()
    {
        using TemporaryFolder folder = new();
        CommandLine sweep = await Sweep(folder, Sweeps[0]);

        string report = File.ReadAllText(folder.PathOf("out/report.html"));

        Assert.Contains($"Report: {folder.PathOf("out")}/report.html\n", sweep.Out, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(folder.PathOf("out/charts")).Select(chart => Path.GetFileName(chart).Replace(".vl.json", "", StringComparison.Ordinal)), name => Assert.Contains($"data-chart=\"{name}\"", report, StringComparison.Ordinal));
        Assert.Contains("trialsim sweep scenario.yaml --seed 7 --replicates 200 --out again", report, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", report, StringComparison.Ordinal);
    }

    // What formulas give for a cell is what they give for a run with its values.
    [Fact, Trait("Source", "Independent")]
    public async Task Formulas_OfACell_AreThoseOfTheRunWithTheSameSettings()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, Sweeps[0]);
        await CommandLine.RunAsync("run", folder.PathOf("small.yaml"), "--out", folder.PathOf("run"), "--set", "truth.accrual.duration=12mo", "--set", "design.patients=30");

        string[] ofCell = [.. File.ReadAllLines(folder.PathOf("out/formulas.csv")).Where(line => line.StartsWith("5,12mo,30,", StringComparison.Ordinal)).Select(line => line["5,12mo,30,".Length..])];

        Assert.Equal(File.ReadAllLines(folder.PathOf("run/formulas.csv")).Skip(1), ofCell);
    }

    // More levels than are drawn: the picture says so, and the file has them all.
    [Fact, Trait("Source", "ByHand")]
    public async Task Charts_OfMoreLevelsThanAreDrawn_SayThatTheyShowAPart()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "{vary: {truth.effects.0.hazard_ratio: {from: 0.5, to: 0.9, steps: 40}, design.patients: [20, 30]}}", "-n", "2");

        JsonNode map = JsonNode.Parse(File.ReadAllText(folder.PathOf("out/charts/power-map-os_test.vl.json")))!;

        Assert.Contains("30 of 40 levels across", map["description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(60, map["data"]!["values"]!.AsArray().Count);
        Assert.Equal(80, TableFile.Read(folder.PathOf("out/cells.csv")).Rows.Count());
    }

    private static async Task<CommandLine> Sweep(TemporaryFolder folder, string sweep, params string[] options)
    {
        File.WriteAllText(folder.PathOf("small.yaml"), SmallScenario.Yaml + $"sweep: {sweep}\n");
        CommandLine run = await CommandLine.RunAsync(["sweep", folder.PathOf("small.yaml"), "--out", folder.PathOf("out"), .. options]);
        Assert.Equal(0, run.ExitCode);
        return run;
    }

    private static IEnumerable<JsonObject> DataOf(JsonNode node) => node switch
    {
        JsonObject part => (part["data"]?["values"] is JsonArray values ? values.Select(value => value!.AsObject()) : []).Concat(part.SelectMany(entry => entry.Value is JsonNode inner && entry.Key != "data" ? DataOf(inner) : [])),
        JsonArray list => list.SelectMany(inner => inner is null ? [] : DataOf(inner)),
        _ => [],
    };

    private static bool IsSame(JsonNode? datum, string cell) => datum is null ? cell.Length == 0
        : datum.GetValueKind() == System.Text.Json.JsonValueKind.Number ? double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number == datum.GetValue<double>()
        : datum.GetValue<string>() == cell;
}
