using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The log-rank test of two arms, weighted or not, stratified where factors are named.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Compare">The arms.</param>
/// <param name="Strata">Factors of a stratified test.</param>
/// <param name="Weight">Of each event time.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record LogRankAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    Comparison Compare,
    Stratification Strata,
    RankWeight Weight,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks)
{
    /// <summary>Hazard ratio, experimental over control, under the null hypothesis: 1, or a margin of non-inferiority above it.</summary>
    public double NullHazardRatio { get; init; } = 1.0;
}
