using TrialSim.Model.Design;
using TrialSim.Scenarios.Documents;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Groups of patients.</summary>
/// <param name="Written">How they are written in full.</param>
/// <param name="Compiled">The groups.</param>
internal sealed record ResolvedGroups(GroupsDocument Written, PatientGroups Compiled);
