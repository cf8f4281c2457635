using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace TrialSim.Charts.Reports;

/// <summary>Text into HTML. Nothing reaches a page but through here.</summary>
internal static partial class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Safe as content and inside a double-quoted attribute.</summary>
    public static string Escape(string text) => Encoder.Encode(text);

    /// <summary>What stands between backticks, as code.</summary>
    public static string EscapeWithCode(string text) => string.Concat(CodeSpan().Split(text).Select((part, index) => index % 2 == 0 ? Escape(part) : $"<code>{Escape(part)}</code>"));

    /// <summary>A cell: its first line, and what follows as a note in smaller type.</summary>
    public static string Cell(string text)
    {
        string[] lines = text.Split('\n');
        string notes = string.Concat(lines.Skip(1).Select(line => $"<br><small>{Escape(line)}</small>"));
        return Escape(lines[0]) + notes;
    }

    /// <summary>
    /// A table whose first column names its rows. Each cell repeats its heading as an attribute, from which the style sheet makes cards on a narrow screen;
    /// the roles keep it a table for a screen reader there.
    /// </summary>
    public static string Table(ChartTable table, string caption, string cssClass)
    {
        IEnumerable<string> headings = table.Columns.Select(column => $"<th scope=\"col\" role=\"columnheader\">{Escape(column)}</th>");
        IEnumerable<string> rows = table.Rows.Select(row => $"<tr role=\"row\">{string.Concat(row.Select((cell, index) => CellOf(cell, table.Columns[index], index)))}</tr>\n");
        return $"""
            <div class="scroll" tabindex="0" role="region" aria-label="{Escape(caption)}">
            <table class="{cssClass}" role="table">
            <caption>{Escape(caption)}</caption>
            <thead role="rowgroup"><tr role="row">{string.Concat(headings)}</tr></thead>
            <tbody role="rowgroup">
            {string.Concat(rows)}</tbody>
            </table>
            </div>

            """;
    }

    /// <summary>A command as it is typed.</summary>
    public static string Command(string text) => $"<pre><code>{Escape(text)}</code></pre>\n";

    /// <summary>What the terms of a table mean.</summary>
    public static string Key(IEnumerable<(string Term, string Meaning)> terms) => $"""
        <dl class="key">
        {string.Concat(terms.Select(pair => $"<div><dt>{Escape(pair.Term)}</dt><dd>{Escape(pair.Meaning)}</dd></div>\n"))}</dl>

        """;

    private static string CellOf(string cell, string heading, int index) => index == 0
        ? $"<th scope=\"row\" role=\"rowheader\">{Cell(cell)}</th>"
        : $"<td role=\"cell\" data-label=\"{Escape(heading)}\"><span>{Cell(cell)}</span></td>";

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();
}
