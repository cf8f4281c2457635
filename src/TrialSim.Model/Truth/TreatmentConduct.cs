namespace TrialSim.Model.Truth;

/// <summary>How a treatment is really given.</summary>
/// <param name="Behaviour">Where in its windows.</param>
/// <param name="UptakeProbability">Probability that a patient who should get it gets it at all, 0…1; one draw a patient.</param>
public sealed record TreatmentConduct(WindowBehaviour Behaviour, double UptakeProbability = 1);
