using System.Collections.Immutable;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A validation case: commands as a user types them, and the figures that a right program gives.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Title">What is validated.</param>
/// <param name="Source">Where the expected figures come from.</param>
/// <param name="Inputs">Files that the commands read, as paths with <c>/</c> beneath the folder of the case.</param>
/// <param name="Steps">The commands; empty where no command reaches the case.</param>
/// <param name="NotReached">What belongs to the case and no command reaches, with the reason.</param>
public sealed record ValidationCase(
    string Id, string Title, string Source, ImmutableArray<string> Inputs, ImmutableArray<ValidationStep> Steps, ImmutableArray<string> NotReached);
