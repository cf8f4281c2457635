namespace TrialSim.Cli.Analysis;

/// <summary>A column and the option that names it.</summary>
/// <param name="Option">The option, such as <c>--time</c>.</param>
/// <param name="Name">The column; empty where none is named.</param>
internal readonly record struct NamedColumn(string Option, string Name);
