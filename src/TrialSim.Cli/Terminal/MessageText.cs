using TrialSim.Scenarios.Problems;

namespace TrialSim.Cli.Terminal;

/// <summary>Messages that repeat what somebody has written: file names, options, cells of a table.</summary>
internal static class MessageText
{
    private const int LongestLine = 2_000;
    private const int KeptEnd = 400;

    /// <summary>A message that does nothing to the terminal it is printed on, and does not fill it: what was written is shown without controls, and the middle of a very long line is left out.</summary>
    public static string Printable(string message) => string.Join(Environment.NewLine, message.ReplaceLineEndings("\n").Split('\n').Select(Line));

    private static string Line(string line)
    {
        string printable = Advice.Printable(line.Replace('\t', ' '));
        return printable.Length <= LongestLine ? printable : $"{printable[..(LongestLine - KeptEnd)]} … {printable[^KeptEnd..]}";
    }
}
