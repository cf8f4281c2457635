using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>What brings an event about beside its hazard, and when it cannot happen.</summary>
internal sealed class EventTriggerResolver(ResolutionContext context, ConditionResolver conditions, OccasionResolver occasions)
{
    /// <summary>The event with it; null where what was written could not be understood.</summary>
    public ResolvedEvent? Resolve(ResolvedEvent resolved, int index, EventDocument document, DocumentPath path)
    {
        (ResolvedChance Chance, ChanceDocument Written)?[] chances =
        [
            .. (document.Chances?.Items ?? []).Select((chance, i) => chance is null ? null : ResolveChance(chance, index, i, path.Key("chances")[i])),
        ];
        if (chances.Contains(null))
        {
            return null;
        }

        ResolvedCondition when = document.When?.Value is { } written ? conditions.Resolve(written, path.Key("when")) : ConditionResolver.Never;
        ResolvedCondition onlyWhile = conditions.Resolve(document.OnlyWhile, path.Key("only_while"));
        ReportItself(when, index, path.Key("when"));
        ReportItself(onlyWhile, index, path.Key("only_while"));
        return resolved with
        {
            Chances = [.. chances.Select(chance => chance!.Value.Chance)],
            When = when,
            OnlyWhile = onlyWhile,
            Written = resolved.Written with
            {
                Chances = new Listed<ChanceDocument>([.. chances.Select(chance => chance!.Value.Written)]),
                When = document.When ?? OrNone<ConditionDocument>.None,
                OnlyWhile = document.OnlyWhile ?? ConditionDocument.Always,
            },
        };
    }

    private (ResolvedChance Chance, ChanceDocument Written)? ResolveChance(ChanceDocument document, int index, int place, DocumentPath path)
    {
        ResolvedCondition condition = conditions.Resolve(document.If, path.Key("if"));
        if (occasions.Resolve(document.At, path.Key("at")) is not { } at)
        {
            return null;
        }

        if (at == new Occasion(OccasionKind.Occurrence, index))
        {
            context.Problems.Error(path.Key("at"), $"'{document.At}' cannot be brought about by itself. Name another occasion.");
        }

        return (new ResolvedChance(place, at, condition, document.Probability ?? 0.0), document with { At = occasions.TextOf(at), If = document.If ?? ConditionDocument.Always });
    }

    private void ReportItself(ResolvedCondition condition, int index, DocumentPath path)
    {
        if (condition.Leaves().Contains(new ResolvedCondition.Had(index)))
        {
            context.Problems.Error(path, $"'{context.Events.All[index].Name}' waits for itself. Name another event, or a state.");
        }
    }
}
