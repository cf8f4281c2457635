namespace TrialSim.Model.Truth;

/// <summary>Whether an event can happen to a patient more than once.</summary>
public enum Recurrence
{
    /// <summary>It happens once at most.</summary>
    Once,

    /// <summary>It may happen again, each time with a threshold of its own; no hazard works while it lasts.</summary>
    Recurs,
}
