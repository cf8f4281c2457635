using System.Security.Cryptography;

namespace TrialSim.Cli.Tests.Running;

/// <summary>Compares folders byte for byte, and fills them.</summary>
internal static class Folders
{
    /// <summary>Fails unless both hold the same files with the same bytes.</summary>
    /// <param name="expected">A folder.</param>
    /// <param name="actual">Another.</param>
    /// <param name="beside">Folders in the other that are not looked at.</param>
    public static void AreTheSame(string expected, string actual, params string[] beside)
    {
        Assert.Equal(HashesOf(expected), HashesOf(actual).Where(file => !beside.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal))));
    }

    /// <summary>Copies the shards of a results folder among those of another, as a person may who has run them in the wrong place.</summary>
    public static void AddShards(string from, string to)
    {
        foreach (string log in Directory.GetFiles(Path.Combine(from, "shards"), "*.log"))
        {
            File.Copy(log, Path.Combine(to, "shards", Path.GetFileName(log)));
        }
    }

    private static string[] HashesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(folder, file).Replace('\\', '/')} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}").Order(StringComparer.Ordinal),
    ];
}
