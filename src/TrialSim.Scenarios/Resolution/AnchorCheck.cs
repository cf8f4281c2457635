using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Treatments and visits that wait for an event that nobody can know of, or for the end of what never ends.</summary>
internal sealed class AnchorCheck(ResolvedProtocol protocol, ImmutableArray<ResolvedEvent> events, ImmutableArray<ProtocolReach> reaches, ResolutionContext context)
{
    /// <summary>Reports what a treatment waits for in vain.</summary>
    public void Report(ResolvedTreatment treatment, DocumentPath place) => Report(treatment.Name, treatment.After, treatment.Arms, place);

    /// <summary>Reports what visits wait for in vain.</summary>
    public void Report(ResolvedVisit visit, DocumentPath place)
    {
        Report(visit.Name, visit.After, visit.Arms, place);
        if (visit.After is not EndOfAllTreatments)
        {
            return;
        }

        foreach (ResolvedTreatment endless in protocol.Treatments.Where(treatment => IsEndless(treatment, protocol.Treatments.Length)))
        {
            ImmutableArray<int> arms = [.. endless.Arms.Intersect(visit.Arms)];
            if (!arms.IsEmpty)
            {
                context.Problems.Warning(place, $"'{visit.Name}' waits for the end of all treatments, and {endless.Name} never ends in {ArmsNamed(arms)}. {HowToEnd(endless)}");
            }
        }
    }

    private static string HowToEnd(ResolvedTreatment treatment) => treatment is ResolvedTreatment.Drug
        ? $"Give {treatment.Name} a length or a stop_if."
        : $"Give {treatment.Name} max_sessions or a stop_if.";

    private void Report(string name, Anchor after, ImmutableArray<int> arms, DocumentPath place)
    {
        if (after is EndOfTreatment end && IsEndless(protocol.Treatments[end.Treatment], protocol.Treatments.Length))
        {
            ResolvedTreatment endless = protocol.Treatments[end.Treatment];
            context.Problems.Error(place, $"'{name}' waits for the end of {endless.Name}, which never ends. {HowToEnd(endless)}");
        }

        int? waitsFor = after switch
        {
            FirstSeen first => first.Event,
            EachSeen each => each.Event,
            _ => null,
        };
        if (waitsFor is not { } one)
        {
            return;
        }

        ImmutableArray<int> unseen = [.. arms.Where(arm => !reaches[arm].CanBeLookedFor(one))];
        ImmutableArray<int> never = [.. arms.Where(arm => reaches[arm].CanBeLookedFor(one) && !reaches[arm].CanCome(after))];
        if (!unseen.IsEmpty)
        {
            string visits = Advice.List(events[one].SeenAt.Select(visit => visit.Name));
            context.Problems.Error(
                place,
                $"'{name}' waits until {events[one].Name} is known, and nobody can know of it in {ArmsNamed(unseen)}: it is seen at {visits}, which never takes place there before. "
                + "Give these arms such visits, counted from something that comes, or count from something else.");
        }

        if (!never.IsEmpty)
        {
            context.Problems.Error(place, $"'{name}' waits for {events[one].Name}, which never happens in {ArmsNamed(never)}. Give it a hazard there, or count from something else.");
        }
    }

    private string ArmsNamed(ImmutableArray<int> arms) => $"{(arms.Length == 1 ? "arm" : "arms")} {Advice.List(arms.Select(arm => context.Arms.All[arm].Name))}";

    // Steps end a circle of anchors, which is reported elsewhere.
    private bool IsEndless(ResolvedTreatment treatment, int steps) => steps > 0
        && treatment.StopIf == ConditionResolver.Never
        && treatment switch
        {
            ResolvedTreatment.Drug drug => double.IsPositiveInfinity(drug.LengthDays),
            ResolvedTreatment.Procedure { Repetition: ResolvedRepetition.None, After: EachSession each } => IsEndless(protocol.Treatments[each.Treatment], steps - 1),
            ResolvedTreatment.Procedure { Repetition: ResolvedRepetition.None } procedure => procedure.After is EachSeen,
            ResolvedTreatment.Procedure procedure => procedure.MaxSessions == Defaults.MaxSessions,
            _ => false,
        };
}
