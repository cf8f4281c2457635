using System.Collections.Immutable;
using TrialSim.Cli.Terminal;
using TrialSim.Model;
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

    /// <summary>Those that give other results than the scenario alone, as a shell reads them.</summary>
    public IReadOnlyList<string> Written =>
    [
        .. WithNull ? [RunCommand.WithNull] : Array.Empty<string>(),
        .. Stopping == StopObedience.GoesOn ? [RunCommand.IgnoreStopping] : Array.Empty<string>(),
        .. Settings.Select(setting => $"--set {CommandText.Quoted($"{setting.Key}={setting.Value}")}"),
    ];
}
