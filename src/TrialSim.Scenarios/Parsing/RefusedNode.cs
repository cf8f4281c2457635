using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Stands for something that was refused and reported; nothing more is said about it.</summary>
/// <param name="Mark">Where it was written.</param>
internal sealed record RefusedNode(TextMark Mark) : YamlNode(Mark);
