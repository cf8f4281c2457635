using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

public sealed class InterruptionTests
{
    [SignalTheory, Trait("Source", "Property")]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task Run_Stopped_KeepsWhatIsFinished(string signal)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        using Program program = Program.Start("run", file, "-n", "100000000", "--at-any-cost", "--out", folder.PathOf("out"));
        Task<string> output = program.Out.ReadToEndAsync();

        string? progress = await program.Error.ReadLineAsync();
        program.Send(signal);
        string error = await program.Error.ReadToEndAsync();

        Assert.Equal(130, await program.ExitCodeAsync());
        Assert.Matches(@"^[\d,]+ of 100,000,000 replicates, [\d,]+ a second, .+ left$", progress);
        Assert.Matches(@"Stopped after [\d,]+ of 100,000,000 replicates\. They are kept in .+, and .+ Run the same command with --resume to go on\.\n$", error.ReplaceLineEndings("\n"));
        Assert.Contains("Look final", await output, StringComparison.Ordinal);
        Assert.Equal(["out", "small.yaml"], folder.Listing());

        JsonElement manifest = JsonDocument.Parse(File.ReadAllBytes(folder.PathOf("out/manifest.json"))).RootElement;
        long replicates = manifest.GetProperty("replicates").GetInt64();
        Assert.InRange(replicates, 1, 99_999_999);
        Assert.Equal(100_000_000, manifest.GetProperty("replicates_requested").GetInt64());

        string text = File.ReadAllText(folder.PathOf("out/replicates.csv"));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (5 * replicates), lines.LongLength); // Header, two counts, the test, two medians.
        Assert.All(lines, line => Assert.Equal(lines[0].Count(c => c == ','), line.Count(c => c == ',')));
    }

    // A replicate takes seconds, in which nothing heeds the first signal; the second ended in a stack trace.
    [SignalTheory, Trait("Source", "Regression")]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Run_StoppedTwice_EndsAtOnceAndSaysSo(string signal)
    {
        using TemporaryFolder folder = new();
        string slow = SmallScenario.With("patients: 20\n", "patients: 1000000\n");
        using Program program = Program.Start("run", folder.Write("slow.yaml", slow), "-n", "100000", "--threads", "1", "--out", folder.PathOf("out"));
        while (folder.Listing().Length == 1)
        {
            await Task.Delay(50); // Until it has begun to write.
        }

        await Task.Delay(500);
        program.Send(signal);
        await Task.Delay(200);
        program.Send(signal);
        string error = await program.Error.ReadToEndAsync();

        Assert.Equal(130, await program.ExitCodeAsync());
        Assert.EndsWith("Stopped at once. What a run, a sweep or a search has finished is kept; the same command with --resume goes on with it.\n", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal); // A stack trace.
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_StandardOutputClosed_EndsWithoutComplaint()
    {
        using TemporaryFolder folder = new();
        using Program program = Program.Start("run", folder.Write("small.yaml", SmallScenario.Yaml), "--out", folder.PathOf("out"));
        program.Out.Close();

        string error = await program.Error.ReadToEndAsync();

        Assert.Equal(0, await program.ExitCodeAsync());
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal); // A stack trace.
        Assert.Equal(["out", "small.yaml"], folder.Listing());
    }
}
