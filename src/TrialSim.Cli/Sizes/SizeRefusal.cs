using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Cli.Terminal;
using TrialSim.Results;
using TrialSim.Results.Sizes;
using TrialSim.Statistics;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>Why there is no answer.</summary>
/// <param name="subject">What was searched.</param>
/// <param name="evaluations">All evaluations.</param>
internal sealed class SizeRefusal(SizeSubject subject, ImmutableArray<SizeEvaluation> evaluations)
{
    /// <summary>The reason, in sentences.</summary>
    public string Sentence(SearchStep end) => end switch
    {
        SearchStep.NotReached notReached => NotReached(notReached),
        SearchStep.Indifferent indifferent => Indifferent(indifferent),
        SearchStep.Unfinished unfinished => Unfinished(unfinished),
        SearchStep.Excluding excluding => Excluding(excluding),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Not a refusal."),
    };

    private string NotReached(SearchStep.NotReached end)
    {
        SizeGoal goal = subject.Goals[end.Target];
        (long best, string most) = NearestTo(goal);
        long largest = evaluations.Max(evaluation => evaluation.Size);
        if (best < largest && (best != end.Nearest || end.Nearest > end.Other))
        {
            return $"{goal.Name} is to be {goal.Words}, and no {subject.Variable.Noun} reaches that: it comes nearest with {subject.Trials.TextOf(best)}, where it is {most}; "
                + $"with {subject.Trials.TextOf(largest)} it is {FigureAt(goal, largest)}.{LooksThatDoNotCome(largest)}";
        }

        bool isUpward = best > end.Other;
        string limit = isUpward && subject.Trials.LimitedBy.Length > 0 ? $" More is no scenario: {subject.Trials.LimitedBy.Replace(Environment.NewLine, " ", StringComparison.Ordinal)}" : "";
        string other = end.Other == best ? "" : $", with {subject.Trials.TextOf(end.Other)} {FigureAt(goal, end.Other)}";
        return $"{goal.Name} is to be {goal.Words}, and no {subject.Variable.Noun} {(isUpward ? "up to" : "down to")} {subject.Variable.Short(subject.Trials.ValueOf(best))} reaches that: "
            + $"with {subject.Trials.TextOf(best)} it is {most}{other}.{limit}{LooksThatDoNotCome(best)}";
    }

    private string Indifferent(SearchStep.Indifferent end)
    {
        SizeGoal goal = subject.Goals[end.Target];
        long[] ends = [.. evaluations.Select(evaluation => evaluation.Size).Order()];
        string suchAs = subject.Variable.Word != SizeVariables.Events && SizeVariables.HasEvents(subject.File.Scenario.ResolvedYaml) ? ", such as events: a look waits for a number of them" : "";
        return $"{goal.Name} is to be {goal.Words}, and does not depend on the {subject.Variable.Noun} as far as replicates tell: "
            + $"it is {FigureAt(goal, ends[0])} with {subject.Trials.TextOf(ends[0])} and {FigureAt(goal, ends[^1])} with {subject.Trials.TextOf(ends[^1])}. Vary something else with {SizeCommand.Vary}{suchAs}.{LooksThatDoNotCome(ends[^1])}";
    }

    private string Unfinished(SearchStep.Unfinished end)
    {
        SizeGoal goal = subject.Goals[end.Target];
        (long best, string nearest) = NearestTo(goal);
        return $"{goal.Name} is to be {goal.Words}, and the replicates were spent before sizes that do and sizes that do not reach it could be told apart. It comes nearest with {subject.Trials.TextOf(best)}, where it is {nearest}.{LooksThatDoNotCome(evaluations.Max(evaluation => evaluation.Size))} Write more --replicates, or look between fewer sizes with {SizeCommand.Between}.";
    }

    private string Excluding(SearchStep.Excluding end)
    {
        (SizeGoal from, SizeGoal upTo) = (subject.Goals[end.From.Target], subject.Goals[end.UpTo.Target]);
        return $"No {subject.Variable.Noun} meets all targets: {from.Name} is {from.Words} from {Text(end.From)} on, and {upTo.Name} is {upTo.Words} only up to {Text(end.UpTo)}.";
    }

    private string Text(Crossing crossing) =>
        $"{Number(crossing.Size)}{subject.Variable.Unit}{(crossing.Interval is Interval interval ? $" (95 % interval {Number(interval.Lower)} to {Number(interval.Upper)})" : "")}";

    private string Number(double size) => ((double)subject.Trials.ValueOf(size)).ToString("0.0", CultureInfo.InvariantCulture);

    private string FigureAt(SizeGoal goal, long size) => FigureText.Of(RowAt(goal, size));

    // The size that is nearest even if its replicates have been lucky: of few replicates the luckiest would be.
    private (long Size, string Figure) NearestTo(SizeGoal goal)
    {
        long best = evaluations.Where(evaluation => goal.FigureOf(evaluation.Characteristics) is not null).Select(evaluation => evaluation.Size).Distinct()
            .MaxBy(size => goal.Target.Margin(RowAt(goal, size).Value!.Value) - (2.0 * (RowAt(goal, size).MonteCarloStandardError ?? 0.0)));
        return (best, FigureAt(goal, best));
    }

    // All replicates of a size together.
    private OperatingCharacteristic RowAt(SizeGoal goal, long size)
    {
        SearchFigure[] figures = [.. evaluations.Where(evaluation => evaluation.Size == size).Select(evaluation => goal.FigureOf(evaluation.Characteristics)).OfType<SearchFigure>()];
        OperatingCharacteristic row = goal.Name.RowIn(Largest(size).Characteristics)!;
        return figures.Length == 0 ? row : figures.Aggregate((sum, more) => sum.With(more)) is var all ? row with { Value = all.Value, MonteCarloStandardError = all.StandardError } : row;
    }

    // A look whose events never come is the reason more often than not.
    private string LooksThatDoNotCome(long size) => string.Concat(Largest(size).Characteristics
        .Where(row => row is { Measure: Measures.NeverReached, Value: > 0.0 })
        .Select(row => string.Create(CultureInfo.InvariantCulture, $" The look {row.Look} does not take place in {row.Value:0.0000} of trials with {subject.Trials.TextOf(size)}: what it waits for never comes.")));

    private SizeEvaluation Largest(long size) => evaluations.Where(evaluation => evaluation.Size == size).MaxBy(evaluation => evaluation.Replicates)!;
}
