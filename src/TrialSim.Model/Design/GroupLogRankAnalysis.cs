using System.Collections.Immutable;
using TrialSim.Statistics.Survival;

namespace TrialSim.Model.Design;

/// <summary>The log-rank test of two groups; of groups that patients join on a day it is the test of Mantel and Byar.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Weight">Of each event time.</param>
/// <param name="Criterion">When it rejects.</param>
public sealed record GroupLogRankAnalysis(
    string Name, int Endpoint, ImmutableArray<int> Looks, PatientGroups Groups, RankWeight Weight, RejectionCriterion Criterion)
    : GroupAnalysis(Name, Endpoint, Looks, Groups);
