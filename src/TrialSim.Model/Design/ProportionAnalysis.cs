using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>The share of patients of each arm of whom a binary endpoint is true.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Arms">Indices of the arms.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Interval">Form of the interval.</param>
public sealed record ProportionAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    ImmutableArray<int> Arms,
    double ConfidenceLevel,
    ProportionInterval Interval)
    : Analysis(Name, Endpoint, Looks);
