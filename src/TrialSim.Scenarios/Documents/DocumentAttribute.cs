namespace TrialSim.Scenarios.Documents;

/// <summary>Makes a record a mapping of the scenario language.</summary>
/// <param name="noun">What it is, with its article: <c>a hazard</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DocumentAttribute(string noun) : Attribute
{
    /// <summary>What it is, with its article.</summary>
    public string Noun { get; } = noun;

    /// <summary>Whether exactly one of its keys is written.</summary>
    public bool HasOneKey { get; init; }
}
