using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Protocol;

/// <summary>Visits of one kind, at which what has happened is seen and decisions are made.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of its draws.</param>
/// <param name="Arms">Indices of the arms that have it.</param>
/// <param name="After">What the first visit is counted from; with <see cref="EachSession"/> each session starts the schedule anew.</param>
/// <param name="First">When the first visit takes place after that.</param>
/// <param name="Next">Days from one visit to the next; none for a single visit.</param>
/// <param name="Clock">What <paramref name="Next"/> is counted from.</param>
/// <param name="Until">No visit from when this holds, over what is known of the patient; empty for never.</param>
public sealed record VisitSchedule(
    string Name,
    uint Purpose,
    ImmutableArray<int> Arms,
    Anchor After,
    TimeWindow First,
    TimeWindow? Next,
    VisitClock Clock,
    ImmutableArray<StateMask> Until);
