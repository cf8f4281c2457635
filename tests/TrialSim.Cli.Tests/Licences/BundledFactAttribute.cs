using TrialSim.Charts;

namespace TrialSim.Cli.Tests.Licences;

/// <summary>A test of what is bundled from npm; skipped, with a sentence, where the build bundled nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BundledFactAttribute : FactAttribute
{
    public BundledFactAttribute()
    {
        if (!ChartAssets.OfThisBuild.IsBundled)
        {
            Skip = "The chart assets were not bundled in this build: npm is missing or could not fetch them.";
        }
    }
}
