namespace TrialSim.Charts;

/// <summary>A table of text, ready to be shown. A line break in a cell starts a note in smaller type.</summary>
/// <param name="Columns">Headings, with units.</param>
/// <param name="Rows">As many cells in each row as there are headings.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
