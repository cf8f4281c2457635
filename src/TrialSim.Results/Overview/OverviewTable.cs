namespace TrialSim.Results.Overview;

/// <summary>A table about whole trials, without a word on how its figures are written.</summary>
/// <param name="Caption">What it is about.</param>
/// <param name="Names">Headings of the columns that hold names.</param>
/// <param name="Figures">Headings of the columns that hold figures.</param>
/// <param name="Rows">The rows.</param>
public sealed record OverviewTable(string Caption, IReadOnlyList<string> Names, IReadOnlyList<string> Figures, IReadOnlyList<OverviewRow> Rows);
