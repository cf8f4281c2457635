namespace TrialSim.Browser.Tests;

/// <summary>Debian's browser: nothing is downloaded for these tests.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The program; empty where there is none.</summary>
    public static string Program { get; } = Places.FirstOrDefault(File.Exists) ?? "";
}
