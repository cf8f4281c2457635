using System.CommandLine;
using TrialSim.Cli.Clusters;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Commands.Clusters;

/// <summary><c>trialsim cluster status</c>: how far the shards of a run are, from their folder alone.</summary>
internal static class StatusCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> folder = new("folder") { Description = "The results folder of the run." };
        CommonOptions.RefuseOptions(folder);
        Command command = new("status", "Say how far the shards of a run are, and what is to be done, from the results folder alone: no scheduler is asked.") { folder };
        command.SetAction(parsed => ClusterStatus.Run(parsed.GetRequiredValue(folder), TimeProvider.System, streams));
        return command;
    }
}
