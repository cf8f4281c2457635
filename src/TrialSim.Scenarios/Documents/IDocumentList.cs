namespace TrialSim.Scenarios.Documents;

/// <summary>A list, for who writes documents of any type.</summary>
internal interface IDocumentList
{
    /// <summary>The items.</summary>
    public IEnumerable<object?> Values { get; }
}
