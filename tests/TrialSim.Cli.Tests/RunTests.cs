using System.Security.Cryptography;
using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

public sealed class RunTests
{
    [Fact, Trait("Source", "Regression")]
    public async Task Run_Redirected_PrintsTheGoldenTable()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("small.yaml", SmallScenario.Yaml), "--out", folder.PathOf("out"));

        Assert.Equal(0, run.ExitCode);
        GoldenFile.Matches("run-small.txt", run.Out.Replace(folder.Path, "<folder>", StringComparison.Ordinal));
        Assert.DoesNotContain(" \n", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"200 replicates in \d+\.\d s \(kernel \w+(\.\w+)?, seed 7\)\.\n$", run.Error);
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData(80)]
    [InlineData(40)]
    public async Task Run_ThreeArmsInANarrowTerminal_KeepsToItsWidth(int width)
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync(width, ["run", Repository.PathOf("scenarios", "three-arm-tace.yaml"), "-n", "64", "--out", folder.PathOf("out")]);

        string table = run.Out[..run.Out.IndexOf("Report: ", StringComparison.Ordinal)];
        Assert.All(table.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        GoldenFile.Matches($"run-three-arms-{width}.txt", table);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_OneReplicate_ClaimsNoError()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("small.yaml", SmallScenario.Yaml), "-n", "1", "--out", folder.PathOf("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("10.00 ± ?", run.Out, StringComparison.Ordinal); // Patients in each arm.
        Assert.Contains("which one replicate cannot show", run.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_ResultsFolder_HoldsWhatTheRunWas()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        string output = folder.PathOf("out");
        CommandLine run = await CommandLine.RunAsync("run", file, "--seed", "11", "-n", "130", "--out", output);
        CommandLine explain = await CommandLine.RunAsync("explain", Path.Combine(output, "resolved.yaml"));

        Assert.Equal(0, run.ExitCode);
        string[] expected = ["accrual.csv", "courses.csv", "curves.csv", "formulas.csv", "manifest.json", "operating-characteristics.csv", "operating-characteristics.json", "replicates.csv", "report.html", "resolved.yaml", "scenario.yaml", "true-curves.csv"];
        Assert.Subset(Directory.EnumerateFiles(output).Select(Path.GetFileName).ToHashSet(), expected.ToHashSet<string?>());
        Assert.Equal(["out", "small.yaml"], folder.Listing());
        Assert.Equal(SmallScenario.Yaml, File.ReadAllText(Path.Combine(output, "scenario.yaml")));
        Assert.Equal(File.ReadAllText(Path.Combine(output, "resolved.yaml")), explain.Out);

        JsonElement manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "manifest.json"))).RootElement;
        Assert.Equal("small", manifest.GetProperty("scenario").GetString());
        Assert.Equal(11u, manifest.GetProperty("seed").GetUInt64());
        Assert.Equal((1, 130, 130), (manifest.GetProperty("first_replicate").GetInt64(), manifest.GetProperty("replicates").GetInt64(), manifest.GetProperty("replicates_requested").GetInt64()));
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(output, "resolved.yaml")))),
            manifest.GetProperty("resolved_scenario_sha256").GetString());
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Run_Tables_AreTheGoldenFiles()
    {
        using TemporaryFolder folder = new();
        string output = folder.PathOf("out");
        await CommandLine.RunAsync("run", folder.Write("small.yaml", SmallScenario.Yaml), "-n", "5", "--out", output);

        GoldenFile.Matches("replicates.csv", File.ReadAllText(Path.Combine(output, "replicates.csv")));
        GoldenFile.Matches("operating-characteristics.csv", File.ReadAllText(Path.Combine(output, "operating-characteristics.csv")));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_OlderResultsOfTheSameName_AreReplaced()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "3", "--out", folder.PathOf("out"));
        CommandLine again = await CommandLine.RunAsync("run", file, "-n", "2", "--out", folder.PathOf("out"));

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(["out", "small.yaml"], folder.Listing());
        Assert.Equal("2", File.ReadLines(folder.PathOf("out/replicates.csv")).Last().Split(',')[0]);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_AnyNumberOfThreadsAndReplicates_GivesTheSameBytes()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);

        string[] hashes = [.. await Task.WhenAll(new[] { "1", "2", "8" }.Select(async threads =>
        {
            string output = folder.PathOf("threads-" + threads);
            await CommandLine.RunAsync("run", file, "-n", "1000", "--threads", threads, "--out", output);
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(output, "replicates.csv"))));
        }))];
        await CommandLine.RunAsync("run", file, "-n", "10000", "--threads", "2", "--out", folder.PathOf("many"));

        Assert.Equal(hashes[0], hashes[1]);
        Assert.Equal(hashes[0], hashes[2]);
        string[] few = File.ReadAllLines(folder.PathOf("threads-1/replicates.csv"));
        // Header, then five rows a replicate: two counts, the test, two medians.
        Assert.Equal(1 + (1000 * 5), few.Length);
        Assert.Equal(few, File.ReadLines(folder.PathOf("many/replicates.csv")).Take(few.Length));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_AnotherSeed_GivesOtherReplicates()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "2", "--seed", "1", "--out", folder.PathOf("one"));
        await CommandLine.RunAsync("run", file, "-n", "2", "--seed", "2", "--out", folder.PathOf("two"));

        Assert.NotEqual(File.ReadAllText(folder.PathOf("one/replicates.csv")), File.ReadAllText(folder.PathOf("two/replicates.csv")));
    }

    // A closed standard error ended the program before its results had their name.
    [SignalTheory, Trait("Source", "Regression")]
    [InlineData("run")]
    [InlineData("sweep", "--vary", "design.patients=20,30")]
    public async Task Run_StandardErrorClosed_WritesItsResults(string command, params string[] options)
    {
        using TemporaryFolder folder = new();
        string line = string.Join(' ', ["exec", "dotnet", Path.Combine(AppContext.BaseDirectory, "trialsim.dll"), command, folder.Write("small.yaml", SmallScenario.Yaml), .. options, "--out", folder.PathOf("out"), "2>&-"]);
        using Program program = Program.StartOther([], "sh", "-c", line);

        CommandLine run = await program.ResultAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True(File.Exists(folder.PathOf("out/manifest.json")));
    }
}
