using System.Collections.Immutable;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Model.Design;

/// <summary>Pearson's chi-square test of two arms on a binary endpoint, with the difference of their proportions and its Wald interval.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Compare">The arms.</param>
/// <param name="Correction">Whether it allows for counts being whole numbers.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record ChiSquareAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    Comparison Compare,
    ContinuityCorrection Correction,
    double ConfidenceLevel,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks)
{
    /// <summary>How much lower the better answer may be in the experimental arm: a margin of non-inferiority, tested by Farrington and Manning; 0 for superiority.</summary>
    public double Margin { get; init; }
}
