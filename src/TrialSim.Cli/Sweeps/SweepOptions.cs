using System.Collections.Immutable;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Shards;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Sweeps;

/// <summary>What a sweep was asked for beside its scenario.</summary>
/// <param name="Output">The results folder; null for the usual one.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="Seeds">Whether cells have the same seed.</param>
/// <param name="WithNull">Whether each cell is also run under its null hypothesis.</param>
internal sealed record SweepOptions(string? Output, int Threads, CellSeeds Seeds, bool WithNull)
{
    /// <summary>The option that gives each cell a seed of its own.</summary>
    public const string Independent = "--independent";

    /// <summary>The option that varies a key.</summary>
    public const string Vary = "--vary";

    /// <summary>Nothing beside the scenario.</summary>
    public static SweepOptions None { get; } = new(null, 1, CellSeeds.Common, WithNull: false);

    /// <summary>Where the sweep begins.</summary>
    public RunStart Start { get; init; }

    /// <summary>What becomes of its log.</summary>
    public LogKeeping Log { get; init; }

    /// <summary>Whether a sweep that would take absurdly long is refused.</summary>
    public CostLimit Cost { get; init; }

    /// <summary>The shard that is run; null for the whole sweep.</summary>
    public ShardNumber? Shard { get; init; }

    /// <summary>Values that stand instead of what the scenario says.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>Keys that are varied beside those of the scenario, as the command line says it.</summary>
    public ImmutableArray<string> Varied { get; init; } = [];

    /// <summary>The results folder.</summary>
    /// <param name="name">Name of the scenario.</param>
    public string FolderOf(string name) => Output ?? Path.Combine("results", $"{name}-sweep");

    /// <summary>Those that give other results than the scenario alone, as a shell reads them.</summary>
    public IReadOnlyList<string> Written =>
    [
        .. Seeds == CellSeeds.Independent ? [Independent] : Array.Empty<string>(),
        .. WithNull ? [RunCommand.WithNull] : Array.Empty<string>(),
        .. Settings.Select(setting => $"--set {CommandText.Quoted($"{setting.Key}={setting.Value}")}"),
        .. Varied.Select(varied => $"{Vary} {CommandText.Quoted(varied)}"),
    ];
}
