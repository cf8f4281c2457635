using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The log-rank test for trend over all arms (Tarone 1975); weighted or not, stratified where factors are named.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Scores">A number for each arm, such as its dose. Z is positive when arms with higher scores do better.</param>
/// <param name="Strata">Factors of a stratified test.</param>
/// <param name="Weight">Of each event time.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record TrendAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    ImmutableArray<double> Scores,
    Stratification Strata,
    RankWeight Weight,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks);
