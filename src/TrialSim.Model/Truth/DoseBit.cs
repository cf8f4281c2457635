namespace TrialSim.Model.Truth;

/// <summary>Set once the dose of a drug has been reduced to a level or lower.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Treatment">Index of the drug.</param>
/// <param name="Level">Index of the dose, from 1; 0 is the full one.</param>
public sealed record DoseBit(int Bit, int Treatment, int Level) : StateBit(Bit);
