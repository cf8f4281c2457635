namespace TrialSim.Model.Truth;

/// <summary>A characteristic of a patient known at randomisation.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Purpose">Key of its draws, see <see cref="NamedPurpose"/>.</param>
/// <param name="Distribution">How it is distributed.</param>
public sealed record Covariate(string Name, uint Purpose, CovariateDistribution Distribution);
