using System.CommandLine;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Commands.Clusters;

/// <summary><c>trialsim cluster</c>: runs in shards on a Slurm cluster.</summary>
internal static class ClusterCommand
{
    public static Command Build(TerminalStreams streams) => new("cluster", "Run a scenario in shards on a Slurm cluster, and see how far it is.")
    {
        SubmitCommand.Build(streams),
        StatusCommand.Build(streams),
    };
}
