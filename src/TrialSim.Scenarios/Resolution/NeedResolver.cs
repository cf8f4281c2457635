using TrialSim.Model.Protocol;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What the sessions of procedures need of their site.</summary>
internal static class NeedResolver
{
    /// <summary>How a need is written in full, and what it is; nothing where none is written, or where it was reported what is wrong with it.</summary>
    public static (OrNone<NeedDocument> Written, ResourceNeed? Compiled) Resolve(OrNone<NeedDocument>? document, DocumentPath path, ResolutionContext context)
    {
        if (document?.Value is not { } need)
        {
            return (OrNone<NeedDocument>.None, null);
        }

        if (need.MaxWait?.Value is null && need.Then is not null && !context.Problems.HasErrorIn(path.Key("max_wait")))
        {
            context.Problems.Error(path.Key("then"), "'then' is for sessions that have waited too long, and nothing says how long that is. Write max_wait: with a duration, or remove 'then'.");
        }

        string? name = need.Name ?? need.Resource;
        if (name is null && !context.Problems.HasErrorIn(path))
        {
            context.Problems.Error(path, "The key 'resource' is missing. Write 'resource:' with something that each site has.");
        }

        if (context.Resources.Find(name, need.Name is null ? path.Key("resource") : path) is not { } resource)
        {
            return (OrNone<NeedDocument>.None, null);
        }

        AfterWaiting then = need.Then ?? Defaults.AfterWaiting;
        NeedDocument written = new()
        {
            Resource = resource.Name,
            MaxWait = need.MaxWait ?? OrNone<Duration>.None,
            Then = need.MaxWait?.Value is null ? null : then,
        };
        return (new OrNone<NeedDocument>(written), new ResourceNeed(resource.Index, need.MaxWait?.Value?.Days ?? double.PositiveInfinity, then));
    }

    /// <summary>Reports needs that cannot stand beside a loss that foretells an event.</summary>
    public static void ReportForetold(ResolvedProtocol protocol, ResolvedTruth truth, ResolutionContext context)
    {
        if (!truth.Loss.Informative.IsEmpty && protocol.Treatments.OfType<ResolvedTreatment.Procedure>().FirstOrDefault(procedure => procedure.Need is not null) is { } needing)
        {
            context.Problems.Error(
                DocumentPath.Root.Key("truth").Key("loss_to_follow_up").Key("informative"),
                $"Nobody can be lost before an event whose day is not settled: sessions of {needing.Name} wait for slots, and the event may depend on them. Remove 'informative', or write needs: none.");
        }
    }

    /// <summary>Warns of what sites have and nobody needs.</summary>
    public static void ReportUnused(ResolvedProtocol protocol, DocumentPath treatments, ResolutionContext context)
    {
        foreach (Reference resource in context.Resources.All)
        {
            // A need that was reported may have been meant.
            if (!context.Problems.HasErrorIn(treatments) && !protocol.Treatments.OfType<ResolvedTreatment.Procedure>().Any(procedure => procedure.Need?.Resource == resource.Index))
            {
                context.Problems.Warning(
                    DocumentPath.Root.Key("truth").Key("sites").Key("each_has").Key(resource.Name),
                    $"No treatment needs '{resource.Name}'. Write needs: {resource.Name} in one that does, or remove it.");
            }
        }
    }
}
