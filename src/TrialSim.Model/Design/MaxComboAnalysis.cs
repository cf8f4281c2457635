using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The largest of several weighted log-rank tests of two arms, judged by their joint distribution; stratified where factors are named.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Compare">The arms.</param>
/// <param name="Strata">Factors of a stratified test.</param>
/// <param name="Weights">Of each test; at least two.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record MaxComboAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    Comparison Compare,
    Stratification Strata,
    ImmutableArray<RankWeight> Weights,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks);
