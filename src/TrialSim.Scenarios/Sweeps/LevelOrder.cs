namespace TrialSim.Scenarios.Sweeps;

/// <summary>Whether the levels of a dimension follow one another.</summary>
public enum LevelOrder
{
    /// <summary>Each is compared with the one before it.</summary>
    Sequence,

    /// <summary>They are points of a sample, in no order that means anything.</summary>
    Sample,
}
