namespace TrialSim.Results.Validation;

/// <summary>A command of a validation.</summary>
/// <param name="Command">As a user types it, with the program's name.</param>
/// <param name="Checks">What was checked when it had ended.</param>
public sealed record ValidatedStep(string Command, IReadOnlyList<ValidatedCheck> Checks);
