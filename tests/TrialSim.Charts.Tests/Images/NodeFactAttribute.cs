namespace TrialSim.Charts.Tests.Images;

/// <summary>A test that needs Node and what the build bundles with it; skipped, with a sentence, where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe"))))
        {
            Skip = "Node.js is not on the PATH.";
        }
        else if (!ChartAssets.OfThisBuild.IsBundled)
        {
            Skip = "The chart assets were not bundled in this build: npm is missing or could not fetch them.";
        }
    }
}
