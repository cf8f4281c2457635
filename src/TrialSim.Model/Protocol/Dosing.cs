using System.Collections.Immutable;
using TrialSim.Model.Truth;

namespace TrialSim.Model.Protocol;

/// <summary>How much of a drug is taken, and when less or none. Its conditions are over what is known of the patient; empty for never.</summary>
/// <param name="MgPerDay">The doses: the full one first, then each lower one; empty where the dose is not followed.</param>
/// <param name="ReduceIf">Each time that this comes to hold the next lower dose is taken, and kept.</param>
/// <param name="InterruptIf">The drug is not taken as long as this holds.</param>
public sealed record Dosing(ImmutableArray<double> MgPerDay, ImmutableArray<StateMask> ReduceIf, ImmutableArray<StateMask> InterruptIf)
{
    /// <summary>Always the same dose, whatever it is.</summary>
    public static Dosing Unchanging { get; } = new([], [], []);
}
