namespace TrialSim.Results.Targets;

/// <summary>Whether a run shows what a target asks for.</summary>
public enum TargetVerdict
{
    /// <summary>It does.</summary>
    Met,

    /// <summary>It does not, and Monte Carlo error does not explain it.</summary>
    Missed,

    /// <summary>The figure lies beyond the tolerance, but its Monte Carlo interval reaches into it: more replicates would decide.</summary>
    Undecided,

    /// <summary>The run cannot tell: the figure could not be estimated, or one replicate shows nothing of its error.</summary>
    NotJudged,
}
