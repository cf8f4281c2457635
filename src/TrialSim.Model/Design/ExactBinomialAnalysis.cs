using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>The exact test of one arm's share of a binary endpoint against a probability that is known, with the share and its interval.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Arm">Index of the arm.</param>
/// <param name="NullProbability">Under the null hypothesis, strictly between 0 and 1.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Interval">Form of the interval.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record ExactBinomialAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    int Arm,
    double NullProbability,
    double ConfidenceLevel,
    ProportionInterval Interval,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks);
