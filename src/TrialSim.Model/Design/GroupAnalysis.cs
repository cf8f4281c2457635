using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>An analysis by groups of patients that come about after randomisation. A closed set.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Endpoint">Index of the endpoint.</param>
/// <param name="Looks">Indices of the looks at which it is done.</param>
/// <param name="Groups">The groups; those with the status stand in the place of the experimental arm.</param>
public abstract record GroupAnalysis(string Name, int Endpoint, ImmutableArray<int> Looks, PatientGroups Groups) : Analysis(Name, Endpoint, Looks);
