using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>A single text.</summary>
/// <param name="Text">What was written, without quotation marks.</param>
/// <param name="Style">Whether it stood in quotation marks.</param>
/// <param name="Mark">Where it was written.</param>
internal sealed record ScalarNode(string Text, ScalarStyle Style, TextMark Mark) : YamlNode(Mark)
{
    /// <summary>Whether the value was left out, or is one of YAML's words for null.</summary>
    public bool IsEmpty => Style == ScalarStyle.Plain && Text is ("" or "~" or "null" or "Null" or "NULL");
}
