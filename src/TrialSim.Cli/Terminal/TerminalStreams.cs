using Spectre.Console;

namespace TrialSim.Cli.Terminal;

/// <summary>Where the program writes: results to <paramref name="Out"/>, everything said along the way to <paramref name="Error"/>. Whatever is written to them, the terminal shows it and obeys none of it.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="OutWidth">Columns that a table may take.</param>
/// <param name="Progress">How progress is shown on <paramref name="Error"/>.</param>
public sealed record TerminalStreams(TextWriter Out, TextWriter Error, int OutWidth, ProgressStyle Progress)
{
    /// <summary>Where standard output is no terminal: a file or a pipe gets whole rows, however long.</summary>
    public const int RedirectedWidth = int.MaxValue;

    /// <summary>Standard output, a line a line and nothing a command of the terminal.</summary>
    public TextWriter Out { get; } = new PrintableWriter(Out);

    /// <summary>Standard error, likewise.</summary>
    public TextWriter Error { get; } = new PrintableWriter(Error);

    /// <summary>Standard error as it is, for what draws with commands of the terminal.</summary>
    internal TextWriter Canvas { get; } = Error;

    /// <summary>The streams of this process.</summary>
    public static TerminalStreams OfProcess() => new(
        Console.Out,
        new LastResortWriter(Console.Error),
        Console.IsOutputRedirected ? RedirectedWidth : AnsiConsole.Profile.Width,
        Console.IsErrorRedirected ? ProgressStyle.Lines : ProgressStyle.Bar);
}
