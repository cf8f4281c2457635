using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>Kaplan–Meier survival of each arm at a milestone and, where two arms are compared, the test of their difference.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Day">The milestone, in days since randomisation.</param>
/// <param name="Arms">Indices of the arms.</param>
/// <param name="Compare">The arms whose difference is tested; empty or one.</param>
/// <param name="ConfidenceLevel">Two-sided level of the intervals, 0…1.</param>
/// <param name="Transform">Scale of the arms' intervals.</param>
/// <param name="Test">Scale on which the difference is tested.</param>
/// <param name="Criterion">When the test of the difference rejects.</param>
public sealed record MilestoneAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    double Day,
    ImmutableArray<int> Arms,
    ImmutableArray<Comparison> Compare,
    double ConfidenceLevel,
    IntervalTransform Transform,
    MilestoneTest Test,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks);
