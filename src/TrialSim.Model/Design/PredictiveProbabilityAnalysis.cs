using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>The probability that the trial, once so many patients or events are known, will end with a posterior probability that counts as success.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Question">What is hoped for.</param>
/// <param name="FinalThreshold">Posterior probability that counts as success at the end; strictly between 0 and 1.</param>
/// <param name="End">What the end is known by: of shares patients, of times events.</param>
/// <param name="Threshold">It rejects when the predictive probability is at least this; strictly between 0 and 1.</param>
public sealed record PredictiveProbabilityAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    PosteriorQuestion Question,
    double FinalThreshold,
    PredictedEnd End,
    double Threshold)
    : Analysis(Name, Endpoint, Looks);
