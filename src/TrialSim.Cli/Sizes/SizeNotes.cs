using System.Globalization;
using TrialSim.Cli.Commands;
using TrialSim.Results;
using TrialSim.Results.Sizes;
using TrialSim.Statistics.SizeSearches;

namespace TrialSim.Cli.Sizes;

/// <summary>What is to be known of an answer beside it.</summary>
/// <param name="subject">What was searched.</param>
/// <param name="found">The answer.</param>
/// <param name="atAnswer">The characteristics at the answer, from the replicates that confirm it.</param>
/// <param name="oneStepBelow">The same a step below; none where nothing lies below.</param>
internal sealed class SizeNotes(SizeSubject subject, SearchStep.Found found, IReadOnlyList<OperatingCharacteristic> atAnswer, IReadOnlyList<OperatingCharacteristic> oneStepBelow)
{
    // Of all trials: the other half of alpha, which every two-sided test has, is less.
    private const double ClearlyForHarm = 0.03;
    private static readonly string[] Times = ["months", "days"];

    /// <summary>All notes, in sentences.</summary>
    public string All => string.Join(' ', new[] { Budget(), Limits(), WithinChance(), Harm, Unreached() }.Where(note => note.Length > 0));

    /// <summary>Warns of a power that counts rejections for harm; empty where there is nothing to warn of.</summary>
    public string Harm => string.Join(' ', subject.Goals.Where(goal => goal is { Side: TargetSide.AtLeast, Name.Measure: Measures.Power }).Select(HarmOf).Where(note => note.Length > 0));

    private string Budget() =>
        found.Standing == AnswerStanding.BudgetSpent ? $"The replicates were spent before the interval was as narrow as {SizeCommand.Accuracy} asks; more --replicates narrow it." : "";

    private string Limits() => found.Crossings.Any(crossing => crossing.Target == found.Deciding && crossing.Interval is { Upper: double upper } && upper > subject.Trials.Highest)
        ? $"The interval goes on beyond {subject.Trials.TextOf(subject.Trials.Highest)}, the most that is allowed."
        : "";

    // A search goes by all its replicates; the fresh ones check what it found, and stray to both sides.
    private string WithinChance() => string.Join(' ', subject.Goals.Select(goal =>
    {
        if (goal.FigureOf(atAnswer) is not SearchFigure here || goal.Target.IsMet(here.Value))
        {
            return "";
        }

        string below = goal.FigureOf(oneStepBelow) is SearchFigure before && goal.Target.IsMet(before.Value) ? " That a step below does better is chance too." : "";
        return $"The fresh replicates at the answer miss {goal} by no more than chance gives, which does not contradict the answer: it comes from all those that found it, and the fresh ones only check it.{below}";
    }).Where(note => note.Length > 0));

    private string HarmOf(SizeGoal goal) =>
        goal.Name.RowIn(atAnswer) is { Measure: Measures.Power, Value: double power } row
        && atAnswer.FirstOrDefault(other => other.Measure == Measures.PowerForBenefit && other.Analysis == row.Analysis && other.Look == row.Look) is { Value: double forBenefit }
        && power - forBenefit > ClearlyForHarm
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Warning: of the power of {row.Analysis}, {power:0.0000}, only {forBenefit:0.0000} is for benefit: the test is two-sided, and {power - forBenefit:0.0000} of trials reject for harm. Write {SizeCommand.AtLeast} power_for_benefit:{row.Analysis}={goal.BoundText} to ask for benefit.")
            : "";

    private string Unreached() => subject.Goals.Any(goal => Times.Contains(goal.Unit))
        && atAnswer.LastOrDefault(row => row.Measure == Measures.LookReached) is { Value: < 1.0 } last
            ? string.Create(CultureInfo.InvariantCulture, $"The last look, {last.Look}, takes place in {last.Value:0.0000} of trials; times are means over the trials that reach their look.")
            : "";
}
