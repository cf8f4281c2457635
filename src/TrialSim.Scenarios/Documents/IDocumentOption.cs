namespace TrialSim.Scenarios.Documents;

/// <summary>A value or none, for who writes documents of any type.</summary>
internal interface IDocumentOption
{
    /// <summary>The value; null for none.</summary>
    public object? Inner { get; }
}
