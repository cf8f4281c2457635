namespace TrialSim.Cli;

/// <summary>What the program's exit codes mean.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The program failed, or a check of its validation did; the user is asked for a report.</summary>
    public const int OurFault = 1;

    /// <summary>The user's input is at fault.</summary>
    public const int UserInput = 2;

    /// <summary>A target of the scenario, or what a search or --precision was asked for, was not met.</summary>
    public const int TargetMissed = 3;

    /// <summary>Stopped by the user; what was finished is kept.</summary>
    public const int Cancelled = 130;
}
