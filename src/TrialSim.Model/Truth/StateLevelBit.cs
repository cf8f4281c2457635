namespace TrialSim.Model.Truth;

/// <summary>Set while a state has a level; of the bits of one state at most one is set.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="State">Index of the state.</param>
/// <param name="Level">Index of the level.</param>
public sealed record StateLevelBit(int Bit, int State, int Level) : StateBit(Bit);
