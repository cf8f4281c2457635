using System.Collections.Immutable;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Keys with values, in the order of the file, each key once.</summary>
/// <param name="Entries">The keys and values.</param>
/// <param name="Mark">Where it was written.</param>
internal sealed record MappingNode(ImmutableArray<MappingEntry> Entries, TextMark Mark) : YamlNode(Mark);
