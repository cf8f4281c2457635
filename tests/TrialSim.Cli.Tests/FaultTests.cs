using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What the campaign <c>tests/faults</c> has found.</summary>
public sealed class FaultTests
{
    // The file beside the final name leads to a device on which nothing has room.
    [FactWith("/dev/full"), Trait("Source", "Regression")]
    public async Task Init_DiskIsFull_LeavesNoHalfOfAFile()
    {
        using TemporaryFolder folder = new();
        File.CreateSymbolicLink(folder.PathOf("my.yaml.trialsim-partial"), "/dev/full");

        CommandLine init = await CommandLine.RunAsync("init", folder.PathOf("my.yaml"));

        Assert.Equal((2, ""), (init.ExitCode, init.Out));
        Assert.StartsWith($"{folder.PathOf("my.yaml")}: cannot be written. No space left on device", init.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Listing());
    }

    [FactWith("/dev/full"), Trait("Source", "Regression")]
    public async Task Chart_DiskIsFull_LeavesNoHalfOfAFile()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        CommandLine list = await CommandLine.RunAsync("chart", file, "--format", "json", "--out", folder.PathOf("whole"));
        string first = Path.GetFileName(list.Out.Split('\n')[0]);
        Directory.CreateDirectory(folder.PathOf("charts"));
        File.CreateSymbolicLink(folder.PathOf($"charts/{first}.trialsim-partial"), "/dev/full");

        CommandLine chart = await CommandLine.RunAsync("chart", file, "--format", "json", "--out", folder.PathOf("charts"));

        Assert.Equal((2, ""), (chart.ExitCode, chart.Out));
        Assert.StartsWith($"--out: '{folder.PathOf("charts")}/{first}' cannot be written. No space left on device", chart.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.PathOf("charts")));
    }

    [SignalTheory, Trait("Source", "Regression")]
    [InlineData("out.trialsim-partial/replicates.log", "out.trialsim-partial")]
    [InlineData("out/shards/1-of-2.log", "out/shards", "--shard", "1/2")]
    public async Task Run_ItsFolderIsRemovedMeanwhile_EndsAndSaysSo(string log, string removed, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        using Program program = Program.Start(["run", file, "-n", "100000000", "--at-any-cost", "--out", folder.PathOf("out"), .. options]);
        await program.AwaitAsync(folder.PathOf(log));
        Directory.Delete(folder.PathOf(removed), recursive: true);
        CommandLine run = await program.ResultAsync();

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Matches(@"was removed (while it was being written|meanwhile).* Run it again, and leave that (file|folder) alone until its run has ended\.\n$", run.Error);
        Assert.False(File.Exists(folder.PathOf("out/manifest.json")));
    }

    // .NET says in the middle of the work that there is no such library.
    [FactWith("/proc/self/limits"), Trait("Source", "Regression")]
    public async Task Run_FewOpenFilesAllowed_SaysHowToAllowMore()
    {
        using Program program = Program.StartOther([], "bash", "-c", "ulimit -n 100 && exec dotnet \"$0\" schema", Path.Combine(AppContext.BaseDirectory, "trialsim.dll"));
        CommandLine run = await program.ResultAsync();

        Assert.Equal((2, "", "This process may hold no more than 100 files open, and .NET needs that many for its own libraries. Allow more: ulimit -n 1024.\n"), (run.ExitCode, run.Out, run.Error));
    }

    [FactWith("/dev/full"), Trait("Source", "Regression")]
    public async Task Run_StandardOutputIsFull_SaysWhereItsResultsAreComplete()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);

        using Program program = Program.StartOther(
            [], "bash", "-c", "exec dotnet \"$0\" run \"$1\" -n 5 --out \"$2\" > /dev/full", Path.Combine(AppContext.BaseDirectory, "trialsim.dll"), file, folder.PathOf("out"));
        CommandLine run = await program.ResultAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith(
            $"Standard output cannot be written: No space left on device. The results are complete, in '{folder.PathOf("out")}'; only what would have been printed is missing.\n", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("out/manifest.json")));
    }
}
