using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Tests.Running;

/// <summary>What one command line gave.</summary>
internal sealed record CommandLine(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command line in this process, with both streams redirected.</summary>
    public static Task<CommandLine> RunAsync(params string[] args) => RunAsync(TerminalStreams.RedirectedWidth, args);

    /// <summary>Runs a command line in this process, with standard output a number of columns wide.</summary>
    public static async Task<CommandLine> RunAsync(int width, string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = await TrialSimCommandLine.InvokeAsync(args, new TerminalStreams(output, error, width, ProgressStyle.Lines));
        return new CommandLine(exitCode, output.ToString(), error.ToString());
    }
}
