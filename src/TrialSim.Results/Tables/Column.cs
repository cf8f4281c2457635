namespace TrialSim.Results.Tables;

/// <summary>A column of a result table. Header, writer and documentation are all made from it.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
/// <param name="Name">Header, snake_case.</param>
/// <param name="Type">What the cells are.</param>
/// <param name="Unit">Unit of the numbers; empty for none.</param>
/// <param name="Description">One sentence for the reader of the file.</param>
/// <param name="Cell">The cell; empty for missing.</param>
public sealed record Column<TRow>(string Name, ColumnType Type, string Unit, string Description, Func<TRow, Cell> Cell);
