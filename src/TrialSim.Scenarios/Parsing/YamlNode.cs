using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>A value of a YAML file, with its place. A closed set.</summary>
/// <param name="Mark">Where it was written.</param>
internal abstract record YamlNode(TextMark Mark);
