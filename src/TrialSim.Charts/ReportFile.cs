namespace TrialSim.Charts;

/// <summary>A text file that a run's results folder should hold.</summary>
/// <param name="Path">Path below the results folder, with forward slashes.</param>
/// <param name="Content">The whole text, to be written as UTF-8.</param>
public sealed record ReportFile(string Path, string Content);
