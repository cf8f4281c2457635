using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios;

/// <summary>What came of reading a file: a scenario, or everything that is wrong with it.</summary>
/// <param name="Scenario">The scenario; null when there are problems.</param>
/// <param name="Problems">All errors in the order of the file; empty when there is a scenario.</param>
/// <param name="Warnings">What is allowed and probably not meant, in the order of the file.</param>
public sealed record ScenarioReading(Scenario? Scenario, ImmutableArray<ScenarioProblem> Problems, ImmutableArray<ScenarioProblem> Warnings)
{
    /// <summary>Whether there is a scenario.</summary>
    [MemberNotNullWhen(true, nameof(Scenario))]
    public bool IsValid => Scenario is not null;
}
