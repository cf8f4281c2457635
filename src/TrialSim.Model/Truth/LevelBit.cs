namespace TrialSim.Model.Truth;

/// <summary>Set for patients with a level of a categorical covariate.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Covariate">Index of the covariate.</param>
/// <param name="Level">Index of the level.</param>
public sealed record LevelBit(int Bit, int Covariate, int Level) : StateBit(Bit);
