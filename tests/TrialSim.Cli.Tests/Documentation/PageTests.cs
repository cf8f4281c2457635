using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Documentation;

/// <summary>What pages tell people to type and to save, and what they say is printed. They change the current folder of the process, so no other test may run beside them.</summary>
[Collection(nameof(RunsAlone))]
public sealed class PageTests
{
    private const string OfTheirOwn = "my-trial.yaml";

    // A line that stands for lines which a page leaves out.
    private const string Gap = "…";

    [Theory, Trait("Source", "Property")]
    [InlineData("docs/guide.md")]
    [InlineData("docs/teaching.md")]
    [InlineData("docs/language.md")]
    [InlineData("docs/how-it-works.md")]
    [InlineData("docs/cookbook.md")]
    public async Task Page_ItsCommandsInOrder_RunAndPrintWhatItShows(string page)
    {
        MarkdownBlock[] blocks = [.. MarkdownPage.Read(Repository.PathOf(page)).Blocks];
        using Workplace workplace = new();
        await PrepareAsync(blocks);
        string output = string.Empty;
        for (int block = 0; block < blocks.Length; block++)
        {
            if (blocks[block].Language == "bash")
            {
                bool isShown = blocks.Skip(block + 1).TakeWhile(next => next.Language != "bash").Any(next => next.Language == "text");
                output = await RunAsync(PageCommand.In(blocks[block].Text).Select(command => isShown ? command : command.Shortened()));
            }
            else if (blocks[block].Language == "text")
            {
                AssertPrinted(blocks[block].Text, output);
            }
        }

        Assert.NotEqual(string.Empty, output);
    }

    // Those of the commands that end soon, of files that ship or that 'init' writes; of a run its scenario is read, since pages run enough of them.
    [Fact, Trait("Source", "Property")]
    public async Task CommandPage_ItsExamples_Run()
    {
        MarkdownBlock[] blocks = [.. MarkdownPage.Read(Repository.PathOf("docs", "commands.md")).Blocks];
        using Workplace workplace = new();
        await PrepareAsync(blocks);
        PageCommand[] commands =
        [
            .. blocks.SelectMany(block => PageCommand.In(block.Text))
                .Where(command => command.Arguments[0] is "run" or "sweep" or "check" or "explain" or "replay" or "export" or "formula" && command.Arguments.Length > 1)
                .Where(command => !command.Arguments.Contains("--targets") && command.Arguments.Where(IsScenario).All(File.Exists)),
        ];

        Assert.InRange(commands.Length, 40, 1000);
        await RunAsync(commands.Select(command => command.Explained()));
    }

    [Fact, Trait("Source", "Property")]
    public void Pages_WithCommands_AreAllRun()
    {
        string[] run = [.. typeof(PageTests).GetMethod(nameof(Page_ItsCommandsInOrder_RunAndPrintWhatItShows))!.CustomAttributes
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value!)];

        string[] written = [.. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md")
            .Where(path => MarkdownPage.Read(path).Blocks.Any(block => block.Language == "bash" && PageCommand.In(block.Text).Any()))
            .Select(path => $"docs/{Path.GetFileName(path)}")];

        Assert.Equal(written.Order(StringComparer.Ordinal), run.Order(StringComparer.Ordinal));
    }

    private static bool IsScenario(string argument) => argument.EndsWith(".yaml", StringComparison.Ordinal);

    // The scenarios of the page under their names, and one that its readers have as their own.
    private static async Task PrepareAsync(MarkdownBlock[] blocks)
    {
        foreach (MarkdownBlock scenario in blocks.Where(block => block.Language == "yaml" && block.Text.StartsWith("trialsim: 1", StringComparison.Ordinal)))
        {
            string name = scenario.Text.Split('\n').First(line => line.StartsWith("name: ", StringComparison.Ordinal))["name: ".Length..];
            await File.WriteAllTextAsync($"{name}.yaml", scenario.Text);
        }

        foreach (string scenario in Directory.GetFiles(".", "*.yaml"))
        {
            CommandLine check = await CommandLine.RunAsync("check", scenario);
            Assert.True((check.ExitCode, check.Error) == (0, ""), $"{scenario}: {check.Error}");
        }

        if (!File.Exists(OfTheirOwn))
        {
            Assert.Equal(0, (await CommandLine.RunAsync("init", OfTheirOwn)).ExitCode);
        }
    }

    private static async Task<string> RunAsync(IEnumerable<PageCommand> commands)
    {
        List<string> printed = [];
        foreach (PageCommand command in commands)
        {
            CommandLine run = await CommandLine.RunAsync(command.Arguments);
            Assert.True(run.ExitCode == command.ExitCode, $"trialsim {string.Join(' ', command.Arguments)}: exit code {run.ExitCode} instead of {command.ExitCode}, {run.Error}");
            printed.Add(run.Out);
        }

        return string.Concat(printed);
    }

    // Every line of what is shown is printed, in this order; lines between them may be left out where a gap says so.
    private static void AssertPrinted(string shown, string output)
    {
        string[] printed = output.ReplaceLineEndings("\n").Split('\n');
        int at = -1;
        bool mayLeaveOut = true;
        foreach (string line in shown.TrimEnd('\n').Split('\n'))
        {
            if (line == Gap)
            {
                mayLeaveOut = true;
                continue;
            }

            int next = mayLeaveOut ? Array.IndexOf(printed, line, at + 1) : at + 1;
            Assert.True(next >= 0 && next < printed.Length && printed[next] == line, $"Not printed where it is shown:\n{line}\nPrinted:\n{output}");
            (at, mayLeaveOut) = (next, false);
        }
    }
}
