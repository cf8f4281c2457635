namespace TrialSim.Model.Design;

/// <summary>That a treatment has been given: a first session, or a first dose.</summary>
/// <param name="Treatment">Index of the treatment.</param>
public sealed record TreatmentGiven(int Treatment) : Finding;
