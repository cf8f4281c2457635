using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Files that are named on the command line and are pipes.</summary>
public sealed class PipeTests
{
    private const string Data = "time,event\n3,1\n5,0\n7,1\n";

    [PipeFact, Trait("Source", "Regression")]
    public async Task Chart_APipeThatNobodyWritesTo_SaysThatItWaits()
    {
        CommandLine chart = await FromPipe(SmallScenario.Yaml, pipe => ["chart", pipe, "--list"]);

        Assert.Contains("design", chart.Out, StringComparison.Ordinal);
    }

    [PipeFact, Trait("Source", "Regression")]
    public async Task Analyze_APipeThatNobodyWritesTo_SaysThatItWaits()
    {
        CommandLine analyze = await FromPipe(Data, pipe => ["analyze", pipe, "--time", "time", "--event", "event"]);

        Assert.Contains("all patients", analyze.Out, StringComparison.Ordinal);
    }

    // The digest of what had come through the pipe would be taken of it, which is waited for again.
    [PipeFact, Trait("Source", "Regression")]
    public async Task Analyze_APipeIntoAFolder_IsRefused()
    {
        using TemporaryFolder folder = new();
        string pipe = folder.PathOf("pipe");
        PipeFactAttribute.Make(pipe);

        CommandLine analyze = await CommandLine.RunAsync("analyze", pipe, "--time", "time", "--event", "event", "--out", folder.PathOf("out"));
        CommandLine fit = await CommandLine.RunAsync("fit", pipe, "--time", "time", "--event", "event", "--out", folder.PathOf("out"));

        string message = $"{pipe}: is empty, or a pipe or a device, which can be read only once; the digest of the data stands in the results. Save the data as a file, or leave out --out.\n";
        Assert.Equal((2, "", message), (analyze.ExitCode, analyze.Out, analyze.Error));
        Assert.Equal((2, "", message), (fit.ExitCode, fit.Out, fit.Error));
        Assert.Equal(["pipe"], folder.Listing());
    }

    private static async Task<CommandLine> FromPipe(string content, Func<string, string[]> args)
    {
        using TemporaryFolder folder = new();
        string pipe = folder.PathOf("pipe");
        PipeFactAttribute.Make(pipe);
        Task<CommandLine> command = Task.Run(() => CommandLine.RunAsync(args(pipe)));
        await Task.Delay(TimeSpan.FromSeconds(3.5));
        await File.WriteAllTextAsync(pipe, content);
        CommandLine result = await command;

        Assert.Equal((0, $"{pipe}: is a pipe or a device, and is waited for until somebody has written to it and closed it.\n"), (result.ExitCode, result.Error));
        return result;
    }
}
