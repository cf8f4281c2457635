namespace TrialSim.Model.Truth;

/// <summary>Set from randomisation on for patients of an arm.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Arm">Index of the arm.</param>
public sealed record ArmBit(int Bit, int Arm) : StateBit(Bit);
