using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The Kaplan–Meier median of each group; after a landmark it counts from there.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Groups">The groups.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Transform">Scale on which the interval of the curve is symmetric.</param>
public sealed record GroupMedianAnalysis(
    string Name, int Endpoint, ImmutableArray<int> Looks, PatientGroups Groups, double ConfidenceLevel, IntervalTransform Transform)
    : GroupAnalysis(Name, Endpoint, Looks, Groups);
