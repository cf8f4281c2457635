namespace TrialSim.Statistics.GroupSequential;

/// <summary>Whether the efficacy bounds take credit for stopping at the futility bounds.</summary>
public enum FutilityRule
{
    /// <summary>The trial may go on past a futility bound: the efficacy bounds hold the error as if there were none.</summary>
    NonBinding,

    /// <summary>The trial must stop at a futility bound: the efficacy bounds are lower for it, and the error is lost if it goes on.</summary>
    Binding,
}
