using TrialSim.Cli.Tests.Documentation;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What README.md tells people to type. It changes the current folder of the process, so no other test may run beside it.</summary>
[Collection(nameof(RunsAlone))]
public sealed class ReadmeTests
{
    private readonly MarkdownPage _readme = MarkdownPage.Read(Repository.PathOf("README.md"));

    [Fact, Trait("Source", "Property")]
    public async Task Readme_ItsCommandsInOrder_AllRun()
    {
        PageCommand[] commands = [.. Commands()];
        Assert.Contains(commands, command => command.Arguments[0] == "run");
        using Workplace workplace = new();
        foreach (PageCommand command in commands.Select(command => command.Shortened()))
        {
            CommandLine run = await CommandLine.RunAsync(command.Arguments);
            Assert.True(run.ExitCode == command.ExitCode, $"trialsim {string.Join(' ', command.Arguments)}: exit code {run.ExitCode}, {run.Error}");
        }
    }

    [Fact, Trait("Source", "Property")]
    public async Task Readme_OutputOfTheFirstCommand_IsWhatItPrints()
    {
        using Workplace workplace = new();
        CommandLine run = await CommandLine.RunAsync(Commands().First().Arguments);

        Assert.Equal(_readme.Blocks.First(block => block.Language == "text").Text, run.Out.ReplaceLineEndings("\n"));
    }

    private IEnumerable<PageCommand> Commands() => _readme.Blocks.Where(block => block.Language == "bash").SelectMany(block => PageCommand.In(block.Text));
}
