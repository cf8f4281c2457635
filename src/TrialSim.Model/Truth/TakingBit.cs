namespace TrialSim.Model.Truth;

/// <summary>Set while a drug is taken.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Treatment">Index of the drug.</param>
public sealed record TakingBit(int Bit, int Treatment) : StateBit(Bit);
