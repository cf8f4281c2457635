namespace TrialSim.Scenarios.Documents;

/// <summary>A mapping with names of the author, for who writes documents of any type.</summary>
internal interface IDocumentMapping
{
    /// <summary>Names and values.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Values { get; }
}
