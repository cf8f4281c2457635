namespace TrialSim.Tests;

/// <summary>Where the sources lie that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution file.</summary>
    public static string Root { get; } = Find();

    /// <summary>Path of a file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TrialSim.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No TrialSim.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
