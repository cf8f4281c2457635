using System.Reflection;

namespace TrialSim.Architecture.Tests;

/// <summary>A project uses only what its arrow in docs/design.md names.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["TrialSim.Kernel"] = [],
        ["TrialSim.Statistics"] = ["MathNet.Numerics"],
        ["TrialSim.Model"] = ["TrialSim.Statistics"],
        ["TrialSim.Scenarios"] = ["TrialSim.Model", "TrialSim.Statistics", "YamlDotNet"],
        ["TrialSim.Engine"] = ["TrialSim.Model", "TrialSim.Statistics", "TrialSim.Kernel", "SimSharp"],
        ["TrialSim.Results"] = ["TrialSim.Engine", "TrialSim.Model", "TrialSim.Statistics", "CsvHelper"],
        ["TrialSim.Charts"] = ["TrialSim.Results"],
        ["trialsim"] =
        [
            "TrialSim.Charts", "TrialSim.Results", "TrialSim.Engine", "TrialSim.Model", "TrialSim.Statistics", "TrialSim.Scenarios",
            "System.CommandLine", "Spectre.Console",
        ],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void Project_References_FollowItsArrow(string project)
    {
        string[] strangers = [.. ReferencesOf(project).Where(name => !IsFramework(name)).Except(Allowed[project])];

        Assert.Empty(strangers);
    }

    [Fact]
    public void Console_OutsideCli_IsReferencedByNobody()
    {
        string[] users = [.. Allowed.Keys.Where(project => project != "trialsim" && ReferencesOf(project).Contains("System.Console"))];

        Assert.Empty(users);
    }

    [Fact]
    public void Files_InEngineModelKernelAndStatistics_AreNotTouched()
    {
        string[] users =
        [
            .. new[] { "TrialSim.Kernel", "TrialSim.Statistics", "TrialSim.Model", "TrialSim.Engine" }
                .Where(project => ReferencesOf(project).Any(name => name.StartsWith("System.IO.FileSystem", StringComparison.Ordinal))
                    || AssemblyMetadata.MembersUsedBy(project).Any(member => member.StartsWith("System.IO.", StringComparison.Ordinal))),
        ];

        Assert.Empty(users);
    }

    private static IEnumerable<string> ReferencesOf(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine" || name is "Microsoft.Win32.Primitives";
}
