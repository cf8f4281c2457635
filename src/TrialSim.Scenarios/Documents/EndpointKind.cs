namespace TrialSim.Scenarios.Documents;

/// <summary>What kind of variable an endpoint is.</summary>
internal enum EndpointKind
{
    /// <summary>Time to the first of its events.</summary>
    TimeToEvent,

    /// <summary>Yes or no.</summary>
    Binary,

    /// <summary>How many.</summary>
    Count,

    /// <summary>How much.</summary>
    Continuous,
}
