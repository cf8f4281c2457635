using TrialSim.Charts;

namespace TrialSim.Browser.Tests;

/// <summary>A test that needs a browser and the charts' assets; skipped, with a sentence, where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Program.Length == 0)
        {
            Skip = "Chromium is not installed: apt-get install chromium.";
        }
        else if (!ChartAssets.OfThisBuild.IsBundled)
        {
            Skip = "The chart assets were not bundled in this build: npm is missing or could not fetch them.";
        }
    }
}
