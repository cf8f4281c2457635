namespace TrialSim.Model.Truth;

/// <summary>How the visits of a schedule are really kept.</summary>
/// <param name="Behaviour">Where in their windows they take place.</param>
/// <param name="MissedProbability">Probability that a visit is missed, each by itself, 0…1.</param>
public sealed record VisitConduct(WindowBehaviour Behaviour, double MissedProbability);
