using System.Security.Cryptography;
using System.Text;

namespace TrialSim.Cli;

/// <summary>Tells whether two runs are of the same scenario.</summary>
internal static class ScenarioDigest
{
    /// <summary>SHA-256 of the resolved scenario, lower-case hexadecimal.</summary>
    public static string Of(string resolvedYaml) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(resolvedYaml)));
}
