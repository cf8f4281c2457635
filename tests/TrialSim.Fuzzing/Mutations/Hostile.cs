using System.Text;

namespace TrialSim.Fuzzing.Mutations;

/// <summary>What people and programs write where something else belongs.</summary>
internal static class Hostile
{
    private const int LongText = 5_000;

    /// <summary>Numbers that are none, too large, too small, or written in another way.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "0", "-0", "-1", "1", "2", "3", "0.5", "1.5", "1e308", "1e-308", "5e-324", "1e999", "-1e999", "1e18", "1e9", "1000000", "999999999999", "99999999999999999999", "2147483647", "2147483648",
        "-2147483649", "9223372036854775808", "18446744073709551616", "0.1e", "1e", "+5", "007", "0x10", "0b1", "0o17", "1_000", "1,000", "1.000,5", "0,5", "1/2", "50%", ".5", "5.", "NaN", "nan", ".nan", "inf",
        ".inf", "-.inf", "Infinity", "∞", "１２", "٣", "1.0000000000000002", "0.30000000000000004", "1e-17", "0.9999999999999999", "1.0000001", "-0.0000001",
    ];

    /// <summary>Durations that are none, have a wrong unit, or are absurd.</summary>
    public static IReadOnlyList<string> Durations { get; } =
    [
        "0d", "0mo", "1d", "1h", "12m", "5", "-3mo", "1e9mo", "1000000000mo", "1000y", "200y", "199y", "1e-300d", "0.001h", "1e999y", "6 weeks", "P6W", "P1Y", "P", "PT", "6w ± 8w", "6w ± 6w", "6w ± 1d", "6w -1w/+9w",
        "6w +/- -1w", "0d..0d", "5d..3d", "0d..200y", "1d..", "..5d", "3d…7d", "1 mo", "1mo1d", "d", "mo", "１mo", "1mо", "1µs", "24h", "1.5.5mo", "NaNmo", "infy", "0.5/mo",
    ];

    /// <summary>Texts that mean something to a shell, a browser, a spreadsheet, a terminal or a file system.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "~", "null", "none", "true", "no", "on", "always", "never", "<script>alert(1)</script>", "</script>", "]]>", "<!--", "&amp;", "'", "\"", "`", "\\", "${x}", "{{x}}", "$(id)", "%s%n", "%00", "a,b", "a;b", "a\tb", "a\nb",
        "a\r\nb", "=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "../../../etc/passwd", "..", ".", "/", "C:\\Users\\x", "\\\\host\\share", "CON", "nul.yaml", "a/b", "-rf", "--help", "\0", "\u0001", "\u001b[31mred\u001b[0m", "\u0007",
        "\u202Etxt.exe", "\u200B", "\uFEFF", "\u2028", "\uFFFD", "é", "é", "ａrm", "аrm", "臨床試驗", "😀", "🏳️‍🌈", "constructor", "__proto__", "toString", "[object Object]", "undefined", "*", "?", "#", "!", "|", ">", "-", "- a", "a: b", ": ", "[", "]", "{", "}", "{a: 1}",
        "[1, 2]", "&a", "*a", "!!python/object:os.system", "!!binary aGk=", "<<", "---", "...", "%YAML 1.2", "? x", "@x", "death", "progression", "randomisation", "control", "each death", "end of treatment", "first death",
    ];

    /// <summary>A text of any of these kinds, or a very long one.</summary>
    public static string Text(Chance chance) => chance.Below(20) switch
    {
        < 7 => chance.Pick(Numbers),
        < 12 => chance.Pick(Durations),
        < 19 => chance.Pick(Texts),
        _ => Long(chance),
    };

    /// <summary>A very long text.</summary>
    public static string Long(Chance chance) => chance.Below(4) switch
    {
        0 => new string('9', LongText),
        1 => new string('a', LongText),
        2 => new StringBuilder().Insert(0, chance.Pick(Texts), LongText / 10).ToString(),
        _ => new string('[', LongText),
    };
}
