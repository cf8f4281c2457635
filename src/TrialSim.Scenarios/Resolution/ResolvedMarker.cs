using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>A marker.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">How it is written in full.</param>
/// <param name="MeasuredAt">The schedules at whose visits it is measured.</param>
/// <param name="Profiles">Mean and standard deviation over time.</param>
internal sealed record ResolvedMarker(string Name, MarkerDocument Written, ImmutableArray<Reference> MeasuredAt, ImmutableArray<ResolvedProfile> Profiles);

/// <summary>A marker over time.</summary>
/// <param name="Place">Its place among the profiles as written.</param>
/// <param name="If">When it applies.</param>
/// <param name="Since">What its times are counted from.</param>
/// <param name="Points">The points.</param>
internal sealed record ResolvedProfile(int Place, ResolvedCondition If, Anchor Since, ImmutableArray<MarkerPoint> Points);
