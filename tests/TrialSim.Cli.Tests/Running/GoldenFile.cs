using System.Globalization;
using System.Text.RegularExpressions;

namespace TrialSim.Cli.Tests.Running;

/// <summary>Compares output with a committed file; <c>TRIALSIM_UPDATE_GOLDEN=1</c> writes the file instead.</summary>
internal static partial class GoldenFile
{
    /// <summary>Fails unless <paramref name="actual"/>, its long numbers rounded to 10 digits, is the file <c>Golden/</c><paramref name="name"/>.</summary>
    public static void Matches(string name, string actual)
    {
        string path = Repository.PathOf("tests", "TrialSim.Cli.Tests", "Golden", name);
        // The last bits of logarithms and exponentials differ between platforms.
        string rounded = LongNumber().Replace(
            actual,
            number => double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture));
        if (Environment.GetEnvironmentVariable("TRIALSIM_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, rounded);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), rounded.ReplaceLineEndings("\n"));
    }

    [GeneratedRegex(@"(?<![\w.])-?\d+\.\d{9,}(E[-+]?\d+)?")]
    private static partial Regex LongNumber();
}
