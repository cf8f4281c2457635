using System.Collections.Immutable;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>What came of reading a file: a validation case, or everything that is wrong with it.</summary>
/// <param name="Case">The case; null when there are problems.</param>
/// <param name="Problems">All errors in the order of the file; empty when there is a case.</param>
public sealed record ValidationCaseReading(ValidationCase? Case, ImmutableArray<ScenarioProblem> Problems)
{
    /// <summary>What the file names as inputs, also where something else is wrong with it: these files are no cases.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];
}
