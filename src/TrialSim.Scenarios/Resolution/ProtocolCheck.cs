using System.Collections.Immutable;
using System.Globalization;
using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Protocols that contradict themselves.</summary>
internal static class ProtocolCheck
{
    /// <summary>Reports treatments and visits that can never come, circles, and holds that do not fit between two sessions.</summary>
    /// <param name="protocol">Treatments and visits, all of them.</param>
    /// <param name="events">The events, all of them.</param>
    /// <param name="possibility">Which of them can happen.</param>
    /// <param name="path">The design's place.</param>
    /// <param name="context">Names, and what takes the reports.</param>
    public static void Report(ResolvedProtocol protocol, ImmutableArray<ResolvedEvent> events, EventPossibility possibility, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<ProtocolReach> reaches = [.. context.Arms.All.Select(arm => new ProtocolReach(protocol, events, possibility, arm))];
        AnchorCheck anchors = new(protocol, events, reaches, context);
        foreach (ResolvedTreatment treatment in protocol.Treatments)
        {
            DocumentPath place = path.Key("treatments").Key(treatment.Name);
            ReportUnused(treatment, place, context);
            ReportAnchor(protocol, treatment.Name, treatment.After, [.. treatment.Arms], StartOf(treatment, place), context);
            anchors.Report(treatment, StartOf(treatment, place));
            if (treatment is ResolvedTreatment.Drug drug)
            {
                ReportHolds(protocol, drug, place, context);
            }

            if (treatment is ResolvedTreatment.Procedure { Repetition: ResolvedRepetition.OnDemand demand })
            {
                ReportDecision(protocol, treatment, demand, place.Key("repeat").Key("decided_at"), context);
            }
        }

        foreach (ResolvedVisit visit in protocol.Visits)
        {
            DocumentPath place = path.Key("visits").Key(visit.Name).Key("after");
            ReportAnchor(protocol, visit.Name, visit.After, [.. visit.Arms], place, context);
            anchors.Report(visit, place);
        }

        ReportCircles(protocol, path.Key("treatments"), context);
        ReportInterruptions(protocol, path.Key("treatments"), context);
    }

    private static string Days(double days) => string.Create(CultureInfo.InvariantCulture, $"{days:0.##} {(days == 1 ? "day" : "days")}");

    private static DocumentPath StartOf(ResolvedTreatment treatment, DocumentPath place) =>
        place.Key(treatment is ResolvedTreatment.Procedure ? "first" : "start").Key("after");

    private static int TreatmentOf(Anchor anchor) => anchor switch
    {
        EachSession each => each.Treatment,
        FirstSession first => first.Treatment,
        EndOfTreatment end => end.Treatment,
        _ => -1,
    };

    private static void ReportUnused(ResolvedTreatment treatment, DocumentPath place, ResolutionContext context)
    {
        if (treatment.Arms.IsEmpty)
        {
            context.Problems.Warning(place, $"No arm gets the treatment '{treatment.Name}'. Name it in the treatments of an arm, or remove it.");
        }
    }

    private static void ReportAnchor(ResolvedProtocol protocol, string name, Anchor after, int[] arms, DocumentPath place, ResolutionContext context)
    {
        int anchor = TreatmentOf(after);
        if (anchor < 0)
        {
            return;
        }

        string[] without = [.. arms.Where(arm => !protocol.Treatments[anchor].Arms.Contains(arm)).Select(arm => context.Arms.All[arm].Name)];
        if (without.Length > 0)
        {
            context.Problems.Error(
                place,
                $"'{name}' waits for {protocol.Treatments[anchor].Name}, which {(without.Length == 1 ? "arm" : "arms")} {Advice.List(without)} never {(without.Length == 1 ? "gets" : "get")}. "
                + "Count it from randomisation, or give both to the same arms.");
        }
    }

    private static void ReportDecision(
        ResolvedProtocol protocol, ResolvedTreatment treatment, ResolvedRepetition.OnDemand demand, DocumentPath place, ResolutionContext context)
    {
        string[] without =
        [
            .. treatment.Arms.Where(arm => !protocol.Visits[demand.Visit.Index].Arms.Contains(arm)).Select(arm => context.Arms.All[arm].Name),
        ];
        if (without.Length > 0)
        {
            context.Problems.Error(place, $"Another {treatment.Name} is decided at {demand.Visit.Name}, and {Advice.List(without)} has no such visits. Give it these visits.");
        }
    }

    private static void ReportHolds(ResolvedProtocol protocol, ResolvedTreatment.Drug drug, DocumentPath place, ResolutionContext context)
    {
        for (int i = 0; i < drug.Holds.Length; i++)
        {
            Hold hold = drug.Holds[i];
            DocumentPath by = place.Key("hold")[i].Key("by");
            ResolvedTreatment.Procedure procedure = (ResolvedTreatment.Procedure)protocol.Treatments[hold.Procedure];
            switch (procedure.Repetition)
            {
                case ResolvedRepetition.Every every when every.Interval.EarliestDays <= hold.BeforeDays + hold.Resume.EarliestDays:
                    context.Problems.Error(
                        by,
                        $"{procedure.Name} may come again after {Days(every.Interval.EarliestDays)}, and the drug is off for {Days(hold.Resume.EarliestDays)} after a session and {Days(hold.BeforeDays)} before the next, so it would never be taken in between. Write a shorter hold or a longer interval.");
                    break;
                case ResolvedRepetition.OnDemand demand when demand.Delay.EarliestDays < hold.BeforeDays:
                    context.Problems.Warning(
                        by,
                        $"{procedure.Name} may follow its decision by {Days(demand.Delay.EarliestDays)}, so the drug cannot always be stopped {Days(hold.BeforeDays)} before. It is then stopped on the day of the decision.");
                    break;
            }
        }
    }

    // Such drugs would be stopped and taken again without end on one day.
    private static void ReportInterruptions(ResolvedProtocol protocol, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<ImmutableArray<int>> asked =
        [
            .. protocol.Treatments.Select(treatment => (treatment as ResolvedTreatment.Drug)?.Dosing.InterruptIf.Leaves()
                .OfType<ResolvedCondition.Taking>().Select(taking => taking.Treatment).ToImmutableArray() ?? []),
        ];
        for (int start = 0; start < asked.Length; start++)
        {
            HashSet<int> reached = [];
            Queue<int> next = new(asked[start]);
            while (next.TryDequeue(out int drug))
            {
                if (reached.Add(drug))
                {
                    asked[drug].ToList().ForEach(next.Enqueue);
                }
            }

            if (reached.Contains(start))
            {
                string name = protocol.Treatments[start].Name;
                context.Problems.Error(
                    path.Key(name).Key("interrupt_if"),
                    $"Whether {name} is interrupted depends on whether it is taken. Name an event, a state or another drug that does not depend on {name}.");
            }
        }
    }

    private static void ReportCircles(ResolvedProtocol protocol, DocumentPath path, ResolutionContext context)
    {
        for (int start = 0; start < protocol.Treatments.Length; start++)
        {
            HashSet<int> known = [start];
            int next = TreatmentOf(protocol.Treatments[start].After);
            while (next >= 0 && known.Add(next))
            {
                next = TreatmentOf(protocol.Treatments[next].After);
            }

            // A circle is reported once, at its first treatment.
            if (next == start && start == known.Min())
            {
                string circle = string.Join(" after ", known.Select(index => protocol.Treatments[index].Name));
                context.Problems.Error(
                    StartOf(protocol.Treatments[start], path.Key(protocol.Treatments[start].Name)),
                    $"Each waits for the other: {circle} after {protocol.Treatments[start].Name}. Count one of them from randomisation.");
            }
        }
    }
}
