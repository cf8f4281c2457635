using System.Text.RegularExpressions;
using TrialSim.Results.Validation;

namespace TrialSim.Cli.Validation;

/// <summary>The tables that a command printed, read again: each begins with headings over a rule, and a column begins where its heading does.</summary>
internal static partial class PrintedTables
{
    private const string Margin = "  ";

    /// <summary>All tables of a text, from top to bottom.</summary>
    public static IReadOnlyList<CellTable> Of(string text)
    {
        string[] lines = text.Split('\n');
        List<CellTable> tables = [];
        for (int line = 1; line < lines.Length; line++)
        {
            if (lines[line].Trim() is { Length: > 0 } rule && rule.All(letter => letter == '─'))
            {
                tables.Add(TableOf(lines[line - 1], lines.Skip(line + 1).TakeWhile(row => row.StartsWith(Margin, StringComparison.Ordinal))));
            }
        }

        return tables;
    }

    private static CellTable TableOf(string headings, IEnumerable<string> rows)
    {
        Match[] columns = [.. Heading().Matches(headings).AsEnumerable()];
        return new CellTable([.. columns.Select(column => column.Value)], [.. rows.Select(row => (IReadOnlyList<string>)[.. columns.Select((column, index) => CellOf(row, column.Index, index + 1 < columns.Length ? columns[index + 1].Index : row.Length))])]);
    }

    private static string CellOf(string row, int begin, int end) => begin >= row.Length ? "" : row[begin..Math.Min(end, row.Length)].Trim();

    [GeneratedRegex(@"\S+( \S+)*")]
    private static partial Regex Heading();
}
