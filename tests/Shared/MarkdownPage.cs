using System.Text.RegularExpressions;

namespace TrialSim.Tests;

/// <summary>A page of documentation: its blocks of code, headings and links.</summary>
internal sealed partial class MarkdownPage
{
    private readonly string _text;
    private readonly string _prose;

    private MarkdownPage(string text)
    {
        _text = text.ReplaceLineEndings("\n");
        _prose = CodeFence().Replace(_text, "\n");
    }

    /// <summary>The blocks of code in their order.</summary>
    public IEnumerable<MarkdownBlock> Blocks =>
        CodeFence().Matches(_text).Select(block => new MarkdownBlock(block.Groups["language"].Value, block.Groups["lines"].Value, block.Groups["note"].Value));

    /// <summary>Where links of this page and to it may lead: its headings, as GitHub names them.</summary>
    public IReadOnlySet<string> Anchors => Heading().Matches(_prose).Select(heading => AnchorOf(heading.Groups["title"].Value)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The targets of links and pictures, but those on the web.</summary>
    public IEnumerable<string> Links =>
        from match in Link().Matches(InlineCode().Replace(_prose, string.Empty))
        let target = match.Groups["target"].Value
        where !target.StartsWith("http", StringComparison.Ordinal)
        select target;

    /// <summary>The page in a file.</summary>
    public static MarkdownPage Read(string path) => new(File.ReadAllText(path));

    // GitHub: letters in lower case, blanks become hyphens, hyphens and underscores stay, the rest goes.
    private static string AnchorOf(string title) =>
        NotInAnchor().Replace(title.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex("(<!-- (?<note>[^>]*) -->\n\n?)?^```(?<language>[a-z]*)\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeFence();

    [GeneratedRegex("^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}
