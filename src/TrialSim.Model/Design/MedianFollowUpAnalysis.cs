using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The median potential follow-up of each arm: the median of the Kaplan–Meier curve with events and censoring exchanged.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Arms">Indices of the arms.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Transform">Scale on which the interval of the curve is symmetric.</param>
public sealed record MedianFollowUpAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    ImmutableArray<int> Arms,
    double ConfidenceLevel,
    IntervalTransform Transform)
    : Analysis(Name, Endpoint, Looks);
