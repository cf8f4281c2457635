using System.Collections.Immutable;
using TrialSim.Model.Protocol;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What can come at all for the patients of one arm: treatments, visits, and events that somebody can know of.</summary>
internal sealed class ProtocolReach
{
    private readonly ResolvedProtocol _protocol;
    private readonly ImmutableArray<ResolvedEvent> _events;
    private readonly bool[] _treatments;
    private readonly bool[] _visits;
    private readonly bool[] _seen;

    /// <summary>Begins with what is counted from randomisation, and goes on to what is counted from that.</summary>
    /// <param name="protocol">Treatments and visits.</param>
    /// <param name="events">The events.</param>
    /// <param name="possibility">Which of them can happen.</param>
    /// <param name="arm">The arm.</param>
    public ProtocolReach(ResolvedProtocol protocol, ImmutableArray<ResolvedEvent> events, EventPossibility possibility, Reference arm)
    {
        _protocol = protocol;
        _events = events;
        _treatments = new bool[protocol.Treatments.Length];
        _visits = new bool[protocol.Visits.Length];
        _seen = new bool[events.Length];
        bool isMore = true;
        while (isMore)
        {
            isMore = Extend(_treatments, index => protocol.Treatments[index].Arms.Contains(arm.Index) && CanCome(protocol.Treatments[index].After))
                | Extend(_visits, index => protocol.Visits[index].Arms.Contains(arm.Index) && CanCome(protocol.Visits[index].After))
                | Extend(_seen, index => CanBeLookedFor(index) && possibility.CanHappen(events[index].Name, [arm]));
        }
    }

    /// <summary>Whether what days are counted from can come.</summary>
    public bool CanCome(Anchor anchor) => anchor switch
    {
        EachSession each => _treatments[each.Treatment],
        FirstSession first => _treatments[first.Treatment],
        EndOfTreatment end => _treatments[end.Treatment],
        EachSeen each => _seen[each.Event],
        FirstSeen first => _seen[first.Event],
        _ => true,
    };

    /// <summary>Whether an event, should it happen, would come to be known: at once, or at visits that take place.</summary>
    public bool CanBeLookedFor(int index) => _events[index].SeenAt.IsEmpty || _events[index].SeenAt.Any(visit => _visits[visit.Index]);

    private static bool Extend(bool[] reached, Func<int, bool> isReached)
    {
        bool isMore = false;
        for (int index = 0; index < reached.Length; index++)
        {
            if (!reached[index] && isReached(index))
            {
                reached[index] = true;
                isMore = true;
            }
        }

        return isMore;
    }
}
