using TrialSim.Cli.Runs;
using TrialSim.Cli.Sweeps;
using TrialSim.Results;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;

namespace TrialSim.Cli.Clusters;

/// <summary>What is done in shards: a run, whose replicates are shared out, or a sweep, whose cells are.</summary>
/// <param name="Command">The command that does a shard of it.</param>
/// <param name="Manifest">The manifest of its results.</param>
/// <param name="Parts">How often each replicate is simulated: twice with a run under the null hypothesis.</param>
/// <param name="HeaderOf">The header of the log that holds a part of a shard.</param>
internal sealed record ClusterWork(string Command, Manifest Manifest, int Parts, Func<LogPart, ShardNumber, LogHeader> HeaderOf)
{
    /// <summary>Whether it is a sweep.</summary>
    public bool IsSweep => Manifest.Cells is not null;

    /// <summary>Replicates, or cells, that are shared out.</summary>
    public long Count => CountOf(Manifest);

    /// <summary>A run.</summary>
    public static ClusterWork Of(RunSubject subject) => new(
        "run", subject.ManifestOf(subject.Trial.Run.Replicates, subject.Trial.Run.Replicates), subject.Null is { Tests.IsEmpty: false } ? 2 : 1, subject.HeaderOf);

    /// <summary>A sweep.</summary>
    public static ClusterWork Of(SweepSubject subject) => new("sweep", subject.Manifest, Parts: 1, (_, shard) => subject.HeaderOf(shard));

    /// <summary>What the work of a log was asked for.</summary>
    /// <exception cref="UserInputException">This version cannot read the scenario any more.</exception>
    public static ClusterWork Of(LogHeader header) => header.Part == LogPart.Cells ? Of(SweepSubject.Of(header)) : Of(RunSubject.Of(header));

    /// <summary>Replicates, or cells, that are shared out.</summary>
    public static long CountOf(Manifest manifest) => manifest.Cells ?? manifest.ReplicatesRequested;

    /// <summary>The word for what is shared out.</summary>
    public static string ThingsOf(Manifest manifest) => manifest.Cells is null ? "replicates" : "cells";

    /// <summary>The file among its results to look at first.</summary>
    public static string ResultOf(Manifest manifest) => manifest.Cells is null ? ResultsFiles.Report : ResultsFiles.Sweep;
}
