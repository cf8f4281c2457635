using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Protocol;

/// <summary>Each visit of a schedule after the last session decides whether there is another.</summary>
/// <param name="Visit">Index of the schedule of visits.</param>
/// <param name="If">The decision is yes when this holds, over what is known of the patient.</param>
/// <param name="Delay">Days from the visit to the session.</param>
public sealed record RepeatedOnDemand(int Visit, ImmutableArray<StateMask> If, TimeWindow Delay) : Repetition;
