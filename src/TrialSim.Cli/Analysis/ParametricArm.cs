using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Analysis;

/// <summary>An arm to which models are fitted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sample">Its patients.</param>
/// <param name="Events">How many of them were seen to have the event.</param>
internal sealed record ParametricArm(string Name, ParametricSample Sample, int Events);
