using System.Runtime.Versioning;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Each mistake ends with exit code 2, a message that names the place and what to write, and no results.</summary>
public sealed class BadInputTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData("patients: 20", "patient: 20", ":4:3  design.patient: ", "Did you mean 'patients'?")]
    [InlineData("  patients: 20\n", "", ":3:1  design.patients: ", "Write 'patients:' with a whole number")]
    [InlineData("  patients: 20\n", "  patients: 20\n  patients: 30\n", ":5:3  design.patients: ", "Remove one of the two.")]
    [InlineData("12mo", "12m", ":12:47  design.looks.final.when.follow_up_of_last_patient: '12m' is not a duration.", "Did you mean 12mo?")]
    [InlineData("median: 10mo", "median: -10mo", ":21:30  truth.events.death.hazard.median: '-10mo' is out of range.", "Write a duration above 0")]
    [InlineData("C: 0.3", "C: 0.4", ":19:12  truth.covariates.stage: ", "Write probabilities that sum to 1.")]
    [InlineData("treated: 1}", "treatd: 1}", ":8:68  design.allocation.ratio.treatd: ", "Did you mean 'treated'?")]
    [InlineData("{follow_up_of_last_patient: 12mo}", "{events: {endpoint: os, count: 21}}", ":12:50  design.looks.final.when.events.count: ", "Write at most 20.")]
    public async Task Run_MistakeInTheScenario_NamesItsPlaceAndWhatToWrite(string piece, string mistake, string place, string advice)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("trial.yaml", SmallScenario.With(piece, mistake));

        CommandLine run = await RunIn(folder, file);
        CommandLine check = await CommandLine.RunAsync("check", file);

        AssertRefused(run, folder, "trial.yaml");
        Assert.StartsWith(file + place, run.Error, StringComparison.Ordinal);
        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal((2, "", run.Error), (check.ExitCode, check.Out, check.Error));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_SeveralMistakes_ReportsThemTogether()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("trial.yaml", SmallScenario.With("12mo", "12m").Replace("C: 0.3", "C: 0.4", StringComparison.Ordinal));

        CommandLine run = await RunIn(folder, file);

        AssertRefused(run, folder, "trial.yaml");
        Assert.Equal(2, run.Error.TrimEnd('\n').Split('\n').Length);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("", ":1:1  The file is empty. Begin with 'trialsim: 1'")]
    [InlineData("A letter, not a scenario\n", ":1:1  The file is the text 'A letter, not a scenario'; a scenario is a mapping of keys. Begin with 'trialsim: 1'.")]
    [InlineData("design: {arms: [\n", ":2:1  ")]
    [InlineData("\u007fELF\0\0\u0001", ":1:")]
    public async Task Run_FileThatIsNoScenario_SaysWhatToGive(string content, string message)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("trial.yaml", content);

        CommandLine run = await RunIn(folder, file);

        AssertRefused(run, folder, "trial.yaml");
        Assert.StartsWith(file + message, run.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_BinaryFile_IsNamedSo()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("trial.yaml");
        File.WriteAllBytes(file, [0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00]);

        CommandLine run = await RunIn(folder, file);

        AssertRefused(run, folder, "trial.yaml");
        Assert.Contains("this is a binary file or not UTF-8", run.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_FileWithoutEnd_IsNotReadToItsEnd()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("trial.yaml");
        File.WriteAllBytes(file, new byte[11 * 1024 * 1024]);

        CommandLine run = await RunIn(folder, file);

        AssertRefused(run, folder, "trial.yaml");
        Assert.Equal($"{file}:1:1  The file is longer than 1048576 bytes, the most that a scenario may have. Is this the right file?\n", run.Error);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_NoSuchFileFolderOrName_SaysWhatToName()
    {
        using TemporaryFolder folder = new();
        CommandLine none = await RunIn(folder, folder.PathOf("none.yaml"));
        CommandLine directory = await RunIn(folder, folder.Path);
        CommandLine empty = await RunIn(folder, "");

        Assert.All([none, directory, empty], run => AssertRefused(run, folder));
        Assert.Equal($"{folder.PathOf("none.yaml")}: there is no such file. 'trialsim init none.yaml' writes a scenario to start from.\n", none.Error);
        Assert.Equal($"{folder.Path}: is a folder, not a scenario. Name a YAML file in it.\n", directory.Error);
        Assert.Equal("The scenario's name is empty. Name a YAML file.\n", empty.Error);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_OutputBelowAFile_NamesTheFile()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("trial.yaml", SmallScenario.Yaml);
        string output = Path.Combine(file, "deep", "out");

        CommandLine run = await CommandLine.RunAsync("run", file, "--out", output);
        CommandLine onto = await CommandLine.RunAsync("run", file, "--out", file);
        CommandLine nameless = await CommandLine.RunAsync("run", file, "--out", "");

        Assert.All([run, onto, nameless], refused => AssertRefused(refused, folder, "trial.yaml"));
        Assert.Equal($"'{output}' cannot be a folder, because '{file}' is a file. Name another folder with --out.\n", run.Error);
        Assert.Equal($"'{file}' is a file, not a folder. Name another folder with --out.\n", onto.Error);
        Assert.Equal("The name of the results folder is empty. Name a folder with --out.\n", nameless.Error);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_OutputHoldsOtherFiles_LeavesThemAlone()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("trial.yaml", SmallScenario.Yaml);
        Directory.CreateDirectory(folder.PathOf("out"));
        folder.Write("out/thesis.txt", "years of work");

        CommandLine run = await RunIn(folder, file);

        AssertRefused(run, folder, "out", "trial.yaml");
        Assert.Contains("holds files that are not results of TrialSim", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Name another folder with --out.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(folder.PathOf("out/thesis.txt")));
    }

    [UnsupportedOSPlatform("windows")]
    [ClosedFolderFact, Trait("Source", "Property")]
    public async Task Run_OutputInAReadOnlyFolder_SaysSo()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("trial.yaml", SmallScenario.Yaml);
        DirectoryInfo closed = Directory.CreateDirectory(folder.PathOf("closed"));
        UnixFileMode mode = closed.UnixFileMode;
        closed.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        string target = Path.Combine(Environment.IsPrivilegedProcess ? ClosedFolderFactAttribute.ClosedToAll : closed.FullName, "trialsim-out");

        CommandLine run = await CommandLine.RunAsync("run", file, "--out", target);

        closed.UnixFileMode = mode;
        AssertRefused(run, folder, "closed", "trial.yaml");
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Empty(closed.EnumerateFileSystemInfos());
        Assert.False(Directory.Exists(target));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--replicates: '0' cannot be used; write a whole number from 1 to 100000000.", "--replicates", "0")]
    [InlineData("--replicates: 'x' cannot be used; write a whole number from 1 to 100000000.", "-n", "x")]
    [InlineData("--replicates needs a value: write --replicates <number>.", "-n")]
    [InlineData("--replicates is given 2 times. Give it once.", "-n", "1", "-n", "2")]
    [InlineData("--seed: '-1' cannot be used; a seed is a whole number from 0 to 18446744073709551615.", "--seed", "-1")]
    [InlineData("--threads: '0' cannot be used; write a whole number from 1 to 1024.", "--threads", "0")]
    [InlineData("--precision: '0' cannot be used; write a number above 0, such as 0.005.", "--precision", "0")]
    [InlineData("--shard: '5/4' cannot be used; write which shard and of how many (at most 100000), such as 3/64.", "--shard", "5/4")]
    [InlineData("--shard: '0/4' cannot be used; write which shard and of how many (at most 100000), such as 3/64.", "--shard", "0/4")]
    [InlineData("--shard: '3' cannot be used; write which shard and of how many (at most 100000), such as 3/64.", "--shard", "3")]
    [InlineData("run has no option '--replicate'. It has --replicates, --seed, --threads, --out, --with-null, --ignore-stopping, --precision, --precision-of, --resume, --keep-log, --shard, --set, --at-any-cost, --help, --debug.", "--replicate", "5")]
    [InlineData("'more' is one word too many: run takes one scenario. A name with spaces needs quotes.", "more")]
    public async Task Run_OptionThatCannotBeUsed_SaysWhatToWrite(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("trial.yaml", SmallScenario.Yaml);

        CommandLine run = await CommandLine.RunAsync(["run", file, "--out", folder.PathOf("out"), .. options]);

        AssertRefused(run, folder, "trial.yaml");
        Assert.Equal($"{message}\nSee 'trialsim run --help'.\n", run.Error);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("Say what to do. The commands are run, sweep, size, merge, cluster, check, explain, replay, chart, compare, export, analyze, formula, fit, validate, init, schema, licences.\nSee 'trialsim --help'.\n")]
    [InlineData("There is no command 'rnu'. The commands are run, sweep, size, merge, cluster, check, explain, replay, chart, compare, export, analyze, formula, fit, validate, init, schema, licences.\nSee 'trialsim --help'.\n", "rnu")]
    [InlineData("trialsim has no option '--fast'. It has --help, --version, --debug.\nSee 'trialsim --help'.\n", "--fast")]
    [InlineData("--seed stands before the command. Write it after: trialsim run … --seed …\nSee 'trialsim run --help'.\n", "--seed", "3", "run", "x")]
    [InlineData("The scenario is missing. Write: trialsim check <scenario>\nSee 'trialsim check --help'.\n", "check")]
    [InlineData("run has no option '--fast'. It has --replicates, --seed, --threads, --out, --with-null, --ignore-stopping, --precision, --precision-of, --resume, --keep-log, --shard, --set, --at-any-cost, --help, --debug.\nSee 'trialsim run --help'.\n", "run", "--fast")]
    [InlineData("--replicate is missing. Add --replicate <number>.\n--patient is missing. Add --patient <number>.\nSee 'trialsim replay --help'.\n", "replay", "x")]
    [InlineData("init has no option '--force'. It has --help, --debug.\nSee 'trialsim init --help'.\n", "init", "--force")]
    [InlineData("validate has no option '--fast'. It has --out, --only, --cases, --list, --write-cases, --help, --debug.\nSee 'trialsim validate --help'.\n", "validate", "--fast")]
    [InlineData("The folder is missing. Write: trialsim merge <folder>\nSee 'trialsim merge --help'.\n", "merge")]
    [InlineData("--shards is missing. Add --shards <number>.\nSee 'trialsim cluster submit --help'.\n", "cluster", "submit", "x")]
    [InlineData("The folder is missing. Write: trialsim cluster status <folder>\nSee 'trialsim cluster status --help'.\n", "cluster", "status")]
    [InlineData("Say what to do. The commands of cluster are submit, status.\nSee 'trialsim cluster --help'.\n", "cluster")]
    [InlineData("'x' is one word too many: schema takes options only. A name with spaces needs quotes.\nSee 'trialsim schema --help'.\n", "schema", "x")]
    public async Task CommandLine_ThatMakesNoSense_SaysWhatToWrite(string message, params string[] args)
    {
        CommandLine run = await CommandLine.RunAsync(args);

        Assert.Equal((2, "", message), (run.ExitCode, run.Out, run.Error));
    }

    private static Task<CommandLine> RunIn(TemporaryFolder folder, string file) => CommandLine.RunAsync("run", file, "--out", folder.PathOf("out"));

    private static void AssertRefused(CommandLine run, TemporaryFolder folder, params string[] listing)
    {
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal(listing, folder.Listing());
    }
}
