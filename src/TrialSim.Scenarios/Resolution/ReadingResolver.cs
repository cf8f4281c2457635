using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Errors of those who look for events at visits.</summary>
internal static class ReadingResolver
{
    /// <summary>The events with the errors that are made about them.</summary>
    public static ImmutableArray<ResolvedEvent> Resolve(
        Named<ReadingErrorsDocument>? errors, ImmutableArray<ResolvedEvent> events, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<ResolvedEvent>.Builder read = events.ToBuilder();
        foreach ((string name, ReadingErrorsDocument? document) in errors?.Entries ?? [])
        {
            if (context.Events.Find(name, path.Key(name)) is null || document is null)
            {
                continue;
            }

            for (int i = 0; i < read.Count; i++)
            {
                if (read[i].Name == name)
                {
                    read[i] = read[i] with { Reading = new ReadingErrors(document.Missed ?? 0.0, document.Invented ?? 0.0), ReadingSource = document.Source };
                    Report(read[i], path.Key(name), context.Problems);
                }
            }
        }

        return read.ToImmutable();
    }

    private static void Report(ResolvedEvent one, DocumentPath path, ProblemList problems)
    {
        if (one.SeenAt.IsEmpty)
        {
            problems.Error(path, $"No visit looks for '{one.Name}', which is known on its day, so nobody can err about it. Write seen_at: with visits for the event, or remove this.");
        }
        else if (one.Recurrence == Recurrence.Recurs || !one.Grades.IsEmpty || one.Lasts is not null)
        {
            problems.Error(path, $"Of '{one.Name}', which recurs, has grades or lasts, patients report each occurrence; readings may err about what is looked for once. Remove this.");
        }
        else if (one.Reading.MissedProbability == 1)
        {
            problems.Warning(path.Key("missed"), $"Every visit overlooks '{one.Name}', so it never comes to be known.");
        }
    }
}
