using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>Cox regression on the arm (Efron ties): hazard ratio with Wald interval and Wald test, stratified where factors are named.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Compare">The arms.</param>
/// <param name="Strata">Factors of a stratified model.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Criterion">When its Wald test rejects.</param>
public sealed record CoxAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    Comparison Compare,
    Stratification Strata,
    double ConfidenceLevel,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks)
{
    /// <summary>Hazard ratio, experimental over control, under the null hypothesis: 1, or a margin of non-inferiority above it.</summary>
    public double NullHazardRatio { get; init; } = 1.0;
}
