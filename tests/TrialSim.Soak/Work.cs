using System.Globalization;
using TrialSim.Cli;
using TrialSim.Cli.Terminal;

namespace TrialSim.Soak;

/// <summary>Command lines, one after the other as a user would give them, and others that are refused.</summary>
/// <param name="scenario">The scenario's file.</param>
/// <param name="folder">Where results go.</param>
internal sealed class Work(string scenario, string folder)
{
    private int _next;

    /// <summary>Runs the next command line in this process.</summary>
    /// <exception cref="InvalidOperationException">It ended in another way than it should.</exception>
    public async Task RunNextAsync()
    {
        (int expected, string[] args) = LineOf(_next++);
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await TrialSimCommandLine.InvokeAsync(args, new TerminalStreams(output, error, TerminalStreams.RedirectedWidth, ProgressStyle.Lines));
        if (exitCode != expected)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"'trialsim {string.Join(' ', args)}' ended with {exitCode} instead of {expected}.\n{output}\n{error}"));
        }
    }

    // Of ten lines seven are runs.
    private (int ExitCode, string[] Args) LineOf(int number)
    {
        string results = Path.Combine(folder, "results");
        return (number % 10) switch
        {
            0 => (ExitCode.Done, ["sweep", scenario, "-n", "20", "--out", Path.Combine(folder, "sweep")]),
            1 => (ExitCode.Done, ["run", scenario, "-n", "40", "--with-null", "--keep-log", "--out", results]),
            2 => (ExitCode.Done, ["run", scenario, "-n", "60", "--with-null", "--resume", "--out", results]),
            3 => (ExitCode.UserInput, ["check", scenario, "--set", "design.patients=many"]),
            4 => (ExitCode.Done, ["run", scenario, "-n", "30", "--shard", "1/2", "--out", Path.Combine(folder, "parts")]),
            5 => (ExitCode.Done, ["run", scenario, "-n", "30", "--shard", "2/2", "--out", Path.Combine(folder, "parts")]),
            6 => (ExitCode.Done, ["merge", Path.Combine(folder, "parts")]),
            7 => (ExitCode.Done, ["export", scenario, "--replicate", Text(1 + number), "--adam", Path.Combine(folder, "adam")]),
            8 => (ExitCode.Done, ["analyze", Path.Combine(folder, "adam", "adtte.csv"), "--adam", "OS"]),
            _ => (ExitCode.Done, ["run", scenario, "-n", "40", "--seed", Text(number), "--out", results]),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
