using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Results folders of which a file was cut short, or is no file.</summary>
public sealed class BrokenResultsTests
{
    private static readonly string[] Sweep = ["--vary", "design.patients=20,30", "-n", "20"];

    [Theory, Trait("Source", "Regression")]
    [InlineData(0.5, "cut short")]
    [InlineData(0.99, "cut short")]
    public async Task Compare_ReplicatesThatWereCutWithinARow_AreRefused(double share, string told)
    {
        using TemporaryFolder folder = new();
        await RunTwice(folder);
        string table = folder.PathOf("a/replicates.csv");
        byte[] bytes = await File.ReadAllBytesAsync(table);
        int length = (int)(share * bytes.Length);
        length -= bytes[length - 1] == '\n' ? 1 : 0;
        await File.WriteAllBytesAsync(table, bytes[..length]);

        CommandLine compared = await CommandLine.RunAsync("compare", folder.PathOf("a"), folder.PathOf("b"), "--out", folder.PathOf("out"));

        Assert.Equal((2, ""), (compared.ExitCode, compared.Out));
        Assert.Equal($"'{table}' cannot be read: Its last row is {told}. Run it again, or name another folder.\n", compared.Error);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Compare_ReplicatesThatWereCutBetweenRows_AreRefused()
    {
        using TemporaryFolder folder = new();
        await RunTwice(folder);
        string table = folder.PathOf("a/replicates.csv");
        string[] lines = await File.ReadAllLinesAsync(table);
        await File.WriteAllTextAsync(table, string.Join('\n', lines.Where(line => !line.StartsWith("40,", StringComparison.Ordinal))) + "\n");

        CommandLine compared = await CommandLine.RunAsync("compare", folder.PathOf("a"), folder.PathOf("b"), "--out", folder.PathOf("out"));

        Assert.Equal((2, $"'{table}' cannot be read: It ends after replicate 39, and the run has 40. Run it again, or name another folder.\n"), (compared.ExitCode, compared.Error));
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Compare_SweepThatWasCutBetweenCells_IsRefused()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync(["sweep", file, .. Sweep, "--out", folder.PathOf("a")]);
        await CommandLine.RunAsync(["sweep", file, .. Sweep, "--seed", "8", "--out", folder.PathOf("b")]);
        string table = folder.PathOf("b/sweep.csv");
        string[] lines = await File.ReadAllLinesAsync(table);
        await File.WriteAllTextAsync(table, string.Join('\n', lines.Where(line => !line.StartsWith("2,", StringComparison.Ordinal))) + "\n");

        CommandLine compared = await CommandLine.RunAsync("compare", folder.PathOf("a"), folder.PathOf("b"), "--out", folder.PathOf("out"));

        Assert.Equal((2, $"'{table}' cannot be read: It has 1 cells, and the sweep 2. Run the sweep again, or name another folder.\n"), (compared.ExitCode, compared.Error));
    }

    [PipeFact, Trait("Source", "Regression")]
    public async Task Extends_APipe_IsNotWaitedFor()
    {
        using TemporaryFolder folder = new();
        PipeFactAttribute.Make(folder.PathOf("base.yaml"));
        string file = folder.Write("trial.yaml", "trialsim: 1\nextends: base.yaml\n");

        CommandLine check = await CommandLine.RunAsync("check", file);

        Assert.Equal(2, check.ExitCode);
        Assert.Contains("is empty, or a pipe or a device, which is not waited for. Name a scenario file.", check.Error, StringComparison.Ordinal);
    }

    [PipeFact, Trait("Source", "Regression")]
    public async Task Shard_WhoseLogIsAPipeOrADevice_IsRunAnew()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        Directory.CreateDirectory(folder.PathOf("out/shards"));
        PipeFactAttribute.Make(folder.PathOf("out/shards/1-of-2.log"));
        File.CreateSymbolicLink(folder.PathOf("out/shards/2-of-2.log"), "/dev/null");

        CommandLine status = await CommandLine.RunAsync("cluster", "status", folder.PathOf("out"));
        CommandLine first = await CommandLine.RunAsync("run", file, "-n", "40", "--out", folder.PathOf("out"), "--shard", "1/2");
        CommandLine second = await CommandLine.RunAsync("run", file, "-n", "40", "--out", folder.PathOf("out"), "--shard", "2/2");
        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal((2, 0, 0, 0), (status.ExitCode, first.ExitCode, second.ExitCode, merged.ExitCode));
    }

    // It went on with the other shard's log, and was never complete.
    [Fact, Trait("Source", "Regression")]
    public async Task SweepShard_UnderWhoseNameAnotherLies_IsRefused()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        string[] sweep = ["sweep", file, .. Sweep, "--out", folder.PathOf("out"), "--shard"];
        await CommandLine.RunAsync([.. sweep, "2/2"]);
        File.Copy(folder.PathOf("out/shards/2-of-2-cells.log"), folder.PathOf("out/shards/1-of-2-cells.log"));

        CommandLine run = await CommandLine.RunAsync([.. sweep, "1/2"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.EndsWith($"{folder.PathOf("out/shards/1-of-2-cells.log")} holds shard 2/2, and not 1/2. Give the file its name back, or remove it.\n", run.Error, StringComparison.Ordinal);
    }

    private static async Task RunTwice(TemporaryFolder folder)
    {
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "40", "--out", folder.PathOf("a"));
        await CommandLine.RunAsync("run", file, "-n", "40", "--set", "truth.accrual.duration=12mo", "--out", folder.PathOf("b"));
    }
}
