namespace TrialSim.Model.Truth;

/// <summary>Set from the first session of a procedure, or the first dose of a drug, on.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Treatment">Index of the treatment.</param>
public sealed record TreatedBit(int Bit, int Treatment) : StateBit(Bit);
