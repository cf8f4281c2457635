namespace TrialSim.Results.Validation;

/// <summary>Which program was validated.</summary>
/// <param name="Version">Its version, with the revision of its sources where the build knew it.</param>
/// <param name="Kernel">The event calendar that it was built with.</param>
/// <param name="Runtime">.NET's version, and whether the program is machine code or byte code.</param>
/// <param name="Files">The files of the program.</param>
public sealed record ValidatedProgram(string Version, string Kernel, string Runtime, IReadOnlyList<ValidatedFile> Files);
