using TrialSim.Results.Validation;
using TrialSim.Scenarios.ValidationCases;

namespace TrialSim.Cli.Validation;

/// <summary>Finds rows by what stands in their columns.</summary>
internal static class RowLookup
{
    /// <summary>The rows that hold these texts; none in a table that lacks one of the columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="where">Columns and what must stand in them.</param>
    /// <param name="columns">Columns that the table must have too.</param>
    public static IEnumerable<IReadOnlyList<string>> Rows(CellTable table, CellTexts where, IEnumerable<string> columns) =>
        where.Entries.Select(entry => entry.Key).Concat(columns).All(column => ColumnOf(table, column) >= 0)
            ? table.Rows.Where(row => where.Entries.All(entry => row[ColumnOf(table, entry.Key)] == entry.Value))
            : [];

    /// <summary>The place of a column; below 0 where there is none.</summary>
    public static int ColumnOf(CellTable table, string column)
    {
        for (int index = 0; index < table.Columns.Count; index++)
        {
            if (table.Columns[index] == column)
            {
                return index;
            }
        }

        return -1;
    }
}
