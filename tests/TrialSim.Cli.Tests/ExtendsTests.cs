using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Scenarios that extend others, as the commands read them.</summary>
public sealed class ExtendsTests
{
    private const string Extending = "trialsim: 1\nname: small-40\nextends: ../base.yaml\ndesign: {patients: 40}\n";

    [Fact, Trait("Source", "Property")]
    public async Task Run_ScenarioThatExtendsAnother_IsThatOfOneFileAndItsResultsStandAlone()
    {
        using TemporaryFolder folder = new();
        string file = Write(folder, Extending);
        string whole = folder.Write("whole.yaml", SmallScenario.With("patients: 20", "patients: 40").Replace("name: small", "name: small-40", StringComparison.Ordinal));

        CommandLine run = await CommandLine.RunAsync("run", file, "--out", folder.PathOf("extended"));
        await CommandLine.RunAsync("run", whole, "--out", folder.PathOf("whole"));
        Directory.Delete(folder.PathOf("trials"), recursive: true);
        CommandLine again = await CommandLine.RunAsync("run", folder.PathOf("extended/scenario.yaml"), "--out", folder.PathOf("again"));

        Assert.Equal((0, 0), (run.ExitCode, again.ExitCode));
        Folders.AreTheSame(folder.PathOf("extended"), folder.PathOf("again"));
        Assert.All(
            ["resolved.yaml", "replicates.csv", "operating-characteristics.csv", "manifest.json"],
            name => Assert.Equal(File.ReadAllText(folder.PathOf($"whole/{name}")), File.ReadAllText(folder.PathOf($"extended/{name}"))));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Commands_ScenarioThatExtendsAnother_ReadItAlike()
    {
        using TemporaryFolder folder = new();
        string file = Write(folder, Extending);

        CommandLine explain = await CommandLine.RunAsync("explain", file, "--set", "truth.effects.0.hazard_ratio=0.7");
        CommandLine check = await CommandLine.RunAsync("check", file);
        CommandLine replay = await CommandLine.RunAsync("replay", file, "--replicate", "1", "--patient", "40");
        CommandLine submit = await CommandLine.RunAsync("cluster", "submit", file, "--shards", "2", "--dry-run");
        CommandLine export = await CommandLine.RunAsync("export", file, "--replicate", "1", "--adam", folder.PathOf("adam"));

        CommandLine sweep = await CommandLine.RunAsync("sweep", file, "--vary", "design.patients=30,40", "--replicates", "20", "--out", folder.PathOf("sweep"));
        CommandLine size = await CommandLine.RunAsync("size", file, "--replicates", "10000", "--between", "20:200", "--accuracy", "0.2", "--out", folder.PathOf("size"));

        Assert.All([explain, check, replay, submit, export, sweep, size], command => Assert.Equal(0, command.ExitCode));
        Assert.Contains("patients: 40\n", explain.Out, StringComparison.Ordinal);
        Assert.Contains("hazard_ratio: 0.7", explain.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("nowhere.yaml")]
    [InlineData("base.yaml")] // Itself.
    public async Task Check_FileThatIsExtendedIsALinkThatLeadsNowhere_SaysWhichCannotBeRead(string target)
    {
        using TemporaryFolder folder = new();
        string file = Write(folder, Extending);
        File.Delete(folder.PathOf("base.yaml"));
        File.CreateSymbolicLink(folder.PathOf("base.yaml"), target);

        CommandLine check = await CommandLine.RunAsync("check", file);

        Assert.Equal((2, ""), (check.ExitCode, check.Out));
        Assert.StartsWith($"{file}:3:10  extends: '{Path.Combine(folder.PathOf("trials"), "../base.yaml")}' cannot be read: ", check.Error, StringComparison.Ordinal);
        Assert.EndsWith(" See where it leads, and who may read it.\n", check.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Check_FileThatIsExtendedIsAtFault_NamesItAsSeenFromHere()
    {
        using TemporaryFolder folder = new();
        string file = Write(folder, Extending);
        string seen = Path.Combine(folder.PathOf("trials"), "../base.yaml");
        folder.Write("base.yaml", SmallScenario.With("12mo", "12m"));
        CommandLine mistake = await CommandLine.RunAsync("check", file);
        File.Delete(folder.PathOf("base.yaml"));
        CommandLine missing = await CommandLine.RunAsync("check", file);
        Directory.CreateDirectory(folder.PathOf("base.yaml"));
        CommandLine directory = await CommandLine.RunAsync("check", file);

        Assert.StartsWith($"{seen}:12:47  design.looks.final.when.follow_up_of_last_patient: '12m' is not a duration.", mistake.Error, StringComparison.Ordinal);
        Assert.StartsWith($"{file}:3:10  extends: There is no file '", missing.Error, StringComparison.Ordinal);
        Assert.EndsWith("Write where it is, seen from the folder of this one.\n", missing.Error, StringComparison.Ordinal);
        Assert.EndsWith("is a folder. Name a scenario file in it.\n", directory.Error, StringComparison.Ordinal);
        Assert.All([mistake, missing, directory], check => Assert.Equal((2, ""), (check.ExitCode, check.Out)));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Check_ScenarioThroughAPipe_ExtendsWhatTheCurrentFolderHas()
    {
        using TemporaryFolder folder = new();
        string trialsim = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "trialsim.dll")}'";
        Write(folder, Extending);
        using Program shell = Program.StartOther([], "bash", "-c", $"cd '{folder.PathOf("trials")}' && {trialsim} explain /dev/stdin < trial.yaml && cat trial.yaml | {trialsim} explain /dev/stdin");

        CommandLine both = await shell.ResultAsync();
        CommandLine file = await CommandLine.RunAsync("explain", folder.PathOf("trials/trial.yaml"));

        Assert.Equal((0, file.Out + file.Out), (both.ExitCode, both.Out));
    }

    // Whatever stands there is the user's, and never our fault.
    [Theory, Trait("Source", "Regression")]
    [InlineData("\"a\\0b\"")]
    [InlineData("\"a\\nb\\e[31m\"")]
    [InlineData("..")]
    [InlineData("./...")]
    [InlineData("~")]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("loop.yaml")]
    [InlineData("long")]
    [InlineData("again/trial.yaml")] // Through a link to its own folder.
    public async Task Check_ExtendsSomethingHostile_IsRefusedInASentence(string named)
    {
        using TemporaryFolder folder = new();
        string file = Write(folder, Extending.Replace("../base.yaml", named == "long" ? new string('x', 20_000) : named, StringComparison.Ordinal));
        File.CreateSymbolicLink(folder.PathOf("trials/loop.yaml"), folder.PathOf("trials/pool.yaml"));
        File.CreateSymbolicLink(folder.PathOf("trials/pool.yaml"), folder.PathOf("trials/loop.yaml"));
        Directory.CreateSymbolicLink(folder.PathOf("trials/again"), folder.PathOf("trials"));

        CommandLine check = await CommandLine.RunAsync("check", file);

        Assert.Equal((2, ""), (check.ExitCode, check.Out));
        Assert.DoesNotContain("our fault", check.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', check.Error);
        Assert.DoesNotContain('\e', check.Error);
        Assert.InRange(check.Error.Length, 20, 2000);
    }

    private static string Write(TemporaryFolder folder, string extending)
    {
        folder.Write("base.yaml", SmallScenario.Yaml);
        Directory.CreateDirectory(folder.PathOf("trials"));
        return folder.Write("trials/trial.yaml", extending);
    }
}
