using System.Collections.Immutable;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Costs;
using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Sizes;

/// <summary>What a search was asked for beside its scenario.</summary>
/// <param name="Vary">What is varied.</param>
/// <param name="Goals">The targets; none where none was named.</param>
/// <param name="Between">The sizes within which to look; null for the usual ones.</param>
/// <param name="Step">The difference of two sizes; null for the usual one.</param>
/// <param name="Budget">Trials to simulate at most.</param>
/// <param name="Accuracy">Half the width of the answer's interval, as a share of it.</param>
internal sealed record SizeOptions(
    string Vary, IReadOnlyList<RequestedGoal> Goals, (decimal Smallest, decimal Largest)? Between, decimal? Step, long Budget, double Accuracy)
{
    /// <summary>Values that stand instead of what the scenario says.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>The results folder; null for the usual one.</summary>
    public string? Output { get; init; }

    /// <summary>Worker threads.</summary>
    public int Threads { get; init; }

    /// <summary>Whether a search that would take absurdly long is refused.</summary>
    public CostLimit Cost { get; init; }

    /// <summary>Where the search begins.</summary>
    public RunStart Start { get; init; }

    /// <summary>The results folder.</summary>
    /// <param name="name">Name of the scenario.</param>
    public string FolderOf(string name) => Output ?? Path.Combine("results", $"{name}-size");

    /// <summary>Those that give another answer than the scenario alone, as a shell reads them.</summary>
    /// <param name="variable">What is varied, which has the unit of the sizes.</param>
    public IReadOnlyList<string> WrittenFor(SizeVariable variable) =>
    [
        .. Settings.Select(setting => $"--set {CommandText.Quoted($"{setting.Key}={setting.Value}")}"),
        $"{SizeCommand.Vary} {CommandText.Quoted(Vary)}",
        .. Goals.Select(goal => $"{goal.Option} {CommandText.Quoted(goal.ToString())}"),
        .. Between is (decimal smallest, decimal largest) ? [$"{SizeCommand.Between} {variable.Short(smallest)}:{variable.Short(largest)}"] : Array.Empty<string>(),
        .. Step is decimal step ? [$"{SizeCommand.Step} {variable.Short(step)}"] : Array.Empty<string>(),
        FormattableString.Invariant($"{SizeCommand.Accuracy} {Accuracy}"),
    ];
}
