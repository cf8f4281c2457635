using TrialSim.Results.Costs;

namespace TrialSim.Cli.Costs;

/// <summary>What this machine has.</summary>
internal static class CapacityHere
{
    /// <summary>For a process that writes into a folder, which need not be there yet.</summary>
    public static Capacity In(string folder) => new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, FreeBytesIn(folder));

    private static double FreeBytesIn(string folder)
    {
        if (folder.Length == 0 || folder.Contains('\0'))
        {
            return double.PositiveInfinity; // No name of a folder; whoever opens it says so.
        }

        for (string? place = Path.GetFullPath(folder); place is not null; place = Path.GetDirectoryName(place))
        {
            if (Directory.Exists(place))
            {
                return FreeBytesOf(place);
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
