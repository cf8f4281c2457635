using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Parsing;

/// <summary>Reading cannot go on: the file is YAML, but nothing the reader is willing to follow.</summary>
internal sealed class RefusedYamlException(DocumentPath path, TextMark mark, string message) : Exception(message)
{
    /// <summary>Where in the document.</summary>
    public DocumentPath Path { get; } = path;

    /// <summary>Where in the file.</summary>
    public TextMark Mark { get; } = mark;
}
