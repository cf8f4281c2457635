using System.Collections.Immutable;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Mark">Where it was written.</param>
internal sealed record SequenceNode(ImmutableArray<YamlNode> Items, TextMark Mark) : YamlNode(Mark);
