using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Sweeps;

/// <summary>Sweeps in shards, and their merger.</summary>
public sealed class SweepShardTests
{
    [Fact, Trait("Source", "Property")]
    public async Task Merge_ShardsOfASweepInAnyOrder_GivesTheBytesOfASweepInOnePiece()
    {
        using TemporaryFolder folder = new();
        string[] options = ["--with-null", "--set", "truth.effects.1.hazard_ratio=1.4", "--vary", "design.patients=20,26"];
        await Sweep(folder, [.. options, "--out", folder.PathOf("whole")]);
        foreach (string shard in new[] { "3/3", "1/3", "2/3" })
        {
            Assert.Equal(0, (await Sweep(folder, [.. options, "--threads", "2", "--shard", shard, "--out", folder.PathOf("parts")])).ExitCode);
        }

        File.Delete(folder.PathOf("small.yaml")); // The shards hold all that is needed.
        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("parts"));
        CommandLine again = await CommandLine.RunAsync("merge", folder.PathOf("parts"));

        Assert.Equal((0, ""), (merged.ExitCode, merged.Error));
        Assert.Equal(merged, again);
        Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("parts"), beside: "shards");
        Assert.Equal(["1-of-3-cells.log", "2-of-3-cells.log", "3-of-3-cells.log"], Directory.GetFiles(folder.PathOf("parts/shards")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // A killed process leaves a log that ends anywhere.
    [Fact, Trait("Source", "Property")]
    public async Task Shard_WhoseLogWasCutAnywhere_GoesOnToTheSameBytes()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "--out", folder.PathOf("whole"));
        await Sweep(folder, "--shard", "1/1", "--out", folder.PathOf("parts"));
        string log = folder.PathOf("parts/shards/1-of-1-cells.log");
        byte[] whole = File.ReadAllBytes(log);

        foreach (int length in new[] { 0, 1, whole.Length / 3, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(log, whole[..length]);
            Assert.Equal(0, (await Sweep(folder, "--shard", "1/1", "--out", folder.PathOf("parts"))).ExitCode);
            await CommandLine.RunAsync("merge", folder.PathOf("parts"));

            Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("parts"), beside: "shards");
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Merge_CellsMissingOrTwice_NamesThemAndWritesNothing()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "--shard", "2/3", "--out", folder.PathOf("out"));
        File.Copy(folder.PathOf("out/shards/2-of-3-cells.log"), folder.PathOf("out/shards/copy-cells.log"));

        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal(
            (2, "", """
            The shards cannot be joined yet; nothing was written.
            Cells 3–4 are in two files, 2-of-3-cells.log and copy-cells.log. Remove one of them.
            Cells 1–2 are missing: shard 1/3 is not there. Run it with --shard 1/3.
            Cells 5–6 are missing: shard 3/3 is not there. Run it with --shard 3/3.

            """.ReplaceLineEndings("\n")),
            (merged.ExitCode, merged.Out, merged.Error));
        Assert.Equal(["shards"], Directory.GetFileSystemEntries(folder.PathOf("out")).Select(Path.GetFileName));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Merge_CellsOfShardsOfTwoNumbers_ListsThoseThatAreTwiceAndThoseThatAreMissing()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "--shard", "1/2", "--out", folder.PathOf("out"));
        await Sweep(folder, "--shard", "1/6", "--out", folder.PathOf("elsewhere"));
        await Sweep(folder, "--shard", "3/6", "--out", folder.PathOf("elsewhere"));
        await Sweep(folder, "--shard", "5/6", "--out", folder.PathOf("elsewhere"));
        Folders.AddShards(folder.PathOf("elsewhere"), folder.PathOf("out"));

        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal(
            """
            The shards cannot be joined yet; nothing was written.
            Cell 1 is in two files, 1-of-2-cells.log and 1-of-6-cells.log. Remove one of them.
            Cell 3 is in two files, 1-of-2-cells.log and 3-of-6-cells.log. Remove one of them.
            Cells 4, 6 are missing, and the shards that are there are not all of the same number of shards. Remove those of one number, and run what is missing with --shard.

            """.ReplaceLineEndings("\n"),
            merged.Error);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Merge_ShardsOfARunAndOfASweep_IsRefused()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "--shard", "1/1", "--out", folder.PathOf("out"));
        await CommandLine.RunAsync("run", folder.PathOf("small.yaml"), "--shard", "1/2", "--out", folder.PathOf("elsewhere"));
        Folders.AddShards(folder.PathOf("elsewhere"), folder.PathOf("out"));

        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal(
            (2, "", $"'{folder.PathOf("out")}/shards' holds shards of a run (1-of-2.log) and of a sweep (1-of-1-cells.log). Remove those of one of them, or move them to another folder.\n"),
            (merged.ExitCode, merged.Out, merged.Error));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Merge_ShardsOfTwoSweeps_NamesTheKeyAndBothValues()
    {
        using TemporaryFolder folder = new();
        await Sweep(folder, "--shard", "1/2", "--out", folder.PathOf("out"));
        await Sweep(folder, "--shard", "2/2", "--vary", "design.patients=20,30,44", "--independent", "--out", folder.PathOf("elsewhere"));
        Folders.AddShards(folder.PathOf("elsewhere"), folder.PathOf("out"));

        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal(2, merged.ExitCode);
        Assert.StartsWith(
            "2-of-2-cells.log is of another sweep than 1-of-2-cells.log ('here').\n  sweep.vary.design.patients[2]: 44 there, 40 here\n  --independent: given there, not given here\n", merged.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("1/3", "Shard 1/3: complete, cells 1–2 are in {0}/shards/1-of-3-cells.log\n", "")]
    [InlineData("1/7", "", "--shard: 7 shards are more than the 6 cells. Write fewer shards, or more cells.\n")]
    public async Task Shard_OfASweep_SaysWhatItHolds(string shard, string said, string error)
    {
        using TemporaryFolder folder = new();

        CommandLine sweep = await Sweep(folder, "--shard", shard, "--out", folder.PathOf("out"));

        Assert.Equal(said.Replace("{0}", folder.PathOf("out"), StringComparison.Ordinal), sweep.Out);
        Assert.Equal(error.Length > 0 ? 2 : 0, sweep.ExitCode);
        Assert.True(error.Length == 0 || sweep.Error == error, sweep.Error);
    }

    private static Task<CommandLine> Sweep(TemporaryFolder folder, params string[] options) =>
        CommandLine.RunAsync(["sweep", folder.Write("small.yaml", SweepScenario.Yaml), .. options]);
}
