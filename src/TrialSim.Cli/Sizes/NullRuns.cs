namespace TrialSim.Cli.Sizes;

/// <summary>Where a search simulates the trial in which nothing that is on trial has an effect.</summary>
internal enum NullRuns
{
    /// <summary>Nowhere: there is no such trial, or no test in it.</summary>
    None,

    /// <summary>At the answer, to tell the errors of its tests.</summary>
    AtTheAnswer,

    /// <summary>At each size that is looked at, because a target is about those errors.</summary>
    AtEachSize,
}
