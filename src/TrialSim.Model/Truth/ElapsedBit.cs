namespace TrialSim.Model.Truth;

/// <summary>Set once a time since randomisation has passed. <c>from:</c> asks for it, <c>until:</c> for its absence.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Days">Days since randomisation, positive.</param>
public sealed record ElapsedBit(int Bit, double Days) : StateBit(Bit);
