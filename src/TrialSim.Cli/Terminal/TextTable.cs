namespace TrialSim.Cli.Terminal;

/// <summary>
/// A table in plain text: names to the left, figures beneath each other at their <c>±</c>, no spaces at the ends of lines. Where the columns are too
/// narrow for it, each row becomes a paragraph.
/// </summary>
/// <param name="names">Headers of the columns that hold names, at least one.</param>
/// <param name="figures">Headers of the columns that hold figures.</param>
/// <param name="remarks">Headers of columns to the right of them that hold words, to the left again; none where left out.</param>
internal sealed class TextTable(IReadOnlyList<string> names, IReadOnlyList<string> figures, params IReadOnlyList<string> remarks)
{
    private const string Margin = "  ";
    private const string ErrorSign = " ±";

    private readonly List<string[]> _rows = [];

    /// <summary>Whether anything has been added.</summary>
    public bool HasRows => _rows.Count > 0;

    /// <summary>Adds a row, a cell for each column.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table; nothing where it has no rows.</summary>
    public void Write(TextWriter text, int width)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        List<string> lines = Columns();
        foreach (string line in lines.Max(line => line.Length) <= width ? lines : Paragraphs(width))
        {
            text.WriteLine(line);
        }
    }

    private List<string> Columns()
    {
        string[][] rows = [[.. names, .. figures, .. remarks], .. _rows.Select(row => (string[])[.. row])];
        for (int column = names.Count; column < names.Count + figures.Count; column++)
        {
            Align(rows.AsSpan(1), column);
        }

        int[] widths = [.. Enumerable.Range(0, names.Count + figures.Count + remarks.Count).Select(column => rows.Max(row => row[column].Length))];
        List<string> lines = [.. rows.Select(row => (Margin + string.Join(Margin, row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd())];
        lines.Insert(1, Margin + new string('─', widths.Sum() + (Margin.Length * (widths.Length - 1))));
        return lines;
    }

    private static void Align(Span<string[]> rows, int column)
    {
        int before = 0;
        foreach (string[] row in rows)
        {
            before = Math.Max(before, BeforeError(row[column]));
        }

        foreach (string[] row in rows)
        {
            row[column] = new string(' ', before - BeforeError(row[column])) + row[column];
        }
    }

    private static int BeforeError(string cell)
    {
        int place = cell.IndexOf(ErrorSign, StringComparison.Ordinal);
        return place < 0 ? cell.Length : place;
    }

    private IEnumerable<string> Paragraphs(int width)
    {
        string[] headers = [.. figures, .. remarks];
        foreach (string[] row in _rows)
        {
            foreach (string line in WordWrap.Lines(string.Join(", ", row.Take(names.Count).Where(cell => cell.Length > 0)), width, ""))
            {
                yield return line;
            }

            for (int figure = 0; figure < headers.Length; figure++)
            {
                if (row[names.Count + figure].Length > 0)
                {
                    foreach (string line in WordWrap.Lines($"{headers[figure]}: {row[names.Count + figure]}", width, Margin))
                    {
                        yield return line;
                    }
                }
            }
        }
    }
}
