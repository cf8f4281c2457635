using TrialSim.Model.Protocol;

namespace TrialSim.Model.Truth;

/// <summary>Set once a time since a session has passed. With <see cref="EachSession"/> the next session clears it and starts the time again.</summary>
/// <param name="Bit">The place, 0…63.</param>
/// <param name="Session">The session: <see cref="FirstSession"/> or <see cref="EachSession"/>.</param>
/// <param name="Days">Days since the session, positive.</param>
public sealed record SinceSessionBit(int Bit, Anchor Session, double Days) : StateBit(Bit);
