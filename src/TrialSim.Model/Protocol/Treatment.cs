using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Protocol;

/// <summary>Something that the protocol has done to patients of some arms. A closed set.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of its draws, see <see cref="NamedPurpose"/>.</param>
/// <param name="Arms">Indices of the arms that get it.</param>
/// <param name="After">What its start is counted from.</param>
/// <param name="Start">When it starts after that.</param>
/// <param name="StopIf">For good as soon as this holds, over what is known of the patient (<see cref="TrialProtocol.KnownBits"/>); empty for never.</param>
public abstract record Treatment(string Name, uint Purpose, ImmutableArray<int> Arms, Anchor After, TimeWindow Start, ImmutableArray<StateMask> StopIf);
