using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Says why there are not the rows that a check expects, in words by which the check can be mended.</summary>
internal static class RowMiss
{
    private const int MostNames = 12;

    /// <summary>What was found instead: no such column, no such row, or several rows and where they differ.</summary>
    /// <param name="tables">Where it was looked.</param>
    /// <param name="where">Columns and what must stand in them.</param>
    /// <param name="columns">Columns that the table must have too.</param>
    public static string TextOf(IReadOnlyList<CellTable> tables, CellTexts where, IReadOnlyList<string> columns)
    {
        string[] wanted = [.. where.Entries.Select(entry => entry.Key).Concat(columns).Distinct()];
        CellTable[] fitting = [.. tables.Where(table => wanted.All(column => RowLookup.ColumnOf(table, column) >= 0))];
        IReadOnlyList<string>[] rows = [.. fitting.SelectMany(table => RowLookup.Rows(table, where, columns))];
        return fitting.Length == 0 ? ColumnsText(tables, wanted)
            : rows.Length == 0 ? NoRowText(fitting, where)
            : FormattableString.Invariant($"{rows.Length} {(rows.Length == 1 ? "row" : "rows")}{string.Concat(fitting.Select(table => DifferencesText(table, where, columns)).Where(text => text.Length > 0).Take(1))}");
    }

    private static string ColumnsText(IReadOnlyList<CellTable> tables, string[] wanted)
    {
        if (tables.Count == 0)
        {
            return "no table was printed";
        }

        string[] there = [.. tables.SelectMany(table => table.Columns).Distinct()];
        return wanted.Except(there).FirstOrDefault() is string missing
            ? $"no column '{missing}'; there are {List(there)}"
            : $"no table with all of the columns {List(wanted)}";
    }

    // The first of the conditions that leaves no row is the one to look at.
    private static string NoRowText(CellTable[] tables, CellTexts where)
    {
        for (int count = 0; count < where.Entries.Length; count++)
        {
            (string column, string text) = where.Entries[count];
            CellTexts before = new(where.Entries[..count]);
            string[] there = [.. tables.SelectMany(table => RowLookup.Rows(table, before, [column]).Select(row => row[RowLookup.ColumnOf(table, column)])).Distinct()];
            if (there.Length > 0 && !there.Contains(text))
            {
                return $"no row with {column} '{text}'{(count > 0 ? $" where {before}" : "")}; {column} is {List(there)}";
            }
        }

        return where.Entries.IsEmpty ? "no row: the table is empty" : "no such row";
    }

    private static string DifferencesText(CellTable table, CellTexts where, IReadOnlyList<string> columns)
    {
        IReadOnlyList<string>[] rows = [.. RowLookup.Rows(table, where, columns)];
        string[] differing =
        [
            .. table.Columns.Except(columns).Select(column => (Column: column, Texts: rows.Select(row => row[RowLookup.ColumnOf(table, column)]).Distinct().ToArray()))
                .Where(one => one.Texts.Length > 1 && one.Texts.Any(text => WrittenFigure.Of(text) is null && text.Length > 0)) // Figures differ anyhow.
                .Select(one => $"{one.Column} ({List(one.Texts)})"),
        ];
        return differing.Length == 0 ? "" : $", which differ in {string.Join(" and in ", differing.Take(3))}";
    }

    private static string List(string[] names) => string.Join(", ", names.Take(MostNames).Select(name => name.Length == 0 ? "empty" : name)) + (names.Length > MostNames ? ", …" : "");
}
