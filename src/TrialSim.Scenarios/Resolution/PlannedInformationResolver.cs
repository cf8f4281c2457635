using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>The information that a sequential test is planned to have at each of its looks: events of a time to an event, otherwise patients.</summary>
internal sealed class PlannedInformationResolver(
    ResolutionContext context, ImmutableArray<ResolvedLook> looks, ResolvedAllocation allocation, int patients, EventPossibility possibility)
{
    // Looks that wait for events in other arms, or at other times, are planned by hand, and not to the patient.
    private const double FarShare = 0.1;

    /// <summary>The information of each look; empty, with the reason reported, when it is not known.</summary>
    /// <param name="written">The maximum, or a number for each look; null where neither is written.</param>
    /// <param name="analysis">The analysis.</param>
    /// <param name="path">Place of the sequential test.</param>
    public ImmutableArray<double> Resolve(Listed<double?>? written, ResolvedAnalysis analysis, DocumentPath path)
    {
        DocumentPath place = path.Key("information");
        DocumentPath design = DocumentPath.Root.Key("design");
        if (context.Problems.HasErrorIn(path) || context.Problems.HasErrorIn(design.Key("patients")) || context.Problems.HasErrorIn(design.Key("looks"))
            || context.Problems.HasErrorIn(design.Key("analyses").Key(analysis.Name)))
        {
            return [];
        }

        ImmutableArray<double?> waited = [.. analysis.Looks.Select(look => looks.First(known => known.Name == look.Name)).Select(look => WaitedFor(look.When, analysis))];
        double[] figures = [.. (written?.Items ?? []).OfType<double>()];
        if (figures.Length > 1 && figures.Length != waited.Length)
        {
            context.Problems.Error(place, $"{figures.Length} numbers are listed, and the looks of '{analysis.Name}' are {waited.Length}. Write the maximum alone, or a number for each look.");
            return [];
        }

        double?[] planned = figures.Length == waited.Length ? [.. figures.Select(figure => (double?)figure)]
            : figures.Length == 1 ? [.. waited.Select(count => figures[0] * count / waited[^1])]
            : [.. waited];
        int unknown = Array.FindIndex(planned, figure => figure is null);
        if (unknown >= 0)
        {
            string unit = possibility.IsTimeToEvent(analysis.Endpoint) ? "events" : "patients";
            context.Problems.Error(
                path,
                $"How much information '{analysis.Looks[unknown].Name}' is to have is not known: it does not wait for {unit} of what '{analysis.Name}' compares. "
                + $"Write information: with the planned {unit} of each look, such as [{Advice.List(planned.Select((_, i) => $"{110 * (i + 1)}"))}].");
            return [];
        }

        for (int look = 1; look < planned.Length; look++)
        {
            if (!(planned[look] > planned[look - 1]))
            {
                context.Problems.Error(
                    figures.Length > 0 ? place : path,
                    $"Information does not ascend: {Figure.Of(planned[look - 1]!.Value)} at '{analysis.Looks[look - 1].Name}', {Figure.Of(planned[look]!.Value)} at '{analysis.Looks[look].Name}'. "
                    + "Name the looks in the order in which they come, each with more than the one before.");
                return [];
            }
        }

        if (figures.Length == waited.Length)
        {
            WarnOfOtherShares(figures, waited, analysis, place);
        }

        return [.. planned.OfType<double>()];
    }

    // Bounds are printed, and weights fixed, for what is planned here; what the looks wait for is what they will meet.
    private void WarnOfOtherShares(double[] written, ImmutableArray<double?> waited, ResolvedAnalysis analysis, DocumentPath place)
    {
        for (int look = 0; look < written.Length - 1; look++)
        {
            double share = written[look] / written[^1];
            if (waited[look] / waited[^1] is double met && Math.Abs(met - share) > FarShare)
            {
                context.Problems.Warning(
                    place,
                    $"Planned is that '{analysis.Looks[look].Name}' has {Figure.Of(Math.Round(share, 2))} of the information, and it waits for {Figure.Of(Math.Round(met, 2))} of what '{analysis.Looks[^1].Name}' waits for: "
                    + $"bounds and weights are planned for a look that will not come. Write information: [{Advice.List(waited.Select((count, at) => Figure.Of(count ?? written[at])))}], or another look.");
            }
        }
    }

    // Of several things that a look waits for the first that tells.
    private double? WaitedFor(ResolvedTrigger trigger, ResolvedAnalysis analysis) => trigger.Leaves().Select(leaf => WaitedForBy(leaf, analysis)).FirstOrDefault(count => count is not null);

    private double? WaitedForBy(ResolvedTrigger trigger, ResolvedAnalysis analysis)
    {
        ImmutableArray<int> compared = analysis.Method is ResolvedMethod.OneSampleLogRank single
            ? [single.Arm.Index]
            : [.. analysis.Method.Compared.SelectMany(pair => (Reference[])[pair.Experimental, pair.Control]).Select(arm => arm.Index)];
        if (possibility.IsTimeToEvent(analysis.Endpoint))
        {
            bool isOfAll = compared.IsEmpty || compared.Length == context.Arms.All.Length;
            return trigger is ResolvedTrigger.Events events && events.Endpoint == analysis.Endpoint
                && (isOfAll ? events.Arms.Length == context.Arms.All.Length : events.Arms.Length == compared.Length && events.Arms.All(arm => compared.Contains(arm.Index)))
                ? events.Count
                : null;
        }

        double share = compared.IsEmpty || allocation.Weights.IsEmpty ? 1.0 : compared.Sum(arm => (double)allocation.Weights[arm]) / allocation.Weights.Sum();
        return trigger switch
        {
            ResolvedTrigger.Randomised randomised => randomised.Count * share,
            ResolvedTrigger.FollowedUp followedUp => followedUp.Count * share,
            ResolvedTrigger.FollowUp => patients * share,
            _ => null,
        };
    }
}
