using System.Text.RegularExpressions;

namespace TrialSim.Charts.Reports;

/// <summary>Text as a person wrote it in a scenario.</summary>
internal static partial class Prose
{
    /// <summary>The paragraphs between blank lines; a line break inside one was only the end of a line.</summary>
    public static IReadOnlyList<string> ParagraphsOf(string text) =>
    [
        .. BlankLine().Split(text.ReplaceLineEndings("\n")).Select(paragraph => paragraph.Trim().Replace('\n', ' ')).Where(paragraph => paragraph.Length > 0),
    ];

    /// <summary>The same as HTML: the first paragraph leads, the others tell the story.</summary>
    public static string HtmlOf(string text) =>
        string.Concat(ParagraphsOf(text).Select((paragraph, index) => $"<p class=\"{(index == 0 ? "lead" : "story")}\">{Html.EscapeWithCode(paragraph)}</p>\n"));

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLine();
}
