using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Sweeps;

public sealed class SweepTests
{
    [Fact, Trait("Source", "Regression")]
    public async Task Sweep_SmallScenario_WritesTheGoldenTables()
    {
        using TemporaryFolder folder = new();

        CommandLine sweep = await Sweep(folder, "out");

        Assert.Equal(0, sweep.ExitCode);
        Assert.Equal(
            ["cells.csv", "charts", "differences.csv", "formulas.csv", "manifest.json", "report.html", "resolved.yaml", "scenario.yaml", "sensitivity.csv", "sweep.csv"],
            Directory.GetFileSystemEntries(folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        GoldenFile.Matches("sweep-small.txt", sweep.Out.Replace(folder.Path, "", StringComparison.Ordinal));
        GoldenFile.Matches("sweep-small-cells.csv", File.ReadAllText(folder.PathOf("out/cells.csv")));
        Assert.Contains("\"cells\": 6", File.ReadAllText(folder.PathOf("out/manifest.json")), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Sweep_KeyVariedTwice_IsRefused()
    {
        using TemporaryFolder folder = new();

        CommandLine sweep = await Sweep(folder, "out", "--vary", "design.arms.experimental.role=none", "--vary", "design.patients=20", "--vary", "design.patients=30");

        Assert.Equal((2, "", "--vary: 'design.patients' is varied twice. Write all its values in one place.\n"), (sweep.ExitCode, sweep.Out, sweep.Error));
    }

    // A cell is the run of the scenario with its values, in every figure.
    [Fact, Trait("Source", "Independent")]
    public async Task Sweep_Cell_IsTheRunWithTheSameSettings()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "out", "--with-null");

        await CommandLine.RunAsync(
            "run", folder.PathOf("small.yaml"), "--with-null", "--out", folder.PathOf("run"), "--set", "truth.accrual.duration=12mo", "--set", "design.patients=30");

        string[] ofCell = [.. File.ReadAllLines(folder.PathOf("out/sweep.csv")).Where(line => line.StartsWith("5,12mo,30,", StringComparison.Ordinal)).Select(line => line["5,12mo,30,".Length..])];
        Assert.Equal(File.ReadAllLines(folder.PathOf("run/operating-characteristics.csv")).Skip(1), ofCell);
        string digest = TableFile.Read(folder.PathOf("out/cells.csv")).Rows.ElementAt(4)("resolved_scenario_sha256");
        Assert.Contains(digest, File.ReadAllText(folder.PathOf("run/manifest.json")), StringComparison.Ordinal);
    }

    // From the rejections of single replicates, that two runs have written: the standard error of the mean of their differences, with the divisor of shares.
    [Fact, Trait("Source", "Independent")]
    public async Task Sweep_DifferenceOfPower_HasTheErrorOfPairedReplicates()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "out");
        await CommandLine.RunAsync("run", folder.PathOf("small.yaml"), "--out", folder.PathOf("first"));
        await CommandLine.RunAsync("run", folder.PathOf("small.yaml"), "--out", folder.PathOf("other"), "--set", "truth.accrual.duration=12mo");

        double[] differences = [.. Rejections(folder, "other").Zip(Rejections(folder, "first"), (other, first) => other - first)];
        double mean = differences.Average();
        double error = Math.Sqrt(differences.Average(difference => (difference - mean) * (difference - mean)) / differences.Length);

        Func<string, string> row = TableFile.Read(folder.PathOf("out/differences.csv")).Rows.Single(row => row("cell") == "4" && row("against") == "1" && row("measure") == "power");
        Assert.Equal("truth.accrual.duration", row("along"));
        Assert.Equal(mean, Number(row("difference")), 12);
        Assert.Equal(error, Number(row("mc_standard_error")), 9);
        Assert.True(error > 0);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData()]
    [InlineData("--with-null")]
    [InlineData("--independent")]
    public async Task Sweep_AnyNumberOfThreads_GivesTheSameBytes(params string[] options)
    {
        using TemporaryFolder folder = new();

        foreach (string threads in new[] { "1", "2", "9" })
        {
            Assert.Equal(0, (await Sweep(folder, threads, [.. options, "--threads", threads])).ExitCode);
        }

        Folders.AreTheSame(folder.PathOf("1"), folder.PathOf("2"));
        Folders.AreTheSame(folder.PathOf("1"), folder.PathOf("9"));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Sweep_Independent_GivesEachCellItsOwnSeedAndTheErrorOfIndependentCells()
    {
        using TemporaryFolder folder = new();

        CommandLine sweep = await Sweep(folder, "out", "--independent");

        Assert.Equal(SweepScenario.Cells, TableFile.Read(folder.PathOf("out/cells.csv")).Rows.Select(row => row("seed")).Distinct().Count());
        Assert.All(TableFile.Read(folder.PathOf("out/differences.csv")).Rows, row => Assert.Equal(row("independent_mc_standard_error"), row("mc_standard_error")));
        Assert.Contains("Each cell has a seed of its own (--independent): differences have the errors of independent cells.", sweep.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Sweep_KeysOnTheCommandLine_GiveTheCellsOfTheSameKeysInTheFile()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await Sweep(folder, "file");
        File.Delete(file);
        folder.Write("small.yaml", SmallScenario.Yaml);

        await CommandLine.RunAsync("sweep", file, "--vary", "truth.accrual.duration=6mo,12mo", "--vary", "design.patients=20:40:3", "--out", folder.PathOf("options"));

        foreach (string table in new[] { "sweep.csv", "cells.csv", "differences.csv", "resolved.yaml" })
        {
            Assert.Equal(File.ReadAllText(folder.PathOf($"file/{table}")), File.ReadAllText(folder.PathOf($"options/{table}")));
        }
    }

    [Fact, Trait("Source", "Property")]
    public async Task Sweep_ResolvedScenario_GivesTheSameTables()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "out");

        await CommandLine.RunAsync("sweep", folder.PathOf("out/resolved.yaml"), "--out", folder.PathOf("again"));

        Assert.Equal(File.ReadAllText(folder.PathOf("out/sweep.csv")), File.ReadAllText(folder.PathOf("again/sweep.csv")));
        Assert.Equal(File.ReadAllText(folder.PathOf("out/resolved.yaml")), (await CommandLine.RunAsync("explain", folder.PathOf("small.yaml"))).Out);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("small.yaml: nothing is varied. Write 'sweep:' at the top level, such as sweep: {vary: {design.patients: [100, 150, 200]}}, or --vary design.patients=100,150,200.\n")]
    [InlineData("--vary: 'design.patients' is not a key and its values. Write a list, --vary design.patients=100,150,200, or a range, --vary truth.effects.0.hazard_ratio=0.6:0.9:4.\nSee 'trialsim sweep --help'.\n", "--vary", "design.patients")]
    [InlineData("--vary design.patients=[20,-1]  design.patients: In cell 2 of the sweep (design.patients=-1): '-1' is out of range. Write a whole number from 1 to 1000000.\n", "--vary", "design.patients=20,-1")]
    [InlineData("--vary design.patients={from: 1, to: 2, steps: x}  sweep.vary.design.patients.steps: 'x' is not a whole number. Write a whole number from 2 to 1000, in digits only.\n", "--vary", "design.patients=1:2:x")]
    public async Task Sweep_ThatCannotBeRun_SaysWhatToWrite(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);

        CommandLine sweep = await CommandLine.RunAsync(["sweep", file, "--out", folder.PathOf("out"), .. options]);

        Assert.Equal((2, "", message), (sweep.ExitCode, sweep.Out, sweep.Error.Replace(folder.Path + "/", "", StringComparison.Ordinal)));
        Assert.Equal(["small.yaml"], folder.Listing());
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Check_ScenarioWithASweep_ReadsAllItsCells()
    {
        using TemporaryFolder folder = new();
        string right = folder.Write("right.yaml", SweepScenario.Yaml);
        string wrong = folder.Write("wrong.yaml", SweepScenario.Yaml.Replace("40]", "0]", StringComparison.Ordinal));

        CommandLine good = await CommandLine.RunAsync("check", right);
        CommandLine bad = await CommandLine.RunAsync("check", wrong);

        Assert.StartsWith($"{right}: small can be run.\nSo can the 6 cells of its sweep.\n", good.Out, StringComparison.Ordinal);
        Assert.Equal(2, bad.ExitCode);
        Assert.StartsWith($"{wrong}:26:79  design.patients: In cell 3 of the sweep (truth.accrual.duration=6mo, design.patients=0): '0' is out of range.", bad.Error, StringComparison.Ordinal);
    }

    private static Task<CommandLine> Sweep(TemporaryFolder folder, string output, params string[] options) =>
        CommandLine.RunAsync(["sweep", folder.Write("small.yaml", SweepScenario.Yaml), "--out", folder.PathOf(output), .. options]);

    private static IEnumerable<double> Rejections(TemporaryFolder folder, string run) =>
        TableFile.Read(folder.PathOf($"{run}/replicates.csv")).Rows.Where(row => row("analysis") == "os_test").Select(row => Number(row("rejected")));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
