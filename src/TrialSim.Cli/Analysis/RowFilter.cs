namespace TrialSim.Cli.Analysis;

/// <summary>Rows whose cell in a column is one of several.</summary>
/// <param name="Column">The column.</param>
/// <param name="Levels">The cells; at least one.</param>
internal sealed record RowFilter(string Column, IReadOnlyList<string> Levels);
