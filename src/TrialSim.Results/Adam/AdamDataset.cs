using System.Collections.Immutable;
using TrialSim.Results.Tables;

namespace TrialSim.Results.Adam;

/// <summary>A dataset in the shape of CDISC's ADaM.</summary>
/// <param name="Name">Its name, such as <c>ADTTE</c>.</param>
/// <param name="Label">What it holds.</param>
/// <param name="Structure">What a row is.</param>
/// <param name="Columns">Its variables; the cell of each is its text in a row.</param>
/// <param name="Rows">The rows.</param>
public sealed record AdamDataset(string Name, string Label, string Structure, ImmutableArray<Column<string[]>> Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>The name of its file.</summary>
    public string FileName => $"{Name.ToLowerInvariant()}.csv";

    /// <summary>The dataset of rows of any kind.</summary>
    internal static AdamDataset Of<TRow>(string name, string label, string structure, IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows) => new(
        name,
        label,
        structure,
        [.. columns.Select((column, index) => new Column<string[]>(column.Name, column.Type, column.Unit, column.Description, row => row[index]))],
        [.. rows.Select(row => columns.Select(column => column.Cell(row).ToString()).ToArray())]);
}
