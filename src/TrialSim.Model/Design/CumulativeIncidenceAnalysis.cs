using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The share of each arm with an event of the endpoint by a time, when what competes with it precludes it (Aalen and Johansen).</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Day">The time, in days on the endpoint's clock.</param>
/// <param name="Arms">Indices of the arms.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Transform">Scale on which the interval is symmetric.</param>
public sealed record CumulativeIncidenceAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    double Day,
    ImmutableArray<int> Arms,
    double ConfidenceLevel,
    IntervalTransform Transform)
    : Analysis(Name, Endpoint, Looks);
