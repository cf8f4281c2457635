namespace TrialSim.Scenarios.Documents;

/// <summary>A <see cref="Named{T}"/> whose type of values need not be known.</summary>
internal interface IDocumentMapping
{
    /// <summary>Names and values.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Values { get; }
}
