using TrialSim.Cli.Terminal;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Hostile;

/// <summary>Names that come from elsewhere than a scenario, of columns, levels, files and folders, do nothing to the terminal.</summary>
public sealed class HostileNamesTests
{
    // A title and a cleared screen, colours, a turned direction, line and paragraph separators, and a line break that would begin a line of its own.
    private const string Name = "a\e]0;hostile\a\e[2J\u202Eb\u2028c\u2029d\nhostile: all is well\re";

    [Fact, Trait("Source", "Regression")]
    public async Task Analyze_ColumnsLevelsAndFoldersWithCommandsOfATerminal_PrintsText()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Its files have no such names.
        }

        using TemporaryFolder folder = new();
        string[] rows = [.. Enumerable.Range(1, 20).Select(patient => $"{patient % 7 + 1},{patient % 3 / 2},{(patient % 2 == 0 ? "control" : $"\"{Name}\"")},{patient * patient % 11}")];
        string data = folder.Write("data.csv", $"time,event,arm,\"{Name}\"\n{string.Join('\n', rows)}\n");

        await AssertPrintsText("analyze", data, "--time", "time", "--event", "event", "--arm", "arm", "--covariates", Name, "--out", folder.PathOf(Name));
        await AssertPrintsText(40, "analyze", data, "--time", "time", "--event", "event", "--arm", "arm", "--covariates", Name);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Run_FoldersAndTextsWithCommandsOfATerminal_PrintsText()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Its files have no such names.
        }

        using TemporaryFolder folder = new();
        string file = folder.Write($"{Name}.yaml", SmallScenario.Yaml);

        await AssertPrintsText("check", file);
        await AssertPrintsText("run", file, "--replicates", "5", "--out", folder.PathOf(Name));
        await AssertPrintsText("replay", file, "--replicate", "1", "--patient", "1", "--chart", folder.PathOf($"{Name}.html"));
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Chart_FilesAndFoldersWithCommandsOfATerminal_PrintsText()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Its files have no such names.
        }

        using TemporaryFolder folder = new();
        string file = folder.Write($"{Name}.yaml", SmallScenario.Yaml);

        CommandLine chart = await AssertPrintsText("chart", file, "--format", "json", "--out", folder.PathOf(Name));

        Assert.Equal(Directory.EnumerateFiles(folder.PathOf(Name)).Count(), chart.Out.Count(letter => letter == '\n'));
    }

    // What a text holds stays in what is printed of the scenario, which is itself a scenario.
    [Fact, Trait("Source", "Property")]
    public async Task Explain_TextsThatNobodySees_PrintsTheSameScenarioInPrintableCharacters()
    {
        using TemporaryFolder folder = new();
        string plain = folder.Write("plain.yaml", SmallScenario.With("name: small\n", "name: small\ndescription: a\u202Eb\u200Dc\u00ADd\n"));
        string quoted = folder.Write("quoted.yaml", SmallScenario.With("name: small\n", "name: small\ndescription: \"a\\u202Eb\\u200Dc\\u00ADd\"\n"));

        CommandLine first = await AssertPrintsText("explain", plain);
        CommandLine second = await AssertPrintsText("explain", quoted);

        Assert.Contains("description: \"a\\u202Eb\\u200Dc\\u00ADd\"\n", first.Out, StringComparison.Ordinal);
        Assert.Equal(first.Out, second.Out);
    }

    private static Task<CommandLine> AssertPrintsText(params string[] args) => AssertPrintsText(TerminalStreams.RedirectedWidth, args);

    private static async Task<CommandLine> AssertPrintsText(int width, params string[] args)
    {
        CommandLine result = await CommandLine.RunAsync(width, args);
        Assert.True(result.ExitCode == 0, result.Error);
        string said = result.Out + result.Error;
        Assert.Empty(HostileText.ObeyedByTerminal(said));
        Assert.DoesNotContain("\nhostile", said, StringComparison.Ordinal);
        Assert.DoesNotContain(said, letter => letter is '\r' or '\u2028' or '\u2029');
        return result;
    }
}
