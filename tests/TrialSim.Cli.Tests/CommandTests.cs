using TrialSim.Cli.Tests.Running;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Tests;

public sealed class CommandTests
{
    private static readonly string ThreeArms = Repository.PathOf("scenarios", "three-arm-tace.yaml");
    private static readonly string Pauses = Repository.PathOf("scenarios", "demo-sorafenib-pauses.yaml");

    public static TheoryData<string> Shipped() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("scenarios"), "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Shipped)), Trait("Source", "Property")]
    public async Task Check_ShippedScenario_CanBeRun(string file)
    {
        CommandLine check = await CommandLine.RunAsync("check", Repository.PathOf(file));

        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        // The bounds of tests at several looks follow.
        Assert.StartsWith($"{Repository.PathOf(file)}: {Path.GetFileNameWithoutExtension(file)} can be run.\n", check.Out, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Shipped)), Trait("Source", "Property")]
    public async Task Explain_ShippedScenario_ReadAgainResolvesToItself(string file)
    {
        using TemporaryFolder folder = new();
        CommandLine first = await CommandLine.RunAsync("explain", Repository.PathOf(file));
        CommandLine second = await CommandLine.RunAsync("explain", folder.Write("resolved.yaml", first.Out));

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(first.Out, second.Out);
    }

    // At a hazard ratio of 1 the bound is −0.
    [Fact, Trait("Source", "ByHand")]
    public async Task Check_FutilityBoundOfZero_HasNoSign()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("two.yaml", TwoLookScenario.Yaml.Replace("futility: {z: [0.5]}", "futility: {hazard_ratio: [1]}", StringComparison.Ordinal));

        CommandLine check = await CommandLine.RunAsync("check", file);

        Assert.Equal(0, check.ExitCode);
        Assert.Contains(" 0.0000 ", check.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("-0.0000", check.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Explain_SmallScenario_FillsEveryDefaultIn()
    {
        using TemporaryFolder folder = new();
        CommandLine explain = await CommandLine.RunAsync("explain", folder.Write("small.yaml", SmallScenario.Yaml));

        GoldenFile.Matches("explain-small.yaml", explain.Out);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Schema_ToStandardOutput_IsTheShippedFile()
    {
        CommandLine schema = await CommandLine.RunAsync("schema");

        Assert.Equal(0, schema.ExitCode);
        Assert.Equal(File.ReadAllText(Repository.PathOf("scenarios", "schema", "trialsim-1.schema.json")), schema.Out);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Replay_PatientAndTheSameInAnotherArm_IsTheGoldenText()
    {
        CommandLine own = await CommandLine.RunAsync("replay", ThreeArms, "--replicate", "4711", "--patient", "57");
        CommandLine other = await CommandLine.RunAsync("replay", ThreeArms, "--replicate", "4711", "--patient", "57", "--arm", "tace_rfa");

        Assert.Equal((0, 0), (own.ExitCode, other.ExitCode));
        GoldenFile.Matches("replay.txt", own.Out);
        GoldenFile.Matches("replay-in-arm.txt", other.Out);
    }

    // TACE every 42 days; sorafenib five days after it until a day before the next.
    [Fact, Trait("Source", "ByHand")]
    public async Task Replay_ScenarioWithAProtocol_ShowsSessionsAndPauses()
    {
        CommandLine replay = await CommandLine.RunAsync("replay", Pauses, "--replicate", "1", "--patient", "3", "--arm", "tace_sorafenib");
        string[] lines = [.. replay.Out.Split('\n').Where(line => line.Contains("tace, ", StringComparison.Ordinal) || line.Contains("sorafenib ", StringComparison.Ordinal))];

        Assert.Equal(
            ["0.0 tace, session 1", "5.0 sorafenib started", "41.0 sorafenib held", "42.0 tace, session 2", "47.0 sorafenib taken again"],
            lines.Take(5).Select(line => $"{line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]} {line[40..]}"));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Replay_TrialOfSitesWithAQueue_NamesTheSiteAndTheDaysWaited()
    {
        string[] command = ["replay", Repository.PathOf("scenarios", "demo-angiography-capacity.yaml"), "--replicate", "1", "--patient", "40"];
        CommandLine replay = await CommandLine.RunAsync(command);
        CommandLine three = await CommandLine.RunAsync([.. command, "--set", "truth.sites.count=3"]);
        string[] lines = replay.Out.Split('\n');
        int wait = Array.FindIndex(lines, line => line.EndsWith("session 1: waits for a slot", StringComparison.Ordinal));
        double DayOf(string line) => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        string session = Assert.Single(lines, line => line.Contains("tace, session 1 (waited ", StringComparison.Ordinal));

        Assert.Equal("site: 1 of 1", lines[2]);
        Assert.Matches("\nsite: [123] of 3\n", three.Out);
        Assert.InRange(wait, 0, Array.IndexOf(lines, session) - 1);
        Assert.Equal(
            DayOf(session) - DayOf(lines[wait]), double.Parse(session.Split("(waited ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 0.1001); // Each is rounded.
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--patient: there is no patient 451 among 450. Write 1 to 450.\n", "--patient", "451")]
    [InlineData("--arm: there is no arm 'rfa'. The arms are tace, tace_rfa, tace_sorafenib.\n", "--patient", "1", "--arm", "rfa")]
    public async Task Replay_OfWhatIsNotThere_SaysWhatThereIs(string message, params string[] options)
    {
        CommandLine replay = await CommandLine.RunAsync(["replay", ThreeArms, "--replicate", "1", .. options]);

        Assert.Equal((2, "", message), (replay.ExitCode, replay.Out, replay.Error));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Init_NewFile_WritesAScenarioThatRuns()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("mine.yaml");

        CommandLine init = await CommandLine.RunAsync("init", file);
        CommandLine run = await CommandLine.RunAsync("run", file, "-n", "20", "--out", folder.PathOf("out"));

        Assert.Equal((0, "", $"Wrote {file}. Run it with: trialsim run {file}\n"), (init.ExitCode, init.Error, init.Out));
        Assert.Equal(StarterScenario.Yaml, File.ReadAllText(file));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Init_FileThatIsThere_IsLeftAsItIs()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("mine.yaml", "mine");

        CommandLine init = await CommandLine.RunAsync("init", file);

        Assert.Equal((2, $"{file}: is there already, and would be lost. Name another file.\n"), (init.ExitCode, init.Error));
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Init_FolderThatIsNotThere_NamesTheFile()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("none/mine.yaml");

        CommandLine init = await CommandLine.RunAsync("init", file);

        Assert.Equal(2, init.ExitCode);
        Assert.StartsWith($"{file}: cannot be written. ", init.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Listing());
    }
}
