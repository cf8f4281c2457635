using System.Globalization;
using System.Runtime.CompilerServices;

namespace TrialSim.Cli.Terminal;

/// <summary>
/// How many files this process may hold open (ulimit -n). .NET opens each library when it is first needed, and where it may not, it says that there is no such library, in the middle of the work. As machine code the program is one file.
/// </summary>
internal static class OpenFileLimit
{
    private const string LinuxLimits = "/proc/self/limits";
    private const string Row = "Max open files";

    // A run on two processors holds 60 to 100.
    private const int Least = 160;

    /// <summary>Whether they are too few, and what to write then.</summary>
    public static bool IsTooLow(out string sentence)
    {
        sentence = "";
        if (RuntimeFeature.IsDynamicCodeSupported && File.Exists(LinuxLimits) && File.ReadLines(LinuxLimits).FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal)) is string row
            && int.TryParse(row[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture, out int most) && most < Least)
        {
            sentence = $"This process may hold no more than {most} files open, and .NET needs that many for its own libraries. Allow more: ulimit -n 1024.";
        }

        return sentence.Length > 0;
    }
}
