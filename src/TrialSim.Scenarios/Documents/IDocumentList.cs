namespace TrialSim.Scenarios.Documents;

/// <summary>A <see cref="Listed{T}"/> whose type of items need not be known.</summary>
internal interface IDocumentList
{
    /// <summary>The items.</summary>
    public IEnumerable<object?> Values { get; }
}
