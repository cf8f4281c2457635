using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>A time-to-event endpoint: the first of its events counts.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Events">Indices of the clinical events that count.</param>
public sealed record Endpoint(string Name, ImmutableArray<int> Events)
{
    /// <summary>
    /// Indices of the schedules of visits at which its events are looked for. A patient without an event is known to be free of it only up to the last of these visits; where there
    /// are none, up to the end of what is known.
    /// </summary>
    public ImmutableArray<int> AssessedAt { get; init; } = [];
}
