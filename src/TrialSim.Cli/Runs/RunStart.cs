namespace TrialSim.Cli.Runs;

/// <summary>Where a run begins.</summary>
internal enum RunStart
{
    /// <summary>With the first replicate.</summary>
    Anew,

    /// <summary>Where an earlier attempt was stopped.</summary>
    GoesOn,
}
