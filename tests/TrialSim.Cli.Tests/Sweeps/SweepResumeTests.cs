using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Sweeps;

/// <summary>Sweeps that go on where an earlier attempt was stopped or killed.</summary>
public sealed class SweepResumeTests
{
    // More than the header of the log has, so that there is a cell to go on with.
    private const int BytesOfACell = 20_000;

    // tests/kill-and-resume does the same more often.
    [SignalTheory, Trait("Source", "Property")]
    [InlineData("KILL", 0)]
    [InlineData("INT", 100)]
    public async Task Resume_SweepStoppedSomewhere_GivesTheBytesOfASweepInOnePiece(string signal, int milliseconds)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SweepScenario.Yaml);
        string[] sweep = ["sweep", file, "--vary", "truth.accrual.duration=6mo:12mo:12", "--replicates", "3000", "--out"];
        await CommandLine.RunAsync([.. sweep, folder.PathOf("whole")]);
        using (Program program = Program.Start([.. sweep, folder.PathOf("again")]))
        {
            FileInfo log = new(folder.PathOf("again.trialsim-partial/cells.log"));
            while (!log.Exists || log.Length < BytesOfACell)
            {
                Assert.False(program.HasExited, "It has ended before a cell was finished.");
                await Task.Delay(20);
                log.Refresh();
            }

            await Task.Delay(milliseconds);
            program.Send(signal);
            await program.ExitCodeAsync();
        }

        CommandLine resumed = await CommandLine.RunAsync([.. sweep, folder.PathOf("again"), "--resume", "--threads", "3"]);

        Assert.Equal(0, resumed.ExitCode);
        Assert.Matches(@"^\d+ of 36 cells are there\.", resumed.Error);
        Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("again"));
        Assert.Equal(["again", "small.yaml", "whole"], folder.Listing().Where(name => !name.EndsWith("-lock", StringComparison.Ordinal)));
    }

    [Fact, Trait("Source", "Property")]
    public async Task KeepLog_OfAFinishedSweep_StaysAmongTheSameResultsAndIsGoneOnWith()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SweepScenario.Yaml);
        string log = folder.PathOf("kept/cells.log");
        await CommandLine.RunAsync("sweep", file, "--out", folder.PathOf("plain"));
        await CommandLine.RunAsync("sweep", file, "--keep-log", "--out", folder.PathOf("kept"));
        Assert.True(File.Exists(log));

        CommandLine resumed = await CommandLine.RunAsync("sweep", file, "--resume", "--keep-log", "--out", folder.PathOf("kept"));

        Assert.Equal(0, resumed.ExitCode);
        Assert.StartsWith("6 of 6 cells are there.\n0 cells in ", resumed.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(log));
        await CommandLine.RunAsync("sweep", file, "--resume", "--out", folder.PathOf("kept"));
        Folders.AreTheSame(folder.PathOf("plain"), folder.PathOf("kept"));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task KeepLog_OfAShard_IsRefused()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SweepScenario.Yaml);

        CommandLine shard = await CommandLine.RunAsync("sweep", file, "--shard", "1/2", "--keep-log", "--out", folder.PathOf("out"));

        Assert.Equal((2, "", "--keep-log: a shard always keeps its log. Leave the option out.\n"), (shard.ExitCode, shard.Out, shard.Error));
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("run")]
    [InlineData("run", "--resume")]
    [InlineData("size", "--resume")]
    public async Task OtherCommand_WhereCellsAreKept_LeavesThem(string command, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SweepScenario.Yaml);
        await CommandLine.RunAsync("sweep", file, "--shard", "1/1", "--out", folder.PathOf("parts"));
        Directory.CreateDirectory(folder.PathOf("out.trialsim-partial"));
        File.Move(folder.PathOf("parts/shards/1-of-1-cells.log"), folder.PathOf("out.trialsim-partial/cells.log"));

        CommandLine other = await CommandLine.RunAsync([command, file, "--out", folder.PathOf("out"), .. options]);

        Assert.Equal(
            (2, "", "Cells of a sweep are kept in 'out.trialsim-partial', and would be lost. Go on with the sweep by --resume, remove that folder, or name another one with --out.\n"),
            (other.ExitCode, other.Out, other.Error));
        Assert.True(File.Exists(folder.PathOf("out.trialsim-partial/cells.log")));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("  truth.effects[1].hazard_ratio: 1.5 there, 1.25 here", "--set", "truth.effects.1.hazard_ratio=1.25")]
    [InlineData("  sweep.vary.design.patients[2]: 40 there, 50 here", "--vary", "design.patients=20,30,50")]
    [InlineData("  run.seed: 7 there, 8 here", "--seed", "8")]
    [InlineData("  run.replicates: 200 there, 300 here", "--replicates", "300")]
    [InlineData("  --independent: not given there, given here", "--independent")]
    [InlineData("  --with-null: not given there, given here", "--with-null")]
    public async Task Resume_AnotherSweep_IsRefusedWithTheKeyAndBothValues(string difference, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SweepScenario.Yaml);
        await CommandLine.RunAsync("sweep", file, "--shard", "1/1", "--out", folder.PathOf("parts"));
        Directory.CreateDirectory(folder.PathOf("out.trialsim-partial"));
        File.Move(folder.PathOf("parts/shards/1-of-1-cells.log"), folder.PathOf("out.trialsim-partial/cells.log"));

        CommandLine resumed = await CommandLine.RunAsync(["sweep", file, "--resume", "--out", folder.PathOf("out"), .. options]);

        Assert.Equal(2, resumed.ExitCode);
        Assert.StartsWith("--resume: the cells that are kept for these results are of another sweep.\n", resumed.Error, StringComparison.Ordinal);
        Assert.Contains(difference + "\n", resumed.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("out.trialsim-partial/cells.log")));
    }
}
