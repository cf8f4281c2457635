using System.CommandLine;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim merge</c>: makes results of shards.</summary>
internal static class MergeCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> folder = new("folder") { Description = "The results folder in which 'trialsim run --shard' has left its shards." };
        CommonOptions.RefuseOptions(folder);
        Command command = new("merge", "Join the shards of a run: the results are those of the run in one piece, byte for byte. Says which replicates are missing or there twice.") { folder };
        command.SetAction((parsed, cancellation) => Task.FromResult(ShardMerge.Run(parsed.GetRequiredValue(folder), streams, cancellation)));
        return command;
    }
}
