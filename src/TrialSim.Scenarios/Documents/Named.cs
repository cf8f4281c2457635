using System.Collections.Immutable;

namespace TrialSim.Scenarios.Documents;

/// <summary>A mapping whose keys are names that the author chose, in the order of the file.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
/// <param name="Entries">Names and values; a value is null where what was written could not be understood (and was reported).</param>
internal sealed record Named<T>(ImmutableArray<KeyValuePair<string, T?>> Entries) : IDocumentMapping
{
    /// <summary>From the values that the binder made.</summary>
    public Named(IEnumerable<KeyValuePair<string, object?>> entries)
        : this([.. entries.Select(entry => KeyValuePair.Create(entry.Key, (T?)entry.Value))])
    {
    }

    /// <summary>Nothing.</summary>
    public static Named<T> Empty { get; } = new(ImmutableArray<KeyValuePair<string, T?>>.Empty);

    /// <summary>The names in order.</summary>
    public IEnumerable<string> Names => Entries.Select(entry => entry.Key);

    IEnumerable<KeyValuePair<string, object?>> IDocumentMapping.Values => Entries.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value));
}
