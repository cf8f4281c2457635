using System.CommandLine;
using TrialSim.Cli.Terminal;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim schema</c>: the JSON Schema of the scenario language.</summary>
internal static class SchemaCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Command command = new("schema", "Print the JSON Schema of scenario files, for editors that complete and check while one types.");
        command.SetAction(_ =>
        {
            streams.Out.Write(ScenarioSchema.Text);
            return ExitCode.Done;
        });
        return command;
    }
}
