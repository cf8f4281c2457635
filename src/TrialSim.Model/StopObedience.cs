namespace TrialSim.Model;

/// <summary>Whether a decision to stop a trial is followed.</summary>
public enum StopObedience
{
    /// <summary>It stops the trial.</summary>
    Stops,

    /// <summary>It is noted, and the trial goes on to its last look with the same luck.</summary>
    GoesOn,
}
