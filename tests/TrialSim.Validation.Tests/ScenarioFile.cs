namespace TrialSim.Validation.Tests;

/// <summary>The text of a shipped scenario, as it is or with single figures replaced.</summary>
internal static class ScenarioFile
{
    /// <summary>The text of a file below <c>scenarios/</c>.</summary>
    /// <param name="path">Such as <c>validation/benchmark-d1.yaml</c>.</param>
    public static string Text(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenarios", path));

    /// <summary>The names of the files that stand in <c>scenarios/</c> itself, in order.</summary>
    public static IEnumerable<string> Shipped() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "scenarios"), "*.yaml").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    /// <summary>The same text with one passage replaced; it must be there exactly once.</summary>
    public static string With(this string text, string passage, string replacement)
    {
        Assert.Equal(2, text.Split(passage).Length);
        return text.Replace(passage, replacement, StringComparison.Ordinal);
    }
}
