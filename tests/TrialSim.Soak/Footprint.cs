using System.Diagnostics;

namespace TrialSim.Soak;

/// <summary>What a process holds, after everything that nobody can reach any more was collected.</summary>
/// <param name="ManagedBytes">Objects that are still reachable.</param>
/// <param name="ResidentBytes">Memory of the process, with the runtime and its code.</param>
/// <param name="Handles">Open files, pipes and sockets, without the libraries that the program has loaded; 0 where the system does not tell.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Files">Files and folders in the folder for temporary files.</param>
internal sealed record Footprint(long ManagedBytes, long ResidentBytes, int Handles, int Threads, int Files)
{
    private const string Descriptors = "/proc/self/fd";

    /// <summary>Measures this process now.</summary>
    public static Footprint OfThisProcess()
    {
        for (int pass = 0; pass < 2; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using Process self = Process.GetCurrentProcess();
        return new Footprint(
            GC.GetTotalMemory(forceFullCollection: true),
            self.WorkingSet64,
            !Directory.Exists(Descriptors) ? 0 : Directory.EnumerateFileSystemEntries(Descriptors).Count(file => new FileInfo(file).LinkTarget?.EndsWith(".dll", StringComparison.Ordinal) == false),
            self.Threads.Count,
            Directory.GetFileSystemEntries(Path.GetTempPath()).Length);
    }
}
