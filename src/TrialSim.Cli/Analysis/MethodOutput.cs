using TrialSim.Results.Data;

namespace TrialSim.Cli.Analysis;

/// <summary>What a method found.</summary>
/// <param name="Heading">Its name for a person.</param>
/// <param name="Tables">Its figures to a few digits.</param>
/// <param name="Notes">Conventions, and what could not be estimated and why: a sentence or two each.</param>
/// <param name="Figures">The same figures at full precision.</param>
internal sealed record MethodOutput(
    string Heading,
    IReadOnlyList<MethodTable> Tables,
    IReadOnlyList<string> Notes,
    IReadOnlyList<AnalysisFigure> Figures);
