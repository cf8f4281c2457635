using System.Security.Cryptography;

namespace TrialSim.Cli.Analysis;

/// <summary>What tells whether a data file is still the one that was read.</summary>
internal static class FileDigest
{
    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public static string Of(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
