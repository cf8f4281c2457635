using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Adverse events from a grade on, where conditions and endpoints name them.</summary>
internal static class AdverseEventResolver
{
    /// <summary>The lowest grade that counts and the events that can reach it.</summary>
    public static (int Grade, ImmutableArray<int> Events) Resolve(AdverseEventDocument document, DocumentPath path, ResolutionContext context)
    {
        int grade = document.Grade ?? 1;
        ImmutableArray<Reference> named = context.Events.FindAll(document.Of, path.Key("of"));
        for (int i = 0; i < named.Length; i++)
        {
            if (context.HighestGrades[named[i].Index] == 0)
            {
                context.Problems.Error(path.Key("of")[i], $"'{named[i].Name}' has no grades. Write them with the event, such as grades: {{1: 0.5, 2: 0.3, 3: 0.2}}, or ask by {{had: {named[i].Name}}}.");
            }
        }

        if (document.Of is null && context.HighestGrades.All(highest => highest == 0))
        {
            context.Problems.Error(path, "No event has grades. Write them with the event, such as grades: {1: 0.5, 2: 0.3, 3: 0.2}.");
        }

        return (grade, [.. (document.Of is null ? context.Events.All : named).Select(one => one.Index).Where(index => context.HighestGrades[index] >= grade)]);
    }
}
