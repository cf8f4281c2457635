using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Frailties and the events that they are on.</summary>
internal static class FrailtyResolver
{
    /// <summary>The frailties, as far as they could be understood.</summary>
    public static ImmutableArray<ResolvedFrailty> Resolve(Listed<FrailtyDocument>? documents, ImmutableArray<ResolvedEvent?> events, DocumentPath path, ResolutionContext context) =>
    [
        .. (documents?.Items ?? [])
            .Select((document, i) => document is { Distribution: not null, Variance: not null } ? Resolve(document, events, path[i], context) : null)
            .OfType<ResolvedFrailty>(),
    ];

    private static ResolvedFrailty Resolve(FrailtyDocument document, ImmutableArray<ResolvedEvent?> events, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<Reference> on = context.Events.FindAll(document.On, path.Key("on"));
        for (int i = 0; i < on.Length; i++)
        {
            if (events[on[i].Index] is { } one && one.Hazard.Leaves().Concat(one.Before.Leaves()).All(hazard => hazard is NoHazard))
            {
                context.Problems.Warning(path.Key("on")[i], $"'{one.Name}' has no hazard that a frailty could multiply; chances and 'when' are not multiplied. Remove it here, or give it a hazard.");
            }
        }

        return new ResolvedFrailty(document with { On = new Listed<string>([.. on.Select(one => one.Name)]) }, on);
    }
}
