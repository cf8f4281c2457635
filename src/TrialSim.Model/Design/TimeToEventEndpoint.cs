using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>Time to the first of several events.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Events">Indices of the clinical events that count.</param>
public sealed record TimeToEventEndpoint(string Name, ImmutableArray<int> Events) : Endpoint(Name)
{
    /// <summary>
    /// Indices of the schedules of visits at which its events are looked for. A patient without an event is known to be free of it only up to the last of these visits; where there
    /// are none, up to the end of what is known.
    /// </summary>
    public ImmutableArray<int> AssessedAt { get; init; } = [];

    /// <summary>What starts the clock. Patients of whom it is not known are not in the endpoint, and events up to that day do not count.</summary>
    public Finding Since { get; init; } = new Randomised();

    /// <summary>Of an event named here only these causes count, and its other causes compete; events not named here count whatever their cause.</summary>
    public ImmutableArray<CountedCause> Causes { get; init; } = [];

    /// <summary>Whether it is simply the time from randomisation to the first of its events, whatever else happens.</summary>
    public bool IsPlain => Since is Randomised && Causes.IsEmpty && IntercurrentEvents.IsEmpty;
}
