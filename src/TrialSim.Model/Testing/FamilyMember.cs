using TrialSim.Model.Design;

namespace TrialSim.Model.Testing;

/// <summary>A test that shares α with others.</summary>
/// <param name="Analysis">Index of the analysis.</param>
/// <param name="Sides">Directions in which it may reject, which its p-value is for.</param>
public readonly record struct FamilyMember(int Analysis, RejectionSides Sides);
