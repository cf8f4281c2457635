using System.Collections.Immutable;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>A command and what is checked when it has ended.</summary>
/// <param name="Command">What a user types after the program's name.</param>
/// <param name="ExitCode">What it must end with.</param>
/// <param name="Checks">The checks, besides that of the exit code.</param>
public sealed record ValidationStep(string Command, int ExitCode, ImmutableArray<ValidationCheck> Checks);
