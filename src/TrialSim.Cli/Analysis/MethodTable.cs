using TrialSim.Charts;

namespace TrialSim.Cli.Analysis;

/// <summary>A table of a method, for the terminal and for the report.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Names">How many of its columns, from the left, are names.</param>
/// <param name="Content">Headings and cells.</param>
internal sealed record MethodTable(string Caption, int Names, ChartTable Content);
