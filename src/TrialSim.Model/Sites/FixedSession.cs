namespace TrialSim.Model.Sites;

/// <summary>Always as long.</summary>
/// <param name="Days">Its length, above 0.</param>
public sealed record FixedSession(double Days) : SessionLength;
