namespace TrialSim.Results.Targets;

/// <summary>Whether a run shows what a target asks for.</summary>
public enum TargetVerdict
{
    /// <summary>It does.</summary>
    Met,

    /// <summary>It does not.</summary>
    Missed,

    /// <summary>The run cannot tell: the figure could not be estimated, or one replicate shows nothing of its error.</summary>
    NotJudged,
}
