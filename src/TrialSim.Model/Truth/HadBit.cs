namespace TrialSim.Model.Truth;

/// <summary>Set from the moment an event has happened.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Event">Index of the event.</param>
public sealed record HadBit(int Bit, int Event) : StateBit(Bit);
