using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Which events can happen at all.</summary>
internal sealed class EventPossibility
{
    private readonly ImmutableArray<EndpointDocument?> _endpoints;
    private readonly Dictionary<string, ResolvedEvent> _events;
    private readonly bool _isKnown;

    /// <summary>From the endpoints as written and the events as resolved.</summary>
    public EventPossibility(Named<EndpointDocument>? endpoints, ResolvedTruth truth, int eventsWritten)
    {
        _endpoints = [.. (endpoints?.Entries ?? []).Select(entry => entry.Value)];
        _events = truth.Events.ToDictionary(one => one.Name, StringComparer.Ordinal);
        _isKnown = truth.Events.Length == eventsWritten;
    }

    /// <summary>Whether an event of the endpoint can happen to patients of some of these arms; true when that is not known.</summary>
    public bool CanCount(Reference endpoint, ImmutableArray<Reference> arms)
    {
        EndpointDocument? document = _endpoints.ElementAtOrDefault(endpoint.Index); // A name that is not known refers to none.
        string[] counted = [.. (document?.Events?.Items ?? []).OfType<string>()];
        bool isOthers = document?.IntercurrentEvents?.Entries.Any(entry => entry.Value == IntercurrentEventStrategy.Composite) == true;
        return !_isKnown || isOthers || counted.Length == 0 || counted.Any(name => !_events.ContainsKey(name) || CanHappen(name, arms, _events.Count));
    }

    /// <summary>Whether an event can happen to patients of some of these arms; true when that is not known.</summary>
    public bool CanHappen(string name, ImmutableArray<Reference> arms) => !_isKnown || CanHappen(name, arms, _events.Count);

    /// <summary>Whether the endpoint is a time to an event, of which there are events to be counted.</summary>
    public bool IsTimeToEvent(Reference endpoint) => (_endpoints.ElementAtOrDefault(endpoint.Index)?.Kind ?? Defaults.EndpointKind) == EndpointKind.TimeToEvent;

    // Steps end a cycle of origins, which is reported elsewhere.
    private bool CanHappen(string name, ImmutableArray<Reference> arms, int steps)
    {
        ResolvedEvent one = _events[name];
        if (!one.Chances.IsEmpty || one.When != ConditionResolver.Never)
        {
            return true;
        }

        bool hasOrigin = !one.WaitsForEvent || (steps > 0 && _events.ContainsKey(one.Since.Name) && CanHappen(one.Since.Name, arms, steps - 1));
        return (hasOrigin && one.Hazard.CanHappenIn(arms)) || (one.WaitsForEvent && one.Before.CanHappenIn(arms));
    }
}
