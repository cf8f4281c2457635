using System.Collections.Immutable;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Model;
using TrialSim.Results.Shards;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Commands;

/// <summary>What a run was asked for beside its scenario.</summary>
/// <param name="Output">The results folder; null for the usual one.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="WithNull">Whether the same trial is also run under its null hypothesis.</param>
/// <param name="Stopping">Whether decisions to stop are followed.</param>
internal sealed record RunOptions(string? Output, int Threads, bool WithNull, StopObedience Stopping)
{
    /// <summary>Values that stand instead of what the scenario says.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>Where the run begins.</summary>
    public RunStart Start { get; init; }

    /// <summary>What becomes of its replicate log.</summary>
    public LogKeeping Log { get; init; }

    /// <summary>The shard that is run; null for the whole run.</summary>
    public ShardNumber? Shard { get; init; }

    /// <summary>Whether a run that would take absurdly long is refused.</summary>
    public CostLimit Cost { get; init; }

    /// <summary>How exactly a characteristic is to be known; null to run all replicates.</summary>
    public PrecisionGoal? Precision { get; init; }

    /// <summary>The results folder.</summary>
    /// <param name="name">Name of the scenario.</param>
    public string FolderOf(string name) => Output ?? Path.Combine("results", name);

    /// <summary>Those that give other results than the scenario alone, as a shell reads them.</summary>
    public IReadOnlyList<string> Written =>
    [
        .. WithNull ? [RunCommand.WithNull] : Array.Empty<string>(),
        .. Stopping == StopObedience.GoesOn ? [RunCommand.IgnoreStopping] : Array.Empty<string>(),
        .. Precision is PrecisionGoal goal
            ? [FormattableString.Invariant($"{RunCommand.Precision} {goal.HalfWidth}"), $"{RunCommand.PrecisionOf} {CommandText.Quoted(goal.Subject.ToString())}"]
            : Array.Empty<string>(),
        .. Settings.Select(setting => $"--set {CommandText.Quoted($"{setting.Key}={setting.Value}")}"),
    ];
}
