using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Runs the commands of one case, in this process, by the command line that users have, and checks what they wrote.</summary>
/// <param name="set">The case's set.</param>
/// <param name="one">The case.</param>
internal sealed class CaseRun(CaseSet set, ValidationCase one)
{
    // What the system says of a full disk (ENOSPC, ERROR_DISK_FULL).
    private static readonly string NoRoom = Marshal.GetPInvokeErrorMessage(OperatingSystem.IsWindows() ? 112 : 28);

    private int _checks;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task<ValidatedCase> RunAsync()
    {
        long began = Stopwatch.GetTimestamp();
        List<ValidatedStep> steps = [];
        if (!one.Steps.IsEmpty)
        {
            using WorkingFolder folder = new(set.Files, one.Inputs);
            foreach (ValidationStep step in one.Steps)
            {
                steps.Add(await RunAsync(step));
            }
        }

        return new ValidatedCase(one.Id, one.Title, one.Source, Stopwatch.GetElapsedTime(began).TotalSeconds, steps, one.NotReached);
    }

    private async Task<ValidatedStep> RunAsync(ValidationStep step)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        string[] words = [.. CommandLineParser.SplitCommandLine(step.Command)];
        int exitCode = await TrialSimCommandLine.InvokeAsync(words, new TerminalStreams(output, error, TerminalStreams.RedirectedWidth, ProgressStyle.Lines));
        if (exitCode == ExitCode.Cancelled)
        {
            throw new OperationCanceledException();
        }

        if (exitCode != step.ExitCode && error.ToString().Contains(NoRoom, StringComparison.Ordinal))
        {
            throw new UserInputException($"{one.Id}: a full disk is no verdict on the program, and nothing is filed. Its command said \"{FirstLineOf(error)}\". Make room, or set TMPDIR to a folder with room.");
        }

        List<ValidatedCheck> checks = [];
        if (exitCode != step.ExitCode || step.ExitCode != ExitCode.Done || step.Checks.IsEmpty)
        {
            checks.Add(Numbered(EndOf(step, exitCode, FirstLineOf(error))));
        }

        CheckRun run = new(set.MonteCarloErrors, output.ToString());
        checks.AddRange(step.Checks.SelectMany(run.Of).Select(Numbered));
        return new ValidatedStep($"trialsim {step.Command.Trim()}", checks);
    }

    private static ValidatedCheck EndOf(ValidationStep step, int exitCode, string first)
    {
        string number = exitCode.ToString(CultureInfo.InvariantCulture);
        return new ValidatedCheck(
            "", "Exit code", step.ExitCode.ToString(CultureInfo.InvariantCulture), Judgement.Letters, "",
            exitCode == step.ExitCode || first.Length == 0 ? number : $"{number}: {first}", "", exitCode == step.ExitCode ? CheckVerdict.Passed : CheckVerdict.Failed);
    }

    private static string FirstLineOf(StringWriter error) => error.ToString().Split('\n').FirstOrDefault(line => line.Length > 0, "");

    private ValidatedCheck Numbered(ValidatedCheck check) => check with { Number = string.Create(CultureInfo.InvariantCulture, $"{one.Id}.{++_checks}") };
}
