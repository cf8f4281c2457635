using System.Text;
using TrialSim.Model;
using TrialSim.Scenarios.Problems;
using Xunit;

namespace TrialSim.Scenarios.Tests;

/// <summary>Reads scenarios written in tests.</summary>
internal static class Reading
{
    public const string File = "trial.yaml";

    public static ScenarioReading Of(string yaml) => Of(Encoding.UTF8.GetBytes(yaml));

    public static ScenarioReading Of(byte[] content) => ScenarioReader.Read(content, File, ScenarioOverrides.None);

    /// <summary>The scenario, which must be without errors.</summary>
    public static Scenario Valid(string yaml)
    {
        ScenarioReading reading = Of(yaml);
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        return reading.Scenario!;
    }

    public static Trial Trial(string yaml) => Valid(yaml).Trial;

    /// <summary>The errors as a person sees them, without the file's name.</summary>
    public static string[] Errors(string yaml) => [.. Of(yaml).Problems.Select(Shown)];

    /// <summary>The warnings as a person sees them, without the file's name.</summary>
    public static string[] Warnings(string yaml)
    {
        ScenarioReading reading = Of(yaml);
        Assert.Empty(reading.Problems);
        return [.. reading.Warnings.Select(Shown)];
    }

    private static string Shown(ScenarioProblem problem)
    {
        string text = problem.ToString();
        Assert.StartsWith(File + ":", text, StringComparison.Ordinal);
        return text[(File.Length + 1)..];
    }
}
