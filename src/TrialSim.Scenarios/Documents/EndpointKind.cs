namespace TrialSim.Scenarios.Documents;

/// <summary>What kind of variable an endpoint is.</summary>
internal enum EndpointKind
{
    /// <summary>Time to the first of its events.</summary>
    TimeToEvent,
}
