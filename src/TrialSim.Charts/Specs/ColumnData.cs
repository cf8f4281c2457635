using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Results.Tables;

namespace TrialSim.Charts.Specs;

/// <summary>Rows of a result file as the data of a specification: the fields are the file's columns, so that what is drawn is what stands there.</summary>
internal static class ColumnData
{
    /// <summary>One row; an empty cell of a number is null.</summary>
    public static JsonObject Of<TRow>(ImmutableArray<Column<TRow>> columns, TRow row)
    {
        JsonObject datum = [];
        foreach (Column<TRow> column in columns)
        {
            datum[column.Name] = ValueOf(column.Type, column.Cell(row).ToString());
        }

        return datum;
    }

    /// <summary>Rows in their order.</summary>
    public static JsonArray Of<TRow>(ImmutableArray<Column<TRow>> columns, IEnumerable<TRow> rows) => [.. rows.Select(row => Of(columns, row))];

    private static JsonValue? ValueOf(ColumnType type, string cell) => type switch
    {
        ColumnType.Text => JsonValue.Create(cell),
        _ when cell.Length == 0 => null,
        ColumnType.WholeNumber => JsonValue.Create(long.Parse(cell, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(double.Parse(cell, CultureInfo.InvariantCulture)),
    };
}
