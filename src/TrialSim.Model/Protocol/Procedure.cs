using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Protocol;

/// <summary>A treatment done on a day, in one session or several: TACE, RFA.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of its draws.</param>
/// <param name="Arms">Indices of the arms that get it.</param>
/// <param name="After">What its first session is counted from; with <see cref="EachSession"/> every session of the other procedure brings one.</param>
/// <param name="Start">When the session takes place after that.</param>
/// <param name="Repetition">What brings further sessions.</param>
/// <param name="MaxSessions">No session after so many.</param>
/// <param name="StopIf">No session from when this holds.</param>
public sealed record Procedure(
    string Name, uint Purpose, ImmutableArray<int> Arms, Anchor After, TimeWindow Start, Repetition Repetition, int MaxSessions, ImmutableArray<StateMask> StopIf)
    : Treatment(Name, Purpose, Arms, After, Start, StopIf)
{
    /// <summary>What each session needs of the site; null where it needs nothing that others could take.</summary>
    public ResourceNeed? Need { get; init; }
}
