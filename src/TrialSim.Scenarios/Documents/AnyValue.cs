using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>A value that is not read where it stands, because it belongs to another key: a number, a word, a list, a whole block.</summary>
/// <param name="Node">As written.</param>
internal sealed record AnyValue(YamlNode Node);
