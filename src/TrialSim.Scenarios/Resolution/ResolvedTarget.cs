using TrialSim.Model.Targets;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A target.</summary>
/// <param name="Written">What was written, with defaults filled in.</param>
/// <param name="Compiled">The same with every name found.</param>
internal sealed record ResolvedTarget(TargetDocument Written, Target Compiled);
