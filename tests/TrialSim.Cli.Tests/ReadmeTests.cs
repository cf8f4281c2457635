using System.Text.RegularExpressions;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What README.md tells people to type. It changes the current folder of the process, so no other test may run beside it.</summary>
[Collection(nameof(RunsAlone))]
public sealed partial class ReadmeTests
{
    private const string ByDotnet = "dotnet run -c Release --project src/TrialSim.Cli -- ";
    private const string ByName = "trialsim ";

    private readonly string _readme = File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n");

    [Fact, Trait("Source", "Property")]
    public async Task Readme_ItsCommandsInOrder_AllRun()
    {
        string[][] commands = [.. Commands(_readme)];
        Assert.Contains(commands, command => command[0] == "run");
        using Workplace workplace = new();
        foreach (string[] command in commands)
        {
            CommandLine run = await CommandLine.RunAsync(IsFull(command) ? [.. command, "-n", "50"] : command);
            Assert.True(run.ExitCode == 0, $"trialsim {string.Join(' ', command)}: exit code {run.ExitCode}, {run.Error}");
        }
    }

    [Fact, Trait("Source", "Property")]
    public async Task Readme_OutputOfTheFirstCommand_IsWhatItPrints()
    {
        using Workplace workplace = new();
        CommandLine run = await CommandLine.RunAsync(Commands(_readme).First());

        Assert.Equal(TextBlock().Match(_readme).Groups["lines"].Value, run.Out.ReplaceLineEndings("\n"));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Cookbook_WholeScenarios_AreCleanAndTheirCommandsRun()
    {
        string cookbook = File.ReadAllText(Repository.PathOf("docs", "cookbook.md")).ReplaceLineEndings("\n");
        using Workplace workplace = new();
        string[] files = [.. WholeScenario().Matches(cookbook).Select(scenario => $"{scenario.Groups["name"].Value}.yaml")];
        foreach (Match scenario in WholeScenario().Matches(cookbook))
        {
            File.WriteAllText($"{scenario.Groups["name"].Value}.yaml", scenario.Groups["lines"].Value);
        }

        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            CommandLine check = await CommandLine.RunAsync("check", file);
            string[][] commands = [.. Commands(cookbook).Where(command => command.Contains(file))];

            Assert.Equal((0, ""), (check.ExitCode, check.Error));
            Assert.NotEmpty(commands);
            foreach (string[] command in commands)
            {
                CommandLine run = await CommandLine.RunAsync(IsFull(command) ? [.. command, "-n", "50"] : command);
                Assert.True(run.ExitCode == 0, $"trialsim {string.Join(' ', command)}: exit code {run.ExitCode}, {run.Error}");
            }
        }
    }

    // A run of the full size takes long; that it works shows in 50 replicates.
    private static bool IsFull(string[] command) => command[0] is "run" or "sweep" && !command.Contains("--replicates") && !command.Contains("-n");

    /// <summary>The arguments of each line of a bash block that starts the program, up to a comment or a redirection.</summary>
    private static IEnumerable<string[]> Commands(string markdown) =>
        from Match block in BashBlock().Matches(markdown.ReplaceLineEndings("\n"))
        from part in block.Groups["lines"].Value.Split(["\n", " && "], StringSplitOptions.TrimEntries)
        let prefix = part.StartsWith(ByDotnet, StringComparison.Ordinal) ? ByDotnet : ByName
        where part.StartsWith(prefix, StringComparison.Ordinal)
        select EndOfCommand().Split(part[prefix.Length..], 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^```text\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex TextBlock();

    [GeneratedRegex("^```yaml\n(?<lines>trialsim: 1\nname: (?<name>[a-z0-9-]+)\n.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex WholeScenario();

    [GeneratedRegex("^```bash\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BashBlock();

    [GeneratedRegex(@"\s+[#>|]")]
    private static partial Regex EndOfCommand();

    /// <summary>An empty folder with the shipped scenarios and data, current until disposed.</summary>
    private sealed class Workplace : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly string _before = Directory.GetCurrentDirectory();

        public Workplace()
        {
            Copy("scenarios");
            Copy("examples");

            Directory.SetCurrentDirectory(_folder.Path);
        }

        public void Dispose()
        {
            Directory.SetCurrentDirectory(_before);
            _folder.Dispose();
        }

        private void Copy(string name)
        {
            string source = Repository.PathOf(name);
            foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(_folder.PathOf(name), Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }
}
