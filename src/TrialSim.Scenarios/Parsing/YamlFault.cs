using TrialSim.Scenarios.Problems;
using YamlDotNet.Core;

namespace TrialSim.Scenarios.Parsing;

/// <summary>What the YAML parser stumbled over, told to the author of the file.</summary>
internal static class YamlFault
{
    /// <summary>The place: the first tab that indents a line where tabs are the fault, otherwise where the parser stopped.</summary>
    public static TextMark MarkOf(YamlException fault, string text) =>
        TabLine(text) is int line and > 0 && IsAboutTabs(fault)
            ? new TextMark(line, 1)
            : new TextMark(Math.Max(1, (int)fault.Start.Line), Math.Max(1, (int)fault.Start.Column));

    /// <summary>What is wrong and what to write.</summary>
    public static string MessageOf(YamlException fault, string text) =>
        TabLine(text) > 0 && IsAboutTabs(fault)
            ? "A tab indents this line. YAML is indented with spaces: write spaces."
            : $"This is not YAML: {Sentence(fault.Message)} Check the indentation, the colons and the quotation marks here and just above.";

    private static bool IsAboutTabs(YamlException fault) => fault.Message.Contains("tab", StringComparison.Ordinal);

    private static string Sentence(string message)
    {
        string trimmed = message.TrimEnd('.', ' ');
        return trimmed.Length == 0 ? "it cannot be read." : $"{char.ToLowerInvariant(trimmed[0])}{trimmed[1..]}.";
    }

    // The number of the first line whose indentation holds a tab; 0 for none.
    private static int TabLine(string text)
    {
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line[..^line.TrimStart().Length].Contains('\t') && !line.IsWhiteSpace())
            {
                return number;
            }
        }

        return 0;
    }
}
