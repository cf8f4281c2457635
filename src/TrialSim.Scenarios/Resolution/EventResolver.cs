using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Events and the origins of their clocks.</summary>
internal sealed class EventResolver(ResolutionContext context, ConditionResolver conditions, OccasionResolver occasions)
{
    private readonly HazardResolver _hazards = new(context);
    private readonly OccurrenceResolver _occurrences = new(context);
    private readonly EventTriggerResolver _triggers = new(context, conditions, occasions);

    /// <summary>Whether each event ends the course; false where that could not be understood.</summary>
    public static ImmutableArray<bool> Fatality(Named<EventDocument>? events) =>
        events is null ? [] : [.. events.Entries.Select(entry => entry.Value?.Fatal ?? entry.Key == Defaults.FatalEvent)];

    /// <summary>The events; null where what was written makes none.</summary>
    public ImmutableArray<ResolvedEvent?> Resolve(Named<EventDocument> events, DocumentPath path)
    {
        ImmutableArray<bool> isFatal = Fatality(events);
        ImmutableArray<ResolvedEvent?> resolved = [.. events.Entries.Select((entry, i) => Resolve(entry.Key, entry.Value, isFatal, i, path.Key(entry.Key)))];
        ReportCycles(resolved, path);
        return resolved;
    }

    private ResolvedEvent? Resolve(string name, EventDocument? document, ImmutableArray<bool> isFatal, int index, DocumentPath path)
    {
        if (name is Names.Randomisation or ConditionDocument.AlwaysWord)
        {
            context.Problems.Error(path, $"'{name}' is {(name == Names.Randomisation ? "the word for the origin of clocks" : "a word of conditions")}. Give the event another name.");
        }

        if (document is null)
        {
            return null;
        }

        ResolvedHazard? hazard = ResolveHazard(document, path);
        ResolvedHazard? before = document.Before is null ? HazardResolver.Never : _hazards.Resolve(document.Before, path.Key("before"));
        Reference? since = ResolveSince(document.Since, name, isFatal, path.Key("since"));
        ImmutableArray<Reference> seenAt = context.Visits.FindAll(document.SeenAt?.Value, path.Key("seen_at"));
        if (document.SeenAt?.Value is not null && isFatal[index])
        {
            context.Problems.Error(path.Key("seen_at"), $"'{name}' is fatal, and the dead keep no visits. Remove seen_at: the day of death is known.");
        }

        if (document.Before is not null && document.Since is null or Names.Randomisation)
        {
            context.Problems.Error(path.Key("before"), "'before' needs an event that starts the clock. Write since: with that event, or remove 'before'.");
        }

        return hazard is null || before is null || since is null
            ? null
            : _triggers.Resolve(
                _occurrences.Resolve(new ResolvedEvent(name, isFatal[index] ? CourseEnding.Fatal : CourseEnding.Continues, since.Value, hazard, before, seenAt), document, path),
                index,
                document,
                path);
    }

    // Without anything else that brings the event about, a hazard has to be written, if only as none.
    private ResolvedHazard? ResolveHazard(EventDocument document, DocumentPath path)
    {
        if (document.Hazard is not null)
        {
            return _hazards.Resolve(document.Hazard, path.Key("hazard"));
        }

        if (document.Chances?.Items.Length > 0 || document.When?.Value is not null)
        {
            return HazardResolver.Never;
        }

        if (!context.Problems.HasErrorIn(path))
        {
            context.Problems.Error(
                path.Key("hazard"),
                $"The key 'hazard' is missing. Write 'hazard:' with {Expected.Of(typeof(OrNone<HazardDocument>), new KeyAttribute(string.Empty))}, or say by when: or chances: what brings the event about.");
        }

        return null;
    }

    private Reference? ResolveSince(string? since, string name, ImmutableArray<bool> isFatal, DocumentPath path)
    {
        if (since is null or Names.Randomisation)
        {
            return new Reference(ClinicalEvent.Randomisation, Names.Randomisation);
        }

        if (since == name)
        {
            context.Problems.Error(path, $"'{name}' waits for itself. Write since: {Names.Randomisation}, or another event.");
            return null;
        }

        Reference? origin = context.Events.Find(since, path);
        if (origin is { } found && isFatal[found.Index])
        {
            context.Problems.Error(path, $"'{since}' is fatal, so nothing can follow it. Name an event that is not.");
        }

        return origin;
    }

    private void ReportCycles(ImmutableArray<ResolvedEvent?> events, DocumentPath path)
    {
        for (int start = 0; start < events.Length; start++)
        {
            List<int> seen = [start];
            HashSet<int> known = [start];
            int next = events[start]?.Since.Index ?? ClinicalEvent.Randomisation;
            while (next != ClinicalEvent.Randomisation && known.Add(next))
            {
                seen.Add(next);
                next = events[next]?.Since.Index ?? ClinicalEvent.Randomisation;
            }

            // A cycle is reported once, at its first event.
            if (next == start && start == seen.Min())
            {
                string circle = string.Join(" since ", seen.Append(start).Select(index => context.Events.All[index].Name));
                context.Problems.Error(
                    path.Key(context.Events.All[start].Name).Key("since"),
                    $"Each waits for the other: {circle}. Write since: {Names.Randomisation} for one of them.");
            }
        }
    }
}
