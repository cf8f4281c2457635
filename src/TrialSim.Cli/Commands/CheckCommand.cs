using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim check</c>: whether a scenario can be run.</summary>
internal static class CheckCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Command command = new("check", "Check a scenario and report everything that is wrong with it, without running it.") { file };
        command.SetAction(parsed =>
        {
            Scenario scenario = ScenarioFile.Read(parsed.GetRequiredValue(file), ScenarioOverrides.None, streams).Scenario;
            streams.Out.WriteLine($"{parsed.GetRequiredValue(file)}: {scenario.Trial.Name} can be run.");
            return ExitCode.Done;
        });
        return command;
    }
}
