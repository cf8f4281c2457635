namespace TrialSim.Results.Validation;

/// <summary>A file of the validated program.</summary>
/// <param name="Name">Its name, without the folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record ValidatedFile(string Name, string Sha256);
