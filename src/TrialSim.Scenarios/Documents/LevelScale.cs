namespace TrialSim.Scenarios.Documents;

/// <summary>How values lie between the first and the last.</summary>
internal enum LevelScale
{
    /// <summary>With equal differences.</summary>
    Linear,

    /// <summary>With equal ratios.</summary>
    Log,
}
