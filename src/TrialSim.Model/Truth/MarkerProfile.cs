using System.Collections.Immutable;
using TrialSim.Model.Protocol;

namespace TrialSim.Model.Truth;

/// <summary>Mean and standard deviation of a marker over time: straight lines between the points, and flat before the first and after the last.</summary>
/// <param name="If">It applies when this holds at the visit, over the true state, and what it is counted from has come.</param>
/// <param name="Since">What days are counted from: randomisation, or a session.</param>
/// <param name="Points">The points, in the order of time; at least one.</param>
public sealed record MarkerProfile(ImmutableArray<StateMask> If, Anchor Since, ImmutableArray<MarkerPoint> Points);
