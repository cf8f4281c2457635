using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>Patients divided by what was found of them: those with it against those without.</summary>
/// <param name="Status">What divides them.</param>
/// <param name="With">What those with it are called.</param>
/// <param name="Without">What the others are called.</param>
/// <param name="Timing">When the patient has to have it.</param>
/// <param name="Arms">Indices of the arms whose patients are divided.</param>
public sealed record PatientGroups(Finding Status, string With, string Without, GroupTiming Timing, ImmutableArray<int> Arms);
