using System.Collections.Immutable;

namespace TrialSim.Model.Truth;

/// <summary>How the protocol is really followed.</summary>
/// <param name="Treatments">For each treatment how it is given.</param>
/// <param name="Visits">For each schedule how its visits are kept.</param>
public sealed record ProtocolConduct(ImmutableArray<TreatmentConduct> Treatments, ImmutableArray<VisitConduct> Visits)
{
    /// <summary>For a trial without treatments and visits.</summary>
    public static ProtocolConduct None { get; } = new([], []);
}
