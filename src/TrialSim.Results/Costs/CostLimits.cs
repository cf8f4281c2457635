namespace TrialSim.Results.Costs;

/// <summary>What a command may take without being asked twice, beside the memory and the disk that there are: time that nobody waits for (docs/decisions/0034).</summary>
public static class CostLimits
{
    /// <summary>Days that a command may take.</summary>
    public const double Days = 30;

    /// <summary>Less is written without asking how much room there is: the estimate is too rough for it.</summary>
    public const double LeastDiskBytes = 1e9;
}
