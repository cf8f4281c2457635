namespace TrialSim.Model.Truth;

/// <summary>Set for patients whose numeric covariate is at or above a value.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Covariate">Index of the covariate.</param>
/// <param name="Value">The value.</param>
public sealed record AtLeastBit(int Bit, int Covariate, double Value) : StateBit(Bit);
