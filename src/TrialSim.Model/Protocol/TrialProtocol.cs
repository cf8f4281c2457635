using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Protocol;

/// <summary>What is done to patients and when they are looked at.</summary>
/// <param name="Treatments">The treatments; indices elsewhere refer to this order.</param>
/// <param name="Visits">The schedules of visits; indices elsewhere refer to this order.</param>
/// <param name="KnownBits">
/// The facts that the protocol's own conditions ask for, each with its place. They are what investigators know: of an event that is seen at visits, that it has been seen.
/// </param>
public sealed record TrialProtocol(ImmutableArray<Treatment> Treatments, ImmutableArray<VisitSchedule> Visits, ImmutableArray<StateBit> KnownBits)
{
    /// <summary>No treatment and no visit: whatever happens is seen at once.</summary>
    public static TrialProtocol None { get; } = new([], [], []);

    /// <summary>
    /// Whether the protocol is followed as long as a patient is seen, also when no event is left to happen or to be seen: something is made of what is done, and not of events alone.
    /// </summary>
    public bool IsFollowedToTheEnd { get; init; }

    /// <summary>Whether any procedure needs something of the site, for which patients wait.</summary>
    public bool NeedsResources
    {
        get
        {
            foreach (Treatment treatment in Treatments)
            {
                if (treatment is Procedure { Need: not null })
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether nothing is planned.</summary>
    public bool IsEmpty => Treatments.IsEmpty && Visits.IsEmpty;
}
