namespace TrialSim.Model.Truth;

/// <summary>Set while an event is going on at a grade or above.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Event">Index of the event.</param>
/// <param name="Grade">The grade.</param>
public sealed record AdverseEventBit(int Bit, int Event, int Grade) : StateBit(Bit);
