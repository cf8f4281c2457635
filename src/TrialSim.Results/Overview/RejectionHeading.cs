namespace TrialSim.Results.Overview;

/// <summary>What the share of rejections at a look is called: power only where the look takes place in every trial that the run is about.</summary>
public enum RejectionHeading
{
    /// <summary>Where each trial has the look.</summary>
    Power,

    /// <summary>Where trials stop before the look, or never reach it: those count as not rejecting.</summary>
    OfAllTrials,

    /// <summary>Where trials go on after stops.</summary>
    StopsIgnored,
}
