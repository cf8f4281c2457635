namespace TrialSim.Statistics.SizeSearches;

/// <summary>
/// Finds the smallest size of a trial that meets its targets, where a characteristic of a size is known only from replicates. Sizes on both sides of the answer are found with few replicates; a line on
/// a scale on which the characteristic is nearly straight is laid through sizes near the crossing, and replicates are added a little below and above until its interval is narrow enough; the answer and
/// the step below are then confirmed with replicates that had no part in finding it. What comes next follows from what has been evaluated and nothing else, so that a search can be gone on with.
/// </summary>
public static class SizeSearch
{
    private const double Hair = 1e-9;
    private const long LeastReplicates = 250;
    private const long LeastOfOneConfirmation = 2000;
    private const int MostMoves = 6;
    private const double FineEnough = 0.01;

    /// <summary>What to do after these evaluations.</summary>
    /// <param name="plan">What is searched.</param>
    /// <param name="history">All evaluations so far, in order; each that was asked for.</param>
    public static SearchStep Next(SearchPlan plan, IReadOnlyList<SearchEvaluation> history)
    {
        if (history.Count == 0)
        {
            return new SearchStep.Evaluate(plan.Start, plan.Pilot, SearchPurpose.Bracket);
        }

        SearchPoints[] points = [.. plan.Targets.Select((target, index) => new SearchPoints(index, target, history))];
        Crossing[] crossings = [.. points.Select(point => point.Crossing()).OfType<Crossing>()];
        long spent = history.Sum(evaluation => evaluation.Replicates);
        long left = plan.Budget - plan.ForConfirmation - spent; // After whatever is spent of it the confirmation has its own.
        if (Bracketing.Next(plan, points, crossings, left) is SearchStep bracketing)
        {
            return bracketing;
        }

        Crossing? deciding = crossings.Where(crossing => crossing.Side == CrossingSide.FromHere).MaxBy(crossing => crossing.Size);
        Crossing[] inDoubt = [.. InDoubt(plan, crossings, deciding).Where(crossing => !IsAccurate(plan, crossing))];
        if (inDoubt.Length > 0 && left >= LeastReplicates)
        {
            return Refined(plan, points[inDoubt[0].Target], inDoubt[0], left);
        }

        if (inDoubt.FirstOrDefault(crossing => crossing.Interval is null || crossing.Evidence == CrossingEvidence.Chance) is Crossing unsure)
        {
            return points[unsure.Target] is { Direction: 0, Top: null } ? new SearchStep.Indifferent(unsure.Target) : new SearchStep.Unfinished(unsure.Target);
        }

        long answer = AnswerOf(plan, deciding);
        return crossings.FirstOrDefault(crossing => crossing.Side == CrossingSide.UpToHere && Math.Floor(crossing.Size + Hair) < answer) is Crossing upTo && deciding is not null
            ? new SearchStep.Excluding(deciding, upTo)
            : Confirmed(plan, history, points, crossings, deciding, left, inDoubt.Length == 0 ? AnswerStanding.AsExactAsAsked : AnswerStanding.BudgetSpent);
    }

    // The crossing that decides first; then those that may decide instead, or forbid the answer.
    private static IEnumerable<Crossing> InDoubt(SearchPlan plan, Crossing[] crossings, Crossing? deciding)
    {
        if (deciding is null)
        {
            yield break;
        }

        yield return deciding;
        foreach (Crossing other in crossings.Where(other => other != deciding))
        {
            bool isClear = other.Interval is Interval interval && (other.Side == CrossingSide.FromHere
                ? interval.Upper <= (deciding.Interval?.Lower ?? 0.0)
                : interval.Lower >= AnswerOf(plan, deciding) || interval.Upper < (deciding.Interval?.Lower ?? 0.0));
            if (!isClear)
            {
                yield return other;
            }
        }
    }

    private static bool IsAccurate(SearchPlan plan, Crossing crossing) =>
        crossing.Neighbours == CrossingNeighbours.OnBothSides && crossing.Evidence == CrossingEvidence.Shown && crossing.HalfWidth <= plan.HalfWidthAt(crossing.Size);

    private static long AnswerOf(SearchPlan plan, Crossing? deciding) =>
        deciding is null ? plan.Lowest : (long)Math.Clamp(Math.Ceiling(deciding.Size - Hair), plan.Lowest, plan.Highest);

    private static SearchStep.Evaluate Refined(SearchPlan plan, SearchPoints points, Crossing crossing, long left)
    {
        const double More = 1.1;
        double reach = Math.Max(1.0, crossing.Reach * crossing.Size);
        long below = (long)Math.Clamp(Math.Floor(crossing.Size - reach), plan.Lowest, plan.Highest);
        long above = (long)Math.Clamp(Math.Ceiling(crossing.Size + reach), plan.Lowest, plan.Highest);
        if (crossing.FallsFrom is long fallsFrom && above >= fallsFrom)
        {
            // Nothing is to be learned of a slope where the curve has fallen off it: how far it goes is found first, with few replicates.
            (long from, long to) = (Math.Max(crossing.Kept.Largest, (long)Math.Ceiling(crossing.Size)), fallsFrom);
            if (to - from > Math.Max(1.0, FineEnough * from))
            {
                return new SearchStep.Evaluate(from + ((to - from) / 2), Math.Min(plan.Pilot, left), SearchPurpose.Refine);
            }

            above = from;
        }

        long near = points.ReplicatesOf(crossing.Fit);
        double times = crossing.HalfWidth / plan.HalfWidthAt(crossing.Size);
        double wanted = 0.5 * More * near * ((times * times) - 1.0); // On each of the two sides.
        long most = Math.Min(left, Math.Max(4 * LeastReplicates, near));
        return new SearchStep.Evaluate(points.ScarcerSide(crossing.Size, below, above), (long)Math.Clamp(wanted, Math.Min(Math.Max(LeastReplicates, near / 10), most), most), SearchPurpose.Refine);
    }

    private static SearchStep Confirmed(
        SearchPlan plan, IReadOnlyList<SearchEvaluation> history, SearchPoints[] points, Crossing[] crossings, Crossing? deciding, long left, AnswerStanding standing)
    {
        bool hasMore = left >= LeastReplicates;
        Dictionary<long, SearchEvaluation> confirmed = [];
        foreach (SearchEvaluation evaluation in history.Where(evaluation => evaluation.Purpose == SearchPurpose.Confirm))
        {
            confirmed[evaluation.Size] = evaluation;
        }

        long searched = history.Where(evaluation => evaluation.Purpose != SearchPurpose.Confirm).Sum(evaluation => evaluation.Replicates);
        long replicates = Math.Min(Math.Max(LeastOfOneConfirmation, searched / 4), plan.MostOfOneConfirmation);
        bool canConfirm = left + plan.ForConfirmation >= replicates;
        long answer = AnswerOf(plan, deciding);
        bool hasMovedUp = false;
        for (int move = 0; ; move++)
        {
            if (!confirmed.TryGetValue(answer, out SearchEvaluation? here))
            {
                return new SearchStep.Evaluate(answer, replicates, SearchPurpose.Confirm);
            }

            int worst = Enumerable.Range(0, plan.Targets.Length).MinBy(target => MarginInErrors(target, here));
            bool isBelow = MarginInErrors(worst, here) < -LocalFit.Z975;
            if (isBelow && hasMore)
            {
                return Contradicted(answer);
            }

            long most = MarginInErrors(worst, here) < -SearchPlan.Significant ? plan.Highest : MostOf(deciding);
            if (isBelow && answer < most && move < MostMoves && (canConfirm || confirmed.ContainsKey(answer + 1)))
            {
                hasMovedUp = true;
                answer++;
                continue;
            }

            if (isBelow)
            {
                return new SearchStep.Unfinished(worst);
            }

            if (hasMovedUp || deciding is null || answer == plan.Lowest)
            {
                break;
            }

            if (!confirmed.TryGetValue(answer - 1, out SearchEvaluation? before))
            {
                if (!canConfirm)
                {
                    break; // The answer itself is confirmed: only a search whose answer has moved down comes here.
                }

                return new SearchStep.Evaluate(answer - 1, replicates, SearchPurpose.Confirm);
            }

            if (!crossings.Where(crossing => crossing.Side == CrossingSide.FromHere).All(crossing => MarginInErrors(crossing.Target, before) > SearchPlan.Significant) || move >= MostMoves)
            {
                break;
            }

            if (hasMore)
            {
                return Contradicted(answer - 1);
            }

            answer--;
        }

        (long lowest, long highest) = deciding?.Interval is Interval interval ? (Grid(interval.Lower), Grid(interval.Upper)) : (answer, answer);
        return new SearchStep.Found(answer, (Math.Min(lowest, answer), Math.Max(highest, answer)), deciding?.Target ?? -1, [.. crossings], standing);

        // The line was not straight enough: fresh replicates of this size have their part in it, and the search goes on.
        SearchStep.Evaluate Contradicted(long size) => new(size, Math.Min(replicates, left), SearchPurpose.Refine);

        // Where it may be chance that an answer falls short, it is moved within its interval only; a step is exact enough in any case.
        long MostOf(Crossing? crossing) => crossing?.Interval is Interval most ? Math.Min(Math.Max(Grid(most.Upper), AnswerOf(plan, crossing) + 1), plan.Highest) : plan.Lowest;

        long Grid(double size) => (long)Math.Clamp(Math.Ceiling(size - Hair), plan.Lowest, plan.Highest);

        double MarginInErrors(int target, SearchEvaluation evaluation)
        {
            if (evaluation.Figures[target] is not SearchFigure figure)
            {
                return 0.0;
            }

            double margin = plan.Targets[target].Margin(figure.Value);
            return margin == 0.0 ? 0.0 : figure.StandardError > 0.0 ? margin / figure.StandardError : Math.Sign(margin) * double.PositiveInfinity;
        }
    }
}
