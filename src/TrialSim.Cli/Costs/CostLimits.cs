namespace TrialSim.Cli.Costs;

/// <summary>What a command may take without being asked twice: time that nobody waits for, and what this machine has (docs/decisions/0034).</summary>
internal static class CostLimits
{
    /// <summary>Days that a command may take.</summary>
    public const double Days = 30;

    // Less is written without asking how much room there is: the estimate is too rough for it.
    private const double LeastDiskBytes = 1e9;

    /// <summary>Bytes of memory that this process may take.</summary>
    public static double MemoryBytes => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Bytes that may be written into a folder, which need not be there yet.</summary>
    public static double DiskBytesIn(string folder)
    {
        if (folder.Length == 0 || folder.Contains('\0'))
        {
            return double.PositiveInfinity; // No name of a folder; whoever opens it says so.
        }

        for (string? place = Path.GetFullPath(folder); place is not null; place = Path.GetDirectoryName(place))
        {
            if (Directory.Exists(place))
            {
                return Math.Max(LeastDiskBytes, FreeBytesOf(place));
            }
        }

        return double.PositiveInfinity;
    }

    // A file system that does not say how full it is does not limit.
    private static double FreeBytesOf(string place)
    {
        try
        {
            return new DriveInfo(place).AvailableFreeSpace;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return double.PositiveInfinity;
        }
    }
}
