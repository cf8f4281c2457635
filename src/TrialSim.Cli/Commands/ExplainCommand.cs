using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim explain</c>: the scenario with every default filled in.</summary>
internal static class ExplainCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> file = CommonOptions.Scenario();
        Option<Setting[]> set = CommonOptions.Set();
        Command command = new("explain", "Print a scenario with every default filled in. The output is itself a scenario.") { file, set };
        command.SetAction(parsed =>
        {
            Scenario scenario = ScenarioFile.Read(parsed.GetRequiredValue(file), ScenarioOverrides.None with { Settings = [.. parsed.GetValue(set) ?? []] }, streams).Scenario;
            streams.Out.Write(scenario.Sweep.Keys.IsEmpty ? scenario.ResolvedYaml : scenario.Sweep.ResolvedYaml);
            return ExitCode.Done;
        });
        return command;
    }
}
