using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Protocol;

/// <summary>A treatment taken from day to day: sorafenib.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of its draws.</param>
/// <param name="Arms">Indices of the arms that get it.</param>
/// <param name="After">What its first dose is counted from; with <see cref="EachSession"/> each session of the procedure starts it anew.</param>
/// <param name="Start">When it is taken after that.</param>
/// <param name="Holds">When it is paused.</param>
/// <param name="LengthDays">How long it is taken, counted from the first dose; +∞ for no end.</param>
/// <param name="StopIf">Stopped for good when this holds.</param>
public sealed record Drug(
    string Name, uint Purpose, ImmutableArray<int> Arms, Anchor After, TimeWindow Start, ImmutableArray<Hold> Holds, double LengthDays, ImmutableArray<StateMask> StopIf)
    : Treatment(Name, Purpose, Arms, After, Start, StopIf)
{
    /// <summary>How much of it is taken, and when less or none.</summary>
    public Dosing Dosing { get; init; } = Dosing.Unchanging;
}
