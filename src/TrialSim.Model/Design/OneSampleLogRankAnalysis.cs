using System.Collections.Immutable;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Model.Design;

/// <summary>The log-rank test of one arm against a hazard that is known, with the events observed over those expected.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Arm">Index of the arm.</param>
/// <param name="NullHazard">The hazard under the null hypothesis, from what the endpoint's time counts from.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record OneSampleLogRankAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    int Arm,
    Hazard NullHazard,
    double ConfidenceLevel,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks);
