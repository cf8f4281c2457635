using System.Collections.Immutable;

namespace TrialSim.Scenarios.ValidationCases;

/// <summary>Names, each with a text, in the order of the file.</summary>
/// <param name="Entries">The pairs.</param>
public sealed record CellTexts(ImmutableArray<KeyValuePair<string, string>> Entries)
{
    /// <summary>None.</summary>
    public static CellTexts None { get; } = new(ImmutableArray<KeyValuePair<string, string>>.Empty);

    /// <summary><c>look final, arm control</c>.</summary>
    public override string ToString() => string.Join(", ", Entries.Select(entry => $"{entry.Key} {entry.Value}"));
}
