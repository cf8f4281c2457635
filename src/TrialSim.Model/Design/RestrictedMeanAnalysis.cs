using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>Restricted mean survival time of each arm and, where two arms are compared, the test of their difference or ratio.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="HorizonDays">Days since randomisation up to which survival is averaged.</param>
/// <param name="Arms">Indices of the arms.</param>
/// <param name="Compare">The arms that are tested; empty or one.</param>
/// <param name="Contrast">What is tested.</param>
/// <param name="Variance">Form of the variance.</param>
/// <param name="ConfidenceLevel">Two-sided level of the intervals, 0…1.</param>
/// <param name="Criterion">When the test rejects.</param>
public sealed record RestrictedMeanAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    double HorizonDays,
    ImmutableArray<int> Arms,
    ImmutableArray<Comparison> Compare,
    RestrictedMeanContrast Contrast,
    RestrictedMeanVariance Variance,
    double ConfidenceLevel,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks);
