using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>The mean of a numeric endpoint in each arm with Student's interval.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Arms">Indices of the arms.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
public sealed record MeanAnalysis(string Name, int Endpoint, ImmutableArray<int> Looks, ImmutableArray<int> Arms, double ConfidenceLevel)
    : Analysis(Name, Endpoint, Looks);
