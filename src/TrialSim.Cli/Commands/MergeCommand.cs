using System.CommandLine;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Sweeps;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Commands;

/// <summary><c>trialsim merge</c>: makes results of shards.</summary>
internal static class MergeCommand
{
    public static Command Build(TerminalStreams streams)
    {
        Argument<string> folder = new("folder") { Description = "The results folder in which 'trialsim run --shard', or 'trialsim sweep --shard', has left its shards." };
        CommonOptions.RefuseOptions(folder);
        Option<bool> atAnyCost = CommonOptions.AtAnyCost();
        Command command = new("merge", "Join the shards of a run or a sweep: the results are those of the run in one piece, byte for byte. Says which replicates, or cells, are missing or there twice.") { folder, atAnyCost };
        command.SetAction((parsed, cancellation) =>
        {
            string path = parsed.GetRequiredValue(folder);
            CostLimit limit = CommonOptions.LimitOf(parsed, atAnyCost);
            return Task.FromResult(ShardFolder.Of(path, ShardMerge.Option).IsOfSweep() ? SweepMerge.Run(path, limit, streams) : ShardMerge.Run(path, limit, streams, cancellation));
        });
        return command;
    }
}
