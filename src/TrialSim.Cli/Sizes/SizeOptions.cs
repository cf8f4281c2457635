using TrialSim.Cli.Runs;
using TrialSim.Cli.Terminal;
using TrialSim.Results.Sizes;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>What a search was asked for beside its scenario.</summary>
/// <param name="Vary">What is varied.</param>
/// <param name="Goals">The targets; none where none was named.</param>
/// <param name="Between">The sizes within which to look; null for the usual ones.</param>
/// <param name="Step">The difference of two sizes; null for the usual one.</param>
/// <param name="Budget">Replicates to spend at most.</param>
/// <param name="Accuracy">Half the width of the answer's interval, as a share of it.</param>
internal sealed record SizeOptions(
    string Vary, IReadOnlyList<SizeGoal> Goals, (decimal Smallest, decimal Largest)? Between, decimal? Step, long Budget, double Accuracy)
{
    /// <summary>The results folder; null for the usual one.</summary>
    public string? Output { get; init; }

    /// <summary>Worker threads.</summary>
    public int Threads { get; init; }

    /// <summary>Where the search begins.</summary>
    public RunStart Start { get; init; }

    /// <summary>The results folder.</summary>
    /// <param name="name">Name of the scenario.</param>
    public string FolderOf(string name) => Output ?? Path.Combine("results", $"{name}-size");

    /// <summary>Those that give another answer than the scenario alone, as a shell reads them.</summary>
    public IReadOnlyList<string> Written =>
    [
        $"{SizeCommand.Vary} {CommandText.Quoted(Vary)}",
        .. Goals.Select(goal => $"{(goal.Side == TargetSide.AtLeast ? SizeCommand.AtLeast : SizeCommand.AtMost)} {CommandText.Quoted(goal.ToString())}"),
        .. Between is (decimal smallest, decimal largest) ? [$"{SizeCommand.Between} {SizeVariable.NumberText(smallest)}:{SizeVariable.NumberText(largest)}"] : Array.Empty<string>(),
        .. Step is decimal step ? [$"{SizeCommand.Step} {SizeVariable.NumberText(step)}"] : Array.Empty<string>(),
        FormattableString.Invariant($"{SizeCommand.Accuracy} {Accuracy}"),
    ];
}
