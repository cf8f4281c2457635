using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The Kaplan–Meier median of each arm with its Brookmeyer–Crowley interval.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Arms">Indices of the arms.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Transform">Scale on which the interval of the curve is symmetric.</param>
public sealed record KaplanMeierMedianAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    ImmutableArray<int> Arms,
    double ConfidenceLevel,
    IntervalTransform Transform)
    : Analysis(Name, Endpoint, Looks);
