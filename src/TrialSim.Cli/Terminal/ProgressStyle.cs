namespace TrialSim.Cli.Terminal;

/// <summary>How progress is shown.</summary>
public enum ProgressStyle
{
    /// <summary>A bar that is redrawn, for a terminal.</summary>
    Bar,

    /// <summary>A line now and then, for a file or a pipe.</summary>
    Lines,
}
