using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>The posterior probability of what is hoped for, given the data of the look.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Question">What is hoped for.</param>
/// <param name="Threshold">It rejects when the probability is at least this; strictly between 0 and 1.</param>
public sealed record PosteriorProbabilityAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    PosteriorQuestion Question,
    double Threshold)
    : Analysis(Name, Endpoint, Looks);
