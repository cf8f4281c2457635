using System.Globalization;
using TrialSim.Cli.Terminal;

namespace TrialSim.Cli.Clusters;

/// <summary>The scripts of a run or a sweep on a Slurm cluster.</summary>
/// <param name="Shards">The job array that runs the shards.</param>
/// <param name="Merge">The job that makes the results of them.</param>
internal sealed record ClusterScripts(string Shards, string Merge)
{
    /// <summary>Writes them. The jobs replace their shell by the program, so that the signals of the scheduler reach it.</summary>
    /// <param name="work">What is done in shards.</param>
    /// <param name="folder">Where all is.</param>
    /// <param name="program">The words that start the program.</param>
    /// <param name="options">Options of the command that does a shard, as a shell reads them.</param>
    /// <param name="shards">How many shards there are.</param>
    /// <param name="missing">Those that are to be run, in order.</param>
    /// <param name="request">What each asks for.</param>
    public static ClusterScripts Of(ClusterWork work, ClusterFolder folder, IReadOnlyList<string> program, IReadOnlyList<string> options, int shards, IReadOnlyList<int> missing, SlurmRequest request)
    {
        string name = work.Manifest.Scenario;
        string start = string.Join(' ', program.Select(CommandText.Quoted));
        string results = CommandText.Quoted(folder.Results);
        return new ClusterScripts(
            Text(
            [
                SlurmRequest.Line("job-name", $"trialsim-{name}"),
                SlurmRequest.Line("array", ShardArray.Of(missing)),
                SlurmRequest.Line("output", folder.ShardOutput),
                .. request.Lines(request.Cpus),
                $"exec {start} {string.Join(' ', [work.Command, CommandText.Quoted(folder.Scenario), .. options])} --out {results} --threads \"$SLURM_CPUS_PER_TASK\" --shard \"$SLURM_ARRAY_TASK_ID/{shards.ToString(CultureInfo.InvariantCulture)}\"",
            ]),
            Text(
            [
                SlurmRequest.Line("job-name", $"trialsim-{name}-merge"),
                SlurmRequest.Line("output", folder.MergeOutput),
                .. request.Lines(cpus: 1),
                $"exec {start} merge {results}",
            ]));
    }

    private static string Text(IEnumerable<string> lines) => $"#!/bin/bash\n{string.Join('\n', lines)}\n";
}
