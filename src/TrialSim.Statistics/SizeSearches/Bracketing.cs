namespace TrialSim.Statistics.SizeSearches;

/// <summary>The first part of a search: sizes on both sides of each target's crossing, or the ends of the range.</summary>
internal static class Bracketing
{
    private const double Beyond = 1.15;
    private const double LeastFactor = 1.3;
    private const double MostFactor = 4.0;
    private const int PilotsAtAnEnd = 8;

    /// <summary>What to do next; null where every target has its crossing, or needs none.</summary>
    /// <param name="plan">What is searched.</param>
    /// <param name="points">What is known of each target.</param>
    /// <param name="crossings">Those that are known.</param>
    /// <param name="left">Replicates that may still be spent on it.</param>
    public static SearchStep? Next(SearchPlan plan, SearchPoints[] points, Crossing[] crossings, long left)
    {
        // What is too small for one target need not be asked of another.
        bool isFloorKnown = crossings.Any(crossing => crossing.Side == CrossingSide.FromHere) || points[0].Smallest == plan.Lowest;
        for (int target = 0; target < points.Length; target++)
        {
            SearchPoints own = points[target];
            bool isSettled = crossings.Any(crossing => crossing.Target == target) || (own.IsMetEverywhere && (isFloorKnown || own.Direction < 0 || own.Smallest == own.LowestOf(plan)));
            if (!isSettled)
            {
                SearchStep next = own.IsMetEverywhere ? Down(plan, own) : Unmet(plan, own, target);
                return next is SearchStep.Evaluate { Replicates: long replicates } && replicates > left ? new SearchStep.Unfinished(target) : next;
            }
        }

        return null;
    }

    private static SearchStep Unmet(SearchPlan plan, SearchPoints own, int target)
    {
        (long lowest, long highest) = (own.LowestOf(plan), own.HighestOf(plan));
        if (own.Top is SearchTop top)
        {
            double narrow = Math.Max(1.0, plan.Accuracy * top.Size);
            return top.Above.To - top.Above.From > narrow ? Between(plan, top.Above)
                : top.Below.To - top.Below.From > narrow ? Between(plan, top.Below)
                : AtEnd(plan, own, target, top.Size, own.Smallest);
        }

        switch (own.Direction)
        {
            case > 0:
                return own.Largest < highest ? Up(plan, own) : AtEnd(plan, own, target, own.Largest, own.Smallest);
            case < 0:
                return own.Smallest > lowest ? Down(plan, own) : AtEnd(plan, own, target, own.Smallest, own.Largest);
            default:
                if (own.Largest < highest)
                {
                    return Up(plan, own);
                }

                if (own.Smallest > lowest)
                {
                    return new SearchStep.Evaluate(lowest, plan.Pilot, SearchPurpose.Bracket);
                }

                long[] few = [.. new[] { lowest, highest }.Where(end => own.ReplicatesAt(end) < PilotsAtAnEnd * plan.Pilot)];
                return few.Length > 0 ? new SearchStep.Evaluate(few[0], PilotsAtAnEnd * plan.Pilot, SearchPurpose.Bracket)
                    : lowest == highest ? new SearchStep.NotReached(target, highest, lowest)
                    : new SearchStep.Indifferent(target);
        }
    }

    // At the end of the range; a hair before the target replicates decide whether it is reached.
    private static SearchStep AtEnd(SearchPlan plan, SearchPoints own, int target, long end, long other) =>
        own.ErrorsShortAt(end) < SearchPlan.Significant && own.ReplicatesAt(end) < PilotsAtAnEnd * plan.Pilot
            ? new SearchStep.Evaluate(end, PilotsAtAnEnd * plan.Pilot, SearchPurpose.Bracket)
            : new SearchStep.NotReached(target, end, other);

    private static SearchStep.Evaluate Between(SearchPlan plan, (long From, long To) gap) =>
        new(gap.From + ((gap.To - gap.From) / 2), plan.Pilot, SearchPurpose.Bracket);

    private static SearchStep.Evaluate Up(SearchPlan plan, SearchPoints own)
    {
        double factor = own.Smallest < own.Largest && own.Direction == 0 ? MostFactor : Math.Clamp(Beyond * own.FactorFrom(own.Largest), LeastFactor, MostFactor);
        double size = own.Largest == 0 ? plan.Highest / 16.0 : factor * own.Largest;
        return new SearchStep.Evaluate((long)Math.Clamp(Math.Round(size), own.Largest + 1, plan.Highest), plan.Pilot, SearchPurpose.Bracket);
    }

    private static SearchStep.Evaluate Down(SearchPlan plan, SearchPoints own)
    {
        double factor = Math.Clamp(own.FactorFrom(own.Smallest) / Beyond, 1.0 / MostFactor, 1.0 / LeastFactor);
        return new SearchStep.Evaluate((long)Math.Clamp(Math.Round(factor * own.Smallest), plan.Lowest, own.Smallest - 1), plan.Pilot, SearchPurpose.Bracket);
    }
}
