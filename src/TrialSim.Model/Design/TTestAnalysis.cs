using System.Collections.Immutable;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Model.Design;

/// <summary>The t test of two arms on a numeric endpoint.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Compare">The arms.</param>
/// <param name="Variances">One variance for both arms, or one each.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record TTestAnalysis(
    string Name,
    int Endpoint,
    ImmutableArray<int> Looks,
    Comparison Compare,
    VarianceForm Variances,
    double ConfidenceLevel,
    RejectionCriterion Criterion)
    : Analysis(Name, Endpoint, Looks)
{
    /// <summary>How much worse the experimental arm may be: a margin of non-inferiority in the unit of the endpoint; 0 for superiority.</summary>
    public double Margin { get; init; }
}
