namespace TrialSim.Scenarios.Sweeps;

/// <summary>What becomes of values between two ends.</summary>
internal enum LevelRounding
{
    /// <summary>They stay as they are.</summary>
    None,

    /// <summary>The key takes whole numbers.</summary>
    Whole,
}
