namespace TrialSim.Scenarios.Documents;

/// <summary>An <see cref="OrNone{T}"/> whose type of value need not be known.</summary>
internal interface IDocumentOption
{
    /// <summary>The value; null for none.</summary>
    public object? Inner { get; }
}
