using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyMark">Where the key was written.</param>
/// <param name="Value">The value.</param>
internal readonly record struct MappingEntry(string Key, TextMark KeyMark, YamlNode Value)
{
    /// <summary>Where a message about the value points: at the value, or at its key when the value starts on a later line.</summary>
    public TextMark Place => Value.Mark.Line == KeyMark.Line ? Value.Mark : KeyMark;
}
