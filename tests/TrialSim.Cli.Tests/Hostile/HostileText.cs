using System.Text.RegularExpressions;

namespace TrialSim.Cli.Tests.Hostile;

/// <summary>A text that does something wherever it is taken for more than a text: HTML, a script, an attribute, a template, an expression, a formula of a spreadsheet, a command of a terminal.</summary>
internal static partial class HostileText
{
    /// <summary>What it is, as a double-quoted scalar of YAML.</summary>
    public const string Yaml = """
        "=cmd|' /C calc'!A0 <hostile onload=x></script><script>hostile()</script> ]]> --> \" hostile-attribute=\" ' & &lt; ${hostile} {{hostile}} ` datum.hostile [hostile](javascript:x) \u202Eelitsoh \u2066 \e[31mhostile\e]0;hostile\a \b \u0085"
        """;

    /// <summary>What of it a cell of a table may hold, as a double-quoted scalar of YAML.</summary>
    public const string Cell = """
        "<hostile onload=x></script><script>hostile()</script> ]]> --> \" hostile-attribute=\" ' & &lt; ${hostile} {{hostile}} ` datum.hostile [hostile](javascript:x)"
        """;

    /// <summary>What of it lives on in a page or a picture: empty where all of it is text.</summary>
    public static IEnumerable<string> LivingInMarkup(string page) => Markup().Matches(page).Select(match => match.Value);

    /// <summary>What a page would fetch from elsewhere as it is opened: elements and styles that name another address. What scripts may fetch, the page's policy forbids.</summary>
    public static IEnumerable<string> AsksForSomething(string page) => Request().Matches(ScriptBody().Replace(page, "$1")).Select(match => match.Value);

    /// <summary>What of it a terminal would obey.</summary>
    public static IEnumerable<string> ObeyedByTerminal(string text) => TerminalCommand().Matches(text).Select(match => $"U+{(int)match.Value[0]:X4}");

    /// <summary>Lines with a cell that a spreadsheet would take for a formula.</summary>
    public static IEnumerable<string> FormulaCells(string table) => table.Split('\n').Where(line => FormulaCell().IsMatch(line));

    [GeneratedRegex("""<hostile|<script>hostile|(?<!\\)" hostile-attribute|</script><script>h""")]
    private static partial Regex Markup();

    [GeneratedRegex("(<script[^>]*>).*?</script>", RegexOptions.Singleline)]
    private static partial Regex ScriptBody();

    [GeneratedRegex("""<(link|iframe|object|embed|base|img|form)\b[^>]*>|<script[^>]+src=[^>]*>|@import\b|url\(\s*['"]?(https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"[\p{Cc}\u202A-\u202E\u2066-\u2069-[\n\r]]")]
    private static partial Regex TerminalCommand();

    [GeneratedRegex("""(^|,)"?[=@]""")]
    private static partial Regex FormulaCell();
}
