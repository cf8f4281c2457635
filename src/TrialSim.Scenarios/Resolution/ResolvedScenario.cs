using System.Collections.Immutable;
using TrialSim.Model;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A scenario with every default filled in and every name found.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">As written; may be empty.</param>
/// <param name="Design">What the protocol decides.</param>
/// <param name="Truth">What nature and the sites do.</param>
/// <param name="Run">How much to simulate.</param>
internal sealed record ResolvedScenario(string Name, string Description, ResolvedDesign Design, ResolvedTruth Truth, RunPlan Run)
{
    /// <summary>What a run is to show.</summary>
    public ImmutableArray<ResolvedTarget> Targets { get; init; } = [];
}
