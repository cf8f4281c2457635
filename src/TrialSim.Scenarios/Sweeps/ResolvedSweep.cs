using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Sweeps;

/// <summary>A sweep with every value written out.</summary>
/// <param name="Dimensions">What varies, the last fastest; none without a sweep.</param>
/// <param name="Written">The document that says the same.</param>
internal sealed record ResolvedSweep(ImmutableArray<SweepDimension> Dimensions, SweepDocument Written)
{
    /// <summary>Nothing varies.</summary>
    public static ResolvedSweep None { get; } = new([], new SweepDocument());
}
