using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Runs that go on where an earlier attempt was stopped or killed.</summary>
public sealed class ResumeTests
{
    // tests/kill-and-resume does the same fifty times.
    [SignalTheory, Trait("Source", "Property")]
    [InlineData("KILL", 300)]
    [InlineData("KILL", 900)]
    [InlineData("INT", 600)]
    public async Task Resume_RunStoppedSomewhere_GivesTheBytesOfARunInOnePiece(string signal, int milliseconds)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("two-looks.yaml", TwoLookScenario.Yaml);
        string[] run = ["run", file, "--replicates", "6000", "--with-null", "--out"];
        await CommandLine.RunAsync([.. run, folder.PathOf("whole")]);
        using (Program program = Program.Start([.. run, folder.PathOf("again")]))
        {
            while (!Directory.Exists(folder.PathOf("again.trialsim-partial")))
            {
                await Task.Delay(20);
            }

            await Task.Delay(milliseconds);
            program.Send(signal);
            await program.ExitCodeAsync();
        }

        CommandLine resumed = await CommandLine.RunAsync([.. run, folder.PathOf("again"), "--resume", "--threads", "3"]);

        Assert.Equal(0, resumed.ExitCode);
        Folders.AreTheSame(folder.PathOf("whole"), folder.PathOf("again"));
        Assert.Equal(["again", "two-looks.yaml", "whole"], folder.Listing().Where(name => !name.EndsWith("-lock", StringComparison.Ordinal)));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Resume_LongerThanARunThatKeptItsLog_GivesTheBytesOfTheLongRun()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "300", "--out", folder.PathOf("long"));
        await CommandLine.RunAsync("run", file, "-n", "200", "--keep-log", "--out", folder.PathOf("out"));
        Assert.True(File.Exists(folder.PathOf("out/replicates.log")));

        CommandLine resumed = await CommandLine.RunAsync("run", file, "-n", "300", "--resume", "--out", folder.PathOf("out"));

        Assert.Equal(0, resumed.ExitCode);
        Assert.StartsWith("200 of 300 replicates are there.\n", resumed.Error, StringComparison.Ordinal);
        Folders.AreTheSame(folder.PathOf("long"), folder.PathOf("out"));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Resume_ShorterThanTheLog_GivesTheBytesOfTheShortRun()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "77", "--with-null", "--out", folder.PathOf("short"));
        await CommandLine.RunAsync("run", file, "-n", "200", "--with-null", "--keep-log", "--out", folder.PathOf("out"));

        await CommandLine.RunAsync("run", file, "-n", "77", "--with-null", "--resume", "--out", folder.PathOf("out"));

        Folders.AreTheSame(folder.PathOf("short"), folder.PathOf("out"));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("  design.patients: 20 there, 30 here", "--set", "design.patients=30")]
    [InlineData("  run.seed: 7 there, 8 here", "--seed", "8")]
    [InlineData("  --ignore-stopping: not given there, given here", "--ignore-stopping")]
    [InlineData("  --with-null: not given there, given here", "--with-null")]
    [InlineData("  truth.effects[1].hazard_ratio: 1.5 there, 1.25 here", "--set", "truth.effects.1.hazard_ratio=1.25")]
    public async Task Resume_AnotherRun_IsRefusedWithTheKeyAndBothValues(string difference, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "20", "--keep-log", "--out", folder.PathOf("out"));

        CommandLine resumed = await CommandLine.RunAsync(["run", file, "-n", "40", "--resume", "--out", folder.PathOf("out"), .. options]);

        Assert.Equal((2, ""), (resumed.ExitCode, resumed.Out));
        Assert.Equal(
            $"--resume: the replicates that are kept for these results are of another run.\n{difference}\nRun it as it was, or without --resume to start from the beginning, or name another folder with --out.\n",
            resumed.Error);
        Assert.Equal("20", File.ReadLines(folder.PathOf("out/replicates.csv")).Last().Split(',')[0]);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Resume_NothingThere_SaysSoAndBegins()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("small.yaml", SmallScenario.Yaml), "-n", "20", "--resume", "--out", folder.PathOf("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("There is nothing to resume: no replicates are kept for these results. The run starts from the beginning.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Run_OverAnUnfinishedOne_SaysThatResumeWouldGoOnAndBegins()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "20", "--keep-log", "--out", folder.PathOf("kept"));
        Directory.CreateDirectory(folder.PathOf("out.trialsim-partial"));
        File.Move(folder.PathOf("kept/replicates.log"), folder.PathOf("out.trialsim-partial/replicates.log"));

        CommandLine run = await CommandLine.RunAsync("run", file, "-n", "30", "--out", folder.PathOf("out"));

        Assert.StartsWith("Replicates of an earlier run are kept for these results; --resume would go on with them. This run starts from the beginning.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("30", File.ReadLines(folder.PathOf("out/replicates.csv")).Last().Split(',')[0]);
        Assert.Equal(["kept", "out", "small.yaml"], folder.Listing());
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Resume_DamagedLog_IsRefusedAndKept()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "20", "--keep-log", "--out", folder.PathOf("out"));
        byte[] log = File.ReadAllBytes(folder.PathOf("out/replicates.log"));
        log[^1000] ^= 1;
        File.WriteAllBytes(folder.PathOf("out/replicates.log"), log);

        CommandLine resumed = await CommandLine.RunAsync("run", file, "-n", "40", "--resume", "--out", folder.PathOf("out"));

        Assert.Equal((2, ""), (resumed.ExitCode, resumed.Out));
        Assert.Contains("is damaged at byte", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(log, File.ReadAllBytes(folder.PathOf("out/replicates.log")));
    }
}
