using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>Cox regression on the group (Efron ties); of groups that patients join on a day its covariate varies with time.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Groups">The groups.</param>
/// <param name="ConfidenceLevel">Two-sided level of the interval, 0…1.</param>
/// <param name="Criterion">When its Wald test rejects.</param>
public sealed record GroupCoxAnalysis(
    string Name, int Endpoint, ImmutableArray<int> Looks, PatientGroups Groups, double ConfidenceLevel, RejectionCriterion Criterion)
    : GroupAnalysis(Name, Endpoint, Looks, Groups);
