using System.CommandLine;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

public sealed class HelpTests
{
    [Theory, Trait("Source", "Regression")]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("sweep")]
    [InlineData("size")]
    [InlineData("merge")]
    [InlineData("cluster")]
    [InlineData("cluster submit")]
    [InlineData("cluster status")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("replay")]
    [InlineData("chart")]
    [InlineData("compare")]
    [InlineData("export")]
    [InlineData("analyze")]
    [InlineData("formula")]
    [InlineData("formula events")]
    [InlineData("formula survival-size")]
    [InlineData("formula one-arm-survival")]
    [InlineData("formula margin")]
    [InlineData("formula assurance")]
    [InlineData("formula proportions")]
    [InlineData("formula one-proportion")]
    [InlineData("formula simon")]
    [InlineData("formula means")]
    [InlineData("formula counts")]
    [InlineData("formula bounds")]
    [InlineData("formula conditional-power")]
    [InlineData("formula inference")]
    [InlineData("formula redesign")]
    [InlineData("formula combine")]
    [InlineData("formula dunnett")]
    [InlineData("formula adjust")]
    [InlineData("fit")]
    [InlineData("validate")]
    [InlineData("init")]
    [InlineData("schema")]
    [InlineData("licences")]
    public async Task Help_OfEachCommand_IsTheGoldenText(string command)
    {
        CommandLine help = await CommandLine.RunAsync(command.Length == 0 ? ["--help"] : [.. command.Split(' '), "--help"]);

        Assert.Equal(0, help.ExitCode);
        Assert.Empty(help.Error);
        // The library takes the program's name from the process, which is the test runner here.
        string text = help.Out.Replace(RootCommand.ExecutableName, "trialsim", StringComparison.Ordinal);
        GoldenFile.Matches(command.Length == 0 ? "help.txt" : $"help-{command.Replace(' ', '-')}.txt", text);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Help_NarrowTerminal_StaysWithinItsWidth()
    {
        CommandLine help = await CommandLine.RunAsync(60, ["replay", "--help"]);

        string[] lines = help.Out.Split('\n');
        Assert.All(lines.TakeWhile(line => line != "Examples:"), line => Assert.InRange(line.Length, 0, 60));
    }

    // It ended in an internal error.
    [Theory, Trait("Source", "Regression")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(20)]
    public async Task Help_TerminalWithoutRoom_IsPrintedAllTheSame(int width)
    {
        foreach (string[] command in new string[][] { [], ["run"], ["size"], ["analyze"], ["formula", "bounds"], ["cluster", "submit"] })
        {
            CommandLine help = await CommandLine.RunAsync(width, [.. command, "--help"]);

            Assert.Equal((0, ""), (help.ExitCode, help.Error));
        }
    }
}
