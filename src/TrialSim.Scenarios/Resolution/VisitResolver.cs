using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Schedules of visits.</summary>
internal sealed class VisitResolver(ResolutionContext context, ConditionResolver conditions)
{
    /// <summary>The schedule; null where what was written makes none.</summary>
    public ResolvedVisit? Resolve(string name, VisitDocument document, DocumentPath path)
    {
        Anchor? after = context.Anchors.Resolve(document.After, path.Key("after"));
        ImmutableArray<Reference> arms = document.Arms is null ? context.Arms.All : context.Arms.FindAll(document.Arms, path.Key("arms"));
        ResolvedCondition until = document.Until?.Value is { } condition ? conditions.Resolve(condition, path.Key("until")) : ConditionResolver.Never;
        OrNone<Window> next = document.ThenEvery ?? OrNone<Window>.None;
        VisitClock clock = document.CountedFrom ?? Defaults.VisitClock;
        if (after is null || document.At is not { } first)
        {
            return null;
        }

        ReportImpossible(next.Value, clock, path.Key("then_every"));
        VisitDocument written = new()
        {
            After = context.Anchors.TextOf(after),
            At = first,
            ThenEvery = next,
            CountedFrom = clock,
            Until = document.Until ?? OrNone<ConditionDocument>.None,
            Arms = new Listed<string>([.. arms.Select(arm => arm.Name)]),
        };
        return new ResolvedVisit(name, written, [.. arms.Select(arm => arm.Index)], after, first.Days, next.Value?.Days, clock, until);
    }

    private void ReportImpossible(Window? next, VisitClock clock, DocumentPath path)
    {
        if (next is null)
        {
            return;
        }

        if (next.Days.EarliestDays <= 0)
        {
            context.Problems.Error(path, $"The next visit may come {next} after the last, which is never later. Write a window that begins after 0d.");
        }
        else if (clock == VisitClock.Schedule && next.Days.LatestDays - next.Days.EarliestDays > next.Days.TargetDays)
        {
            context.Problems.Error(
                path,
                $"The window {next} is wider than the interval, so a visit could come before the one ahead of it. Write a narrower margin, or counted_from: last_visit.");
        }
    }
}
