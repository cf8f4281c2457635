using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Tree to YAML text. The same tree gives the same text everywhere.</summary>
internal static partial class YamlWriter
{
    private const int LineLength = 120;

    /// <summary>Blocks down to this depth; below it whatever fits in a line is written in one.</summary>
    private const int BlockDepth = 2;

    // A person writes a text that has one of these without quotation marks, where it stands in a line of its own.
    private static readonly SearchValues<char> MeantInFlow = SearchValues.Create(",[]{}\n");

    /// <summary>The text, ending with a line break.</summary>
    public static string Write(MappingNode root)
    {
        StringBuilder text = new();
        WriteEntries(root, indent: 0, depth: 0, text);
        return text.ToString();
    }

    /// <summary>A value in one line, as it can be written in brackets or on a command line.</summary>
    public static string Line(YamlNode value) => Flow(value);

    private static void WriteEntries(MappingNode mapping, int indent, int depth, StringBuilder text)
    {
        foreach (MappingEntry entry in mapping.Entries)
        {
            text.Append(' ', indent).Append(Key(entry.Key)).Append(':');
            WriteValue(entry.Value, indent + 2, depth + 1, indent + entry.Key.Length + 2, text);
        }
    }

    private static void WriteValue(YamlNode value, int indent, int depth, int used, StringBuilder text)
    {
        if (value is ScalarNode { Style: not ScalarStyle.Plain } lines && LiteralText().IsMatch(lines.Text))
        {
            WriteLiteral(lines.Text, indent, text);
            return;
        }

        string flow = Flow(value);
        bool isBlock = value is MappingNode { Entries.Length: > 0 } or SequenceNode { Items.Length: > 0 }
            && (flow.Length + used > LineLength || (value is MappingNode && depth < BlockDepth));
        if (!isBlock)
        {
            text.Append(' ').Append(flow).Append('\n');
            return;
        }

        text.Append('\n');
        if (value is MappingNode mapping)
        {
            WriteEntries(mapping, indent, depth, text);
            return;
        }

        foreach (YamlNode item in ((SequenceNode)value).Items)
        {
            text.Append(' ', indent).Append('-');
            WriteItem(item, indent + 2, depth + 1, text);
        }
    }

    private static void WriteLiteral(string value, int indent, StringBuilder text)
    {
        // Without the minus a literal ends with one line break.
        text.Append(value.EndsWith('\n') ? " |\n" : " |-\n");
        foreach (string line in value.TrimEnd('\n').Split('\n'))
        {
            text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
        }
    }

    private static void WriteItem(YamlNode item, int indent, int depth, StringBuilder text)
    {
        string flow = Flow(item);
        if (item is MappingNode mapping && flow.Length + indent > LineLength)
        {
            // The first key stands on the line of the dash.
            StringBuilder block = new();
            WriteEntries(mapping, indent, depth, block);
            text.Append(' ').Append(block.ToString().AsSpan(indent));
        }
        else
        {
            text.Append(' ').Append(flow).Append('\n');
        }
    }

    private static string Flow(YamlNode node) => node switch
    {
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{Key(entry.Key)}: {Flow(entry.Value)}"))}}}",
        SequenceNode sequence => $"[{string.Join(", ", sequence.Items.Select(Flow))}]",
        ScalarNode { Style: ScalarStyle.Plain } plain when !plain.Text.AsSpan().ContainsAny(MeantInFlow) && !plain.Text.Any(IsUnseen) => plain.Text,
        ScalarNode quoted => Text(quoted.Text),
        _ => throw new InvalidOperationException("Refused input cannot be written."),
    };

    private static string Key(string key) => PlainKey().IsMatch(key) ? key : Quote(key);

    // A text goes without quotation marks where no reader of YAML could take it for anything else.
    private static string Text(string text) => PlainText().IsMatch(text) && !Word().IsMatch(text) ? text : Quote(text);

    // What a terminal or an editor obeys, or shows as nothing, and what some readers take for the end of a line.
    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when IsUnseen(c) => quoted.Append($"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainKey();

    // Several lines that a literal block gives back as they are: printable, the first not indented, none of blanks alone, at most one line break at the end.
    [GeneratedRegex(@"^[^\s\p{C}\u2028\u2029][^\p{C}\u2028\u2029]*(\n+ *[^\s\p{C}\u2028\u2029][^\p{C}\u2028\u2029]*)+\n?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LiteralText();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainText();

    [GeneratedRegex(@"^(true|false|yes|no|on|off|y|n|null)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
