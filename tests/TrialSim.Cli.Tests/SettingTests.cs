using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary><c>--set key=value</c>.</summary>
public sealed class SettingTests
{
    private static readonly string Delay = Repository.PathOf("scenarios", "demo-rfa-delay.yaml");

    [Theory, Trait("Source", "Property")]
    [InlineData("design.patients=200", "patients: 20", "patients: 200")]
    [InlineData("truth.effects.0.hazard_ratio=0.7", "hazard_ratio: 0.5", "hazard_ratio: 0.7")]
    [InlineData("truth.events.death.hazard={median: 12mo}", "hazard: {median: 10mo}", "hazard: {median: 12mo}")]
    [InlineData("design.endpoints.os.events=[death]", "events: [death]", "events: [death]")]
    [InlineData("design.testing.two_sided_alpha=0.1", "truth:\n", "  testing: {two_sided_alpha: 0.1}\ntruth:\n")]
    [InlineData("truth.covariates.stage={A: 0.5, C: 0.5}", "stage: {B: 0.7, C: 0.3}", "stage: {A: 0.5, C: 0.5}")]
    public async Task Explain_WithASetting_IsAsIfTheFileSaidSo(string setting, string piece, string replacement)
    {
        using TemporaryFolder folder = new();
        CommandLine set = await CommandLine.RunAsync("explain", folder.Write("small.yaml", SmallScenario.Yaml), "--set", setting);
        CommandLine written = await CommandLine.RunAsync("explain", folder.Write("other.yaml", SmallScenario.With(piece, replacement)));

        Assert.Equal((0, written.Out), (set.ExitCode, set.Out));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Set_Twice_TheLaterOneCountsAndIsWarnedOf()
    {
        using TemporaryFolder folder = new();
        CommandLine set = await CommandLine.RunAsync("explain", folder.Write("small.yaml", SmallScenario.Yaml), "--set", "design.patients=30", "--set", "design.patients=40");

        Assert.Contains("patients: 40\n", set.Out, StringComparison.Ordinal);
        Assert.Equal("warning: --set design.patients=40  This counts, and not the '--set design.patients=30' before it: the key is set twice. Leave one of the two out.\n", set.Error);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("design.patient=200", "design.patient: 'patient' is not a key here. Did you mean 'patients'? ")]
    [InlineData("design.patients=-2", "design.patients: '-2' is out of range. Write a whole number from 1 to 1000000.")]
    [InlineData("design.patients.x=2", "design.patients: design.patients is '20', and has no 'x' of its own. Set design.patients as a whole, such as --set 'design.patients={…}'.")]
    [InlineData("design.arms.treatd.role=control", "design.arms: There is no 'treatd' in design.arms. Did you mean 'treated'? It has control, treated.")]
    [InlineData("truth.effects.2.on=death", "truth.effects: '2' is no item of the list truth.effects; it has 2 items. Write a number from 0 to 1.")]
    [InlineData("truth.effects.00.on=death", "truth.effects: '00' is no item of the list truth.effects; it has 2 items. Write a number from 0 to 1.")]
    [InlineData("truth.effects.x=death", "truth.effects: 'x' is no item of the list truth.effects; it has 2 items. Write a number from 0 to 1.")]
    [InlineData("truth.events.death={hazard: 1", "This is not YAML: ")]
    [InlineData("design.patients=", "design.patients: Nothing is written here. Write a whole number from 1 to 1000000.")]
    [InlineData("design..patients=3", "The key is empty. Write keys joined by dots, such as design.patients=200.")]
    [InlineData("design.patients=&a 3", "'&a' is an anchor; anchors are not part of the scenario language. Remove it.")]
    public async Task Set_WhatCannotBe_SaysWhatToWriteAndNamesTheSetting(string setting, string message)
    {
        using TemporaryFolder folder = new();
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("small.yaml", SmallScenario.Yaml), "--set", setting);

        Assert.Equal((2, ""), (check.ExitCode, check.Out));
        Assert.StartsWith($"--set {setting}  {message}", check.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Set_WithoutValue_SaysHow()
    {
        CommandLine check = await CommandLine.RunAsync("check", Delay, "--set", "design.patients");

        Assert.Equal(2, check.ExitCode);
        Assert.StartsWith("--set: 'design.patients' is not a key and its value. Write --set key=value, such as --set design.patients=200.\n", check.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_WithASetting_ShowsItInTheResolvedScenarioAndItsHash()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "20", "--out", folder.PathOf("plain"));
        CommandLine run = await CommandLine.RunAsync("run", file, "-n", "20", "--set", "design.patients=30", "--out", folder.PathOf("set"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("patients: 30\n", File.ReadAllText(folder.PathOf("set/resolved.yaml")), StringComparison.Ordinal);
        Assert.NotEqual(HashOf(folder.PathOf("plain/manifest.json")), HashOf(folder.PathOf("set/manifest.json")));
    }

    // RFA at day 14 and, as set, at day 28 after TACE: the threshold of progression is the patient's own, so a longer delay never makes progression later.
    [Fact, Trait("Source", "ByHand")]
    public async Task Replay_UnderALongerDelay_IsTheSamePatientAndProgressesNoLater()
    {
        using TemporaryFolder folder = new();
        for (int patient = 1; patient <= 10; patient++)
        {
            double soon = ProgressionOf(await Replay(patient, "14d"));
            double late = ProgressionOf(await Replay(patient, "28d"));
            Assert.True(late <= soon, $"Patient {patient}: {soon} with RFA at 14 days, {late} at 28.");
        }

        static Task<CommandLine> Replay(int patient, string delay) => CommandLine.RunAsync(
            "replay", Delay, "--replicate", "1", "--patient", patient.ToString(System.Globalization.CultureInfo.InvariantCulture), "--set", $"design.treatments.rfa.first.within={delay}");
    }

    private static double ProgressionOf(CommandLine replay)
    {
        string line = replay.Out.Split('\n').Single(line => line.Contains("   progression", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string HashOf(string manifest)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(manifest));
        return json.RootElement.GetProperty("resolved_scenario_sha256").GetString()!;
    }

    // Braces mean something to a shell.
    [Fact, Trait("Source", "Property")]
    public async Task Run_WithSettings_ReportSaysHowToReproduceThem()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "-n", "5", "--out", folder.PathOf("out"), "--set", "design.patients=40", "--set", "truth.events.death.hazard={median: 12mo}");
        string report = File.ReadAllText(folder.PathOf("out/report.html"));
        CommandLine again = await CommandLine.RunAsync(
            "run", folder.PathOf("out/scenario.yaml"), "--seed", "7", "-n", "5", "--out", folder.PathOf("again"), "--set", "design.patients=40", "--set", "truth.events.death.hazard={median: 12mo}");

        Assert.Contains("--out again --set design.patients=40 --set &#x27;truth.events.death.hazard={median: 12mo}&#x27;</code>", report, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(File.ReadAllText(folder.PathOf("out/replicates.csv")), File.ReadAllText(folder.PathOf("again/replicates.csv")));
    }
}
