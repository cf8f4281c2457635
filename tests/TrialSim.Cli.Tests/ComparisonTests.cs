using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Two results beside each other.</summary>
public sealed class ComparisonTests
{
    private static readonly string[] Longer = ["--set", "truth.accrual.duration=12mo"];

    [Fact, Trait("Source", "Regression")]
    public async Task Compare_TwoRuns_PrintsTheGoldenTable()
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b", Longer);

        CommandLine compared = await Compare(folder, "a", "b");

        Assert.Equal((0, ""), (compared.ExitCode, compared.Error));
        Assert.Equal(["charts", "compare.csv", "manifest.json", "report.html"], Directory.GetFileSystemEntries(folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        GoldenFile.Matches("compare-small.txt", compared.Out.Replace(folder.Path, "", StringComparison.Ordinal));
    }

    // The same two scenarios as cells of a sweep, whose differences are known by another way: there from what each replicate has shown alone, here from replicates.csv.
    [Fact, Trait("Source", "Independent")]
    public async Task Compare_RunsOfOneSeed_HasThePairedErrorsOfASweep()
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b", Longer);
        await CommandLine.RunAsync("sweep", folder.PathOf("small.yaml"), "--vary", "truth.accrual.duration=6mo,12mo", "--out", folder.PathOf("sweep"));
        await Compare(folder, "a", "b");

        Func<string, string>[] ofSweep = [.. TableFile.Read(folder.PathOf("sweep/differences.csv")).Rows];
        int paired = 0;
        foreach (Func<string, string> row in TableFile.Read(folder.PathOf("out/compare.csv")).Rows.Where(row => row("pairs").Length > 0))
        {
            Func<string, string> same = ofSweep.Single(other => new[] { "look", "endpoint", "analysis", "arm", "measure" }.All(name => other(name) == row(name)));
            Assert.Equal(Number(same("difference")), Number(row("difference")), 9);
            Assert.Equal(Number(same("mc_standard_error")), Number(row("mc_standard_error")), 6);
            Assert.Equal(same("pairs"), row("pairs"));
            paired++;
        }

        // Time of the look, which ends the trial; patients and events of two arms; power, power for benefit and mean Z; two medians.
        Assert.Equal(11, paired);
    }

    // Of trials that may stop: how long they last and how many events they see is in no row of replicates.csv, but follows from those up to the last look.
    [Fact, Trait("Source", "Independent")]
    public async Task Compare_RunsThatMayStop_PairsWhatIsOfWholeTrials()
    {
        using TemporaryFolder folder = new();
        string scenario = Repository.PathOf("scenarios", "demo-interim.yaml");
        const string Key = "truth.accrual.rate.per_month";
        const string AtOnce = "design.looks.interim.decided_after=0d"; // A decision later than its look is in no row, and the duration ends with it.
        foreach (string rate in new[] { "15", "20" })
        {
            await CommandLine.RunAsync("run", scenario, "--replicates", "300", "--set", AtOnce, "--set", $"{Key}={rate}", "--out", folder.PathOf(rate));
        }

        await CommandLine.RunAsync("sweep", scenario, "--replicates", "300", "--set", AtOnce, "--vary", $"{Key}=15,20", "--out", folder.PathOf("sweep"));
        await Compare(folder, "15", "20");

        Func<string, string>[] ofSweep = [.. TableFile.Read(folder.PathOf("sweep/differences.csv")).Rows];
        Func<string, string>[] compared = [.. TableFile.Read(folder.PathOf("out/compare.csv")).Rows];
        foreach (string measure in new[] { "trial_duration", "trial_events", "stop_probability", "look_reached", "overall_power" })
        {
            Func<string, string>[] rows = [.. compared.Where(row => row("measure") == measure && row("subject").Length == 0 && (measure != "stop_probability" || row("look").Length == 0))];
            Assert.NotEmpty(rows);
            Assert.All(rows, row =>
            {
                Func<string, string> same = ofSweep.Single(other => new[] { "look", "endpoint", "analysis", "arm", "subject", "measure" }.All(name => other(name) == row(name)));
                Assert.Equal("300", row("pairs"));
                Assert.Equal(Number(same("difference")), Number(row("difference")), 6);
                Assert.Equal(Number(same("mc_standard_error")), Number(row("mc_standard_error")), 5);
            });
        }
    }

    [Fact, Trait("Source", "Theory")]
    public async Task Compare_RunsOfDifferentSeeds_HasIndependentErrorsAndSaysSo()
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b", "--seed", "8");

        CommandLine compared = await Compare(folder, "a", "b");

        Assert.Contains("The runs have different seeds: differences have the errors of independent figures.", compared.Out.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Func<string, string> power = TableFile.Read(folder.PathOf("out/compare.csv")).Rows.Single(row => row("measure") == "power");
        Assert.Equal("", power("pairs"));
        Assert.Equal(Math.Sqrt(Math.Pow(Number(power("first_mc_standard_error")), 2) + Math.Pow(Number(power("second_mc_standard_error")), 2)), Number(power("mc_standard_error")), 12);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Compare_DesignsWithOtherAnalyses_ListsWhatOneHasAlone()
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b", "--set", "design.analyses={os_test: {endpoint: os, method: log_rank}}");

        CommandLine compared = await Compare(folder, "a", "b");

        TableFile table = TableFile.Read(folder.PathOf("out/compare.csv"));
        Assert.All(table.Rows.Where(row => row("analysis") == "os_median"), row => Assert.Equal("", row("second")));
        Assert.Contains($"{table.Rows.Count(row => row("analysis") == "os_median")} rows are in a alone.", compared.Out, StringComparison.Ordinal);
        Assert.Contains("What one of them has alone", File.ReadAllText(folder.PathOf("out/report.html")), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Independent")]
    public async Task Compare_TwoSweeps_SetsCellsWithTheSameValuesAgainstEachOther()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("small.yaml"), SmallScenario.Yaml);
        await CommandLine.RunAsync("sweep", folder.PathOf("small.yaml"), "--vary", "design.patients=20,30", "--vary", "truth.accrual.duration=6mo,12mo", "--out", folder.PathOf("a"));
        await CommandLine.RunAsync("sweep", folder.PathOf("small.yaml"), "--vary", "truth.accrual.duration=12mo,18mo", "--vary", "design.patients=30,20", "--out", folder.PathOf("b"));

        CommandLine compared = await Compare(folder, "a", "b");

        Assert.Equal(0, compared.ExitCode);
        Func<string, string>[] powers = [.. TableFile.Read(folder.PathOf("out/compare.csv")).Rows.Where(row => row("measure") == "power")];
        Assert.Equal(6, powers.Length);
        Func<string, string>[] both = [.. powers.Where(row => row("first").Length > 0 && row("second").Length > 0)];
        Assert.Equal([("20", "12mo"), ("30", "12mo")], both.Select(row => (row("design.patients"), row("truth.accrual.duration"))));
        Assert.All(both, row => Assert.Equal(0, Number(row("difference"))));
    }

    // Each pair of cells is a pair of runs, which are compared by what replicates.csv says.
    [Theory, Trait("Source", "Independent")]
    [InlineData("200")]
    [InlineData("300")]
    public async Task Compare_SweepsWithTheirLogs_HasThePairedErrorsOfRunsOfTheirCells(string replicates)
    {
        using TemporaryFolder folder = new();
        string[] second = [.. Longer, "--replicates", replicates];
        await Sweep(folder, "a", "--keep-log");
        await Sweep(folder, "b", ["--keep-log", .. second]);

        CommandLine compared = await Compare(folder, "a", "b");

        Assert.Equal((0, ""), (compared.ExitCode, compared.Error));
        Assert.Contains("Cells of the same values and seed share their luck, replicate by replicate", Line(compared.Out), StringComparison.Ordinal);
        Func<string, string>[] ofSweeps = [.. TableFile.Read(folder.PathOf("out/compare.csv")).Rows];
        int paired = 0;
        foreach (string patients in new[] { "20", "30" })
        {
            string[] cell = ["--set", $"design.patients={patients}"];
            await Run(folder, "a-cell", cell);
            await Run(folder, "b-cell", [.. cell, .. second]);
            await Compare(folder, "a-cell", "b-cell");
            foreach (Func<string, string> row in ofSweeps.Where(row => row("design.patients") == patients && row("pairs").Length > 0))
            {
                Func<string, string> same = TableFile.Read(folder.PathOf("out/compare.csv")).Rows.Single(other => new[] { "look", "endpoint", "analysis", "arm", "subject", "measure" }.All(name => other(name) == row(name)));
                Assert.Equal(Number(same("difference")), Number(row("difference")), 12);
                if (same("pairs").Length > 0) // The file of a run does not hold all that its replicates have shown.
                {
                    Assert.Equal(Number(same("mc_standard_error")), Number(row("mc_standard_error")), 6);
                    Assert.Equal(same("pairs"), row("pairs"));
                    paired++;
                }
            }
        }

        // Of each cell the time of the look, power and two medians.
        Assert.Equal(8, paired);
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData("What single replicates have shown was not kept with a: ")]
    [InlineData("The sweeps have different seeds", "--keep-log", "--seed", "8")]
    [InlineData("No two cells of the same values have the same seed", "--keep-log", "--independent")]
    public async Task Compare_SweepsThatCannotBePaired_HasIndependentErrorsAndSaysWhy(string why, params string[] options)
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "a", options);
        await Sweep(folder, "b", ["--keep-log", .. Longer]);

        CommandLine compared = await Compare(folder, "a", "b");

        Assert.Contains(why, Line(compared.Out), StringComparison.Ordinal);
        Func<string, string>[] rows = [.. TableFile.Read(folder.PathOf("out/compare.csv")).Rows];
        Assert.All(rows, row => Assert.Equal("", row("pairs")));
        Func<string, string> power = rows.First(row => row("measure") == "power");
        Assert.Equal(Math.Sqrt(Math.Pow(Number(power("first_mc_standard_error")), 2) + Math.Pow(Number(power("second_mc_standard_error")), 2)), Number(power("mc_standard_error")), 12);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Compare_SweepOfShards_IsPairedByThem()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "a", "--keep-log");
        await Sweep(folder, "b", ["--keep-log", .. Longer]);
        await Compare(folder, "a", "b");
        string whole = File.ReadAllText(folder.PathOf("out/compare.csv"));
        await Sweep(folder, "parts", ["--shard", "1/2", .. Longer]);
        await Sweep(folder, "parts", ["--shard", "2/2", .. Longer]);
        await CommandLine.RunAsync("merge", folder.PathOf("parts"));

        await Compare(folder, "a", "parts");

        Assert.Equal(whole, File.ReadAllText(folder.PathOf("out/compare.csv")));
    }

    // Every datum of a picture is a row of compare.csv.
    [Fact, Trait("Source", "Independent")]
    public async Task Charts_EveryDatum_IsARowOfTheTable()
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b", Longer);
        await Compare(folder, "a", "b");
        TableFile table = TableFile.Read(folder.PathOf("out/compare.csv"));

        string[] charts = Directory.GetFiles(folder.PathOf("out/charts"));

        Assert.Equal(["differences-months.vl.json", "differences-probability.vl.json"], charts.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (JsonNode? datum in charts.SelectMany(chart => JsonNode.Parse(File.ReadAllText(chart))!["data"]!["values"]!.AsArray()))
        {
            Assert.Contains(table.Rows, row => new[] { "look", "analysis", "arm", "measure" }.All(name => row(name) == datum![name]!.GetValue<string>())
                && new[] { "first", "second", "difference", "mc_standard_error", "lower", "upper" }.All(name => Number(row(name)) == datum![name]!.GetValue<double>()));
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Compare_WhatIsNoResults_IsRefused()
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await CommandLine.RunAsync("sweep", folder.PathOf("small.yaml"), "--vary", "design.patients=20,30", "--out", folder.PathOf("patients"));
        await CommandLine.RunAsync("sweep", folder.PathOf("small.yaml"), "--vary", "truth.accrual.duration=6mo,12mo", "--out", folder.PathOf("duration"));
        Directory.CreateDirectory(folder.PathOf("empty"));

        await Refused(folder, "a", "none", $"There is no folder '{folder.PathOf("none")}'. Name two folders that 'trialsim run' or 'trialsim sweep' has written.\n");
        await Refused(folder, "empty", "a", $"'{folder.PathOf("empty")}' does not hold the results of a run or a sweep. Name two folders that 'trialsim run' or 'trialsim sweep' has written.\n");
        await Refused(folder, "a", "patients", $"'{folder.PathOf("patients")}' holds a sweep and '{folder.PathOf("a")}' a run. Compare two runs or two sweeps; a cell of a sweep alone is 'trialsim run' with its values by --set.\n");
        await Refused(folder, "patients", "duration", $"The sweeps vary different keys: design.patients in '{folder.PathOf("patients")}', truth.accrual.duration in '{folder.PathOf("duration")}'. Name two sweeps over the same keys.\n");
        File.WriteAllText(folder.PathOf("duration/sweep.csv"), "number,of\n1,2\n");
        await Refused(folder, "patients", "duration", $"'{folder.PathOf("duration/sweep.csv")}' cannot be read: It does not begin with the columns of a sweep. Run the sweep again, or name another folder.\n");
        File.WriteAllText(folder.PathOf("a/manifest.json"), "{");
        CommandLine broken = await Compare(folder, "a", "a");
        Assert.Equal(2, broken.ExitCode);
        Assert.StartsWith($"The results in '{folder.PathOf("a")}' cannot be read: ", broken.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("a")]
    [InlineData("a/of-it")]
    [InlineData("link")]
    [InlineData("link/of-it")]
    public async Task Compare_IntoWhatIsCompared_IsRefusedAndLosesNothing(string output)
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b");
        Directory.CreateSymbolicLink(folder.PathOf("link"), folder.PathOf("a"));
        string[] before = Directory.GetFileSystemEntries(folder.PathOf("a"));

        CommandLine compared = await CommandLine.RunAsync("compare", folder.PathOf("b"), folder.PathOf("a"), "--out", folder.PathOf(output));

        Assert.Equal(
            (2, "", $"--out: '{folder.PathOf(output)}' and '{folder.PathOf("a")}', which is compared, are one folder or lie in each other. Name another folder with --out.\n"),
            (compared.ExitCode, compared.Out, compared.Error));
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.PathOf("a")));
    }

    // What people may have edited, half a file, or one of another program.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("manifest.json", "null", "The manifest is empty.")]
    [InlineData("manifest.json", "{}", "missing required properties")]
    [InlineData("operating-characteristics.json", "null", "There is nothing where operating characteristics should be.")]
    [InlineData("operating-characteristics.json", "[null]", "There is nothing where operating characteristics should be.")]
    [InlineData("operating-characteristics.json", "[{\"look\": \"final\"}]", "missing required properties")]
    [InlineData("resolved.yaml", "a: [", "The scenario of one of the two cannot be read: resolved.yaml:")]
    [InlineData("replicates.csv", "", "has no column 'replicate'")]
    public async Task Compare_BrokenFile_SaysWhatIsWrong(string file, string content, string complaint)
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b", Longer);
        File.WriteAllText(folder.PathOf($"b/{file}"), content);

        CommandLine compared = await Compare(folder, "a", "b");

        Assert.Equal((2, ""), (compared.ExitCode, compared.Out));
        Assert.Contains(complaint, compared.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", compared.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("201")]
    [InlineData("99999999999999999999")]
    public async Task Compare_ReplicateThatIsNone_SaysSo(string number)
    {
        using TemporaryFolder folder = new();
        await Run(folder, "a");
        await Run(folder, "b", Longer);
        string path = folder.PathOf("b/replicates.csv");
        string[] lines = File.ReadAllLines(path);
        lines[1] = number + lines[1][lines[1].IndexOf(',', StringComparison.Ordinal)..];
        File.WriteAllLines(path, lines);

        CommandLine compared = await Compare(folder, "a", "b");

        Assert.Equal((2, ""), (compared.ExitCode, compared.Out));
        Assert.StartsWith($"'{path}' cannot be read: ", compared.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Compare_OneFolderOrThree_SaysThatItTakesTwo()
    {
        CommandLine one = await CommandLine.RunAsync("compare", "a");
        CommandLine three = await CommandLine.RunAsync("compare", "a", "b", "c");

        Assert.StartsWith("The second is missing. Write: trialsim compare <first> <second>\n", one.Error, StringComparison.Ordinal);
        Assert.StartsWith("'c' is one word too many: compare takes <first> and <second>. A name with spaces needs quotes.\n", three.Error, StringComparison.Ordinal);
    }

    private static async Task Refused(TemporaryFolder folder, string first, string second, string message)
    {
        CommandLine compared = await Compare(folder, first, second);
        Assert.Equal((2, "", message), (compared.ExitCode, compared.Out, compared.Error));
    }

    private static Task<CommandLine> Compare(TemporaryFolder folder, string first, string second) =>
        CommandLine.RunAsync("compare", folder.PathOf(first), folder.PathOf(second), "--out", folder.PathOf("out"));

    private static async Task Run(TemporaryFolder folder, string name, params string[] options)
    {
        File.WriteAllText(folder.PathOf("small.yaml"), SmallScenario.Yaml);
        Assert.Equal(0, (await CommandLine.RunAsync(["run", folder.PathOf("small.yaml"), "--out", folder.PathOf(name), .. options])).ExitCode);
    }

    private static async Task Sweep(TemporaryFolder folder, string name, params string[] options)
    {
        File.WriteAllText(folder.PathOf("small.yaml"), SmallScenario.Yaml);
        Assert.Equal(0, (await CommandLine.RunAsync(["sweep", folder.PathOf("small.yaml"), "--vary", "design.patients=20,30", "--out", folder.PathOf(name), .. options])).ExitCode);
    }

    private static string Line(string text) => text.Replace("\n", " ", StringComparison.Ordinal);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
