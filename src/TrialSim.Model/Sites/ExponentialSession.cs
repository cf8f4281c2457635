namespace TrialSim.Model.Sites;

/// <summary>Exponentially distributed; one draw a session, which belongs to the patient.</summary>
/// <param name="MeanDays">Its mean, above 0.</param>
public sealed record ExponentialSession(double MeanDays) : SessionLength;
