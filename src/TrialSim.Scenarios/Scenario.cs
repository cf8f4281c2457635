using TrialSim.Model;

namespace TrialSim.Scenarios;

/// <summary>A scenario that can be run.</summary>
/// <param name="Trial">The compiled trial.</param>
/// <param name="ResolvedYaml">The scenario with every default filled in, itself a valid file that resolves to itself.</param>
public sealed record Scenario(Trial Trial, string ResolvedYaml);
