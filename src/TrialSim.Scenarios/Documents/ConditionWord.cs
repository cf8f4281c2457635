namespace TrialSim.Scenarios.Documents;

/// <summary>A condition that is a single word.</summary>
internal enum ConditionWord
{
    /// <summary>Holds for everybody at any time.</summary>
    Always,
}
