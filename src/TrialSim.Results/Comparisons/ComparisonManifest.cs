namespace TrialSim.Results.Comparisons;

/// <summary><c>manifest.json</c> of a comparison.</summary>
/// <param name="ProgramVersion">Version of TrialSim that compared them.</param>
/// <param name="First">What the first results are.</param>
/// <param name="Second">What the second are.</param>
public sealed record ComparisonManifest(string ProgramVersion, Manifest First, Manifest Second);
