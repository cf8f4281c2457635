using System.Collections.Immutable;

namespace TrialSim.Scenarios.Documents;

/// <summary>A list.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <param name="Items">The items; null where what was written could not be understood (and was reported).</param>
internal sealed record Listed<T>(ImmutableArray<T?> Items) : IDocumentList
{
    /// <summary>From the values that the binder made.</summary>
    public Listed(IEnumerable<object?> items)
        : this([.. items.Select(item => (T?)item)])
    {
    }

    IEnumerable<object?> IDocumentList.Values => Items.Select(item => (object?)item);
}
