using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Events that recur and bring one another about on the same day, without end.</summary>
internal sealed class EventCircleCheck(ImmutableArray<ResolvedEvent> events, ImmutableArray<ResolvedState> states, ResolutionContext context)
{
    /// <summary>Reports each circle once, at its first event.</summary>
    public void Report(DocumentPath path)
    {
        for (int start = 0; start < events.Length; start++)
        {
            if (WayBack(start) is { IsEmpty: false } way && way.Min() == start)
            {
                context.Problems.Error(
                    path.Key(events[start].Name),
                    $"On one day, and without end, each brings about the next: {string.Join(", ", way.Append(start).Select(index => events[index].Name))}. Let one of them happen once only, or last: lasts: 1d.");
            }
        }
    }

    // The events from one back to itself; empty for none. Breadth first, so that the way is the shortest.
    private ImmutableArray<int> WayBack(int start)
    {
        int[] from = [.. Enumerable.Repeat(-1, events.Length)];
        Queue<int> open = new([start]);
        while (open.TryDequeue(out int cause))
        {
            for (int effect = 0; effect < events.Length; effect++)
            {
                if (!BringsAbout(cause, effect))
                {
                    continue;
                }

                if (effect == start)
                {
                    return WayTo(cause, start, from);
                }

                if (from[effect] < 0)
                {
                    from[effect] = cause;
                    open.Enqueue(effect);
                }
            }
        }

        return [];
    }

    private static ImmutableArray<int> WayTo(int last, int start, int[] from)
    {
        List<int> way = [last];
        while (way[^1] != start)
        {
            way.Add(from[way[^1]]);
        }

        way.Reverse();
        return [.. way];
    }

    private bool BringsAbout(int cause, int effect) => IsEndless(events[cause]) && IsEndless(events[effect]) && (HasChance(events[effect], cause) || Waits(events[effect], cause));

    private static bool IsEndless(ResolvedEvent one) => one.Recurrence == Recurrence.Recurs && !(one.Lasts?.EarliestDays > 0);

    private static bool HasChance(ResolvedEvent effect, int cause) => effect.Chances.Any(chance => chance.At == new Occasion(OccasionKind.Occurrence, cause));

    private bool Waits(ResolvedEvent effect, int cause) => effect.When.Leaves().Concat(effect.When == ConditionResolver.Never ? [] : effect.OnlyWhile.Leaves()).Any(leaf => leaf switch
    {
        ResolvedCondition.AdverseEvent adverse => adverse.Events.Contains(cause),
        ResolvedCondition.InState inState => states[inState.State].Changes.Any(change => change.At == new Occasion(OccasionKind.Occurrence, cause)),
        _ => false,
    });
}
