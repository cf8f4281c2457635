using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Runs in shards, and their merger.</summary>
public sealed class ShardTests
{
    [Fact, Trait("Source", "Property")]
    public async Task Merge_ShardsInAnyOrder_GivesTheBytesOfARunInOnePiece()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("two-looks.yaml", TwoLookScenario.Yaml);
        await CommandLine.RunAsync("run", file, "--with-null", "--ignore-stopping", "--set", "design.patients=90", "--out", folder.PathOf("whole"));
        CommandLine[] shards = await Task.WhenAll(new[] { "3/3", "1/3", "2/3" }.Select(shard =>
            CommandLine.RunAsync("run", file, "--with-null", "--ignore-stopping", "--set", "design.patients=90", "--threads", "2", "--shard", shard, "--out", folder.PathOf("shards"))));
        Assert.All(shards, shard => Assert.Equal(0, shard.ExitCode));
        File.Delete(file); // The shards hold all that is needed.

        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("shards"));
        CommandLine again = await CommandLine.RunAsync("merge", folder.PathOf("shards"));

        Assert.Equal((0, ""), (merged.ExitCode, merged.Error));
        Assert.Equal(merged, again);
        Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("shards"), "shards");
        Assert.Equal(6, Directory.GetFiles(folder.PathOf("shards/shards")).Length);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Shard_RunAgain_SaysThatItIsComplete()
    {
        using TemporaryFolder folder = new();
        CommandLine first = await Shard(folder, "2/4");
        CommandLine again = await Shard(folder, "2/4");

        Assert.Equal((0, $"Shard 2/4: complete, replicates 51–100 are in {folder.PathOf("out")}/shards/2-of-4.log\n"), (first.ExitCode, first.Out));
        Assert.Equal((0, first.Out), (again.ExitCode, again.Out));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Merge_ShardsMissing_NamesThemAndWritesNothing()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "2/4");
        string cut = folder.PathOf("out/shards/2-of-4.log");
        File.WriteAllBytes(cut, File.ReadAllBytes(cut)[..^10]);
        await Shard(folder, "4/4");

        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal((2, ""), (merged.ExitCode, merged.Out));
        Assert.Matches(
            @"^The shards cannot be joined yet; nothing was written\.
Replicates 1–50 are missing: shard 1/4 is not there\. Run it with --shard 1/4\.
Replicates \d+–100 are missing: shard 2/4 stopped after \d+ of 50\. Run it again with --shard 2/4; it goes on where it stopped\.
Replicates 101–150 are missing: shard 3/4 is not there\. Run it with --shard 3/4\.
$".ReplaceLineEndings("\n"),
            merged.Error);
        Assert.Equal(["shards"], Directory.GetFileSystemEntries(folder.PathOf("out")).Select(Path.GetFileName));

        await Shard(folder, "2/4");
        await Shard(folder, "1/4");
        await Shard(folder, "3/4");
        await CommandLine.RunAsync("run", folder.PathOf("small.yaml"), "--out", folder.PathOf("whole"));
        await CommandLine.RunAsync("merge", folder.PathOf("out"));
        Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("out"), "shards");
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Merge_SameReplicatesTwice_NamesBothFiles()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "1/2");
        await Shard(folder, "2/2");
        File.Copy(folder.PathOf("out/shards/1-of-2.log"), folder.PathOf("out/shards/copy.log"));
        CommandLine copied = await CommandLine.RunAsync("merge", folder.PathOf("out"));
        File.Delete(folder.PathOf("out/shards/copy.log"));
        await ShardOfElsewhere(folder, "2/3");
        CommandLine mixed = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal("The shards cannot be joined yet; nothing was written.\nReplicates 1–100 are in two files, 1-of-2.log and copy.log. Remove one of them.\n", copied.Error);
        Assert.Equal(
            "The shards cannot be joined yet; nothing was written.\nReplicates 67–100 are in two files, 1-of-2.log and 2-of-3.log. Remove one of them.\n"
            + "Replicates 101–133 are in two files, 2-of-3.log and 2-of-2.log. Remove one of them.\n",
            mixed.Error);
        Assert.Equal((2, 2), (copied.ExitCode, mixed.ExitCode));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Merge_ShardOfAnotherSeed_NamesTheKeyAndBothValues()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "1/2");
        await ShardOfElsewhere(folder, "2/2", "--seed", "8", "-n", "300");

        CommandLine merged = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal(2, merged.ExitCode);
        Assert.Equal(
            "2-of-2.log is of another run than 1-of-2.log ('here').\n  run.seed: 8 there, 7 here\n  run.replicates: 300 there, 200 here\nRemove the shards of one of them.\n",
            merged.Error);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Shard_OfAnotherRunUnderItsName_IsRefused()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "1/2");
        CommandLine other = await Shard(folder, "1/2", "--seed", "8");

        Assert.Equal((2, ""), (other.ExitCode, other.Out));
        Assert.Equal(
            $"{folder.PathOf("out")}/shards/1-of-2.log is of another run.\n  run.seed: 7 there, 8 here\nRun it as it was, remove the file, or name another folder with --out.\n",
            other.Error);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("  run.seed: 7 there, 8 here", "run", "--shard", "2/2", "--seed", "8")]
    [InlineData("  it is one of 2 shards, this one of 3", "run", "--shard", "2/3")]
    [InlineData("  it is of a run, this one of a sweep", "sweep", "--shard", "2/2", "--vary", "design.patients=20,30")]
    public async Task Shard_ThatCouldNotBeJoined_IsRefusedBeforeItIsRun(string difference, params string[] words)
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "1/2");

        CommandLine other = await CommandLine.RunAsync([words[0], folder.PathOf("small.yaml"), "--out", folder.PathOf("out"), .. words[1..]]);

        Assert.Equal(
            (2, "", $"--shard: this shard could not be joined with 1-of-2.log, which is there already.\n{difference}\nRun it as the other was run, remove what is there, or name another folder with --out.\n"),
            (other.ExitCode, other.Out, other.Error));
        Assert.Single(Directory.GetFiles(folder.PathOf("out/shards"), "*.log"));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Shard_ThatCannotBe_SaysWhatToWrite()
    {
        using TemporaryFolder folder = new();
        CommandLine many = await Shard(folder, "3/64", "-n", "10");
        CommandLine keep = await Shard(folder, "1/2", "--keep-log");
        CommandLine none = await CommandLine.RunAsync("merge", folder.PathOf("out"));

        Assert.Equal("--shard: 64 shards are more than the 10 replicates. Write fewer shards, or more replicates.\n", many.Error);
        Assert.Equal("--keep-log: a shard always keeps its log. Leave the option out.\n", keep.Error);
        Assert.Equal($"There are no shards in '{folder.PathOf("out")}/shards'. 'trialsim run <scenario> --shard 1/64' writes one.\n", none.Error);
        Assert.All([many, keep, none], refused => Assert.Equal(2, refused.ExitCode));
        Assert.Equal(["small.yaml"], folder.Listing());
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Run_IntoAFolderOfShards_IsRefused()
    {
        using TemporaryFolder folder = new();
        await Shard(folder, "1/2");
        CommandLine run = await CommandLine.RunAsync("run", folder.PathOf("small.yaml"), "--out", folder.PathOf("out"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"'{folder.PathOf("out")}' holds shards of a run, and they would be lost.", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("out/shards/1-of-2.log")));
    }

    private static async Task ShardOfElsewhere(TemporaryFolder folder, string shard, params string[] options)
    {
        await Shard(folder, shard, [.. options, "--out", folder.PathOf("elsewhere")]);
        Folders.AddShards(folder.PathOf("elsewhere"), folder.PathOf("out"));
    }

    private static Task<CommandLine> Shard(TemporaryFolder folder, string shard, params string[] options) =>
        CommandLine.RunAsync(["run", folder.Write("small.yaml", SmallScenario.Yaml), "--shard", shard, .. options.Contains("--out") ? [] : (string[])["--out", folder.PathOf("out")], .. options]);
}
