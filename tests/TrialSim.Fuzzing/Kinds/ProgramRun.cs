using System.Text.RegularExpressions;
using TrialSim.Cli;
using TrialSim.Cli.Terminal;

namespace TrialSim.Fuzzing.Kinds;

/// <summary>What one command line gave.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed partial record ProgramRun(int Code, string Out, string Error)
{
    private const int LongestMessage = 20_000;

    /// <summary>How the fault begins where figures are none.</summary>
    public const string NoNumberFound = "Standard output holds";

    /// <summary>Runs a command line in this process.</summary>
    public static ProgramRun Of(params IReadOnlyList<string> args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int code = TrialSimCommandLine.InvokeAsync([.. args], new TerminalStreams(output, error, TerminalStreams.RedirectedWidth, ProgressStyle.Lines)).GetAwaiter().GetResult();
        return new ProgramRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Whether it ended as the program may: done, or refused with a message.</summary>
    public Verdict Judge() => Code switch
    {
        ExitCode.Done or ExitCode.TargetMissed => NoNumber().Match(Out) is { Success: true } found ? Verdict.Of($"{NoNumberFound} {found.Value}.") : Verdict.Accepted,
        ExitCode.UserInput => JudgeRefusal(),
        _ => Verdict.Of($"Exit code {Code}: {Error}"),
    };

    /// <summary>Whether a text holds what a terminal obeys.</summary>
    public static bool DoesSomethingToTheTerminal(string text) => text.Any(IsOfTheTerminal);

    private Verdict JudgeRefusal() =>
        Error.Trim().Length < 10 ? Verdict.Of($"Refused without a message: '{Error}'.")
        : Error.Length > LongestMessage ? Verdict.Of($"Refused with {Error.Length} characters: {Error[..200]}")
        : DoesSomethingToTheTerminal(Error) ? Verdict.Of($"The message holds control characters: {Escaped(Error)}")
        : Verdict.Refused;

    // What makes a terminal do something, or text run backwards.
    private static bool IsOfTheTerminal(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Escaped(string text) => string.Concat(text.Select(c => IsOfTheTerminal(c) ? $"\\u{(int)c:X4}" : c.ToString()));

    [GeneratedRegex(@"(?<![\w'’.-])(NaN|Infinity)(?![\w'’.])")]
    private static partial Regex NoNumber();
}
