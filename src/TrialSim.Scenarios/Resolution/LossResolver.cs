using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Loss to follow-up.</summary>
internal static class LossResolver
{
    private const string Forms = "Write probability and by together, or hazard alone.";

    /// <summary>Nobody is lost.</summary>
    public static ResolvedLoss Nobody { get; } = new(OrNone<LossDocument>.None, HazardResolver.Never);

    /// <summary>The loss; nobody's, with the reason reported, when what was written makes none.</summary>
    public static ResolvedLoss Resolve(OrNone<LossDocument>? written, DocumentPath path, ResolutionContext context, ConditionResolver conditions)
    {
        if (written?.Value is not { } document)
        {
            return Nobody;
        }

        ImmutableArray<(ResolvedInformativeLoss Loss, InformativeLossDocument Written)> informative =
        [
            .. (document.Informative?.Items ?? []).Select((one, i) => one is null ? null : ResolveInformative(one, path.Key("informative")[i], context, conditions))
                .OfType<(ResolvedInformativeLoss, InformativeLossDocument)>(),
        ];
        bool isAlone = document.Informative?.Items.Length > 0 && document is { Hazard: null, Probability: null, By: null };
        ResolvedLoss own = isAlone ? Nobody : ResolveHazard(document, path, context);
        return own with
        {
            Written = isAlone || own.Written.Value is not null
                ? new((own.Written.Value ?? new LossDocument()) with { Informative = new([.. informative.Select(one => one.Written)]), Source = document.Source })
                : own.Written,
            Informative = [.. informative.Select(one => one.Loss)],
        };
    }

    private static (ResolvedInformativeLoss Loss, InformativeLossDocument Written)? ResolveInformative(
        InformativeLossDocument document, DocumentPath path, ResolutionContext context, ConditionResolver conditions)
    {
        ResolvedCondition condition = conditions.Resolve(document.If, path.Key("if"));
        if (condition.Leaves().Any(leaf => leaf is not (ResolvedCondition.InArm or ResolvedCondition.HasLevel or ResolvedCondition.AtLeast)))
        {
            context.Problems.Error(path.Key("if"), "This is not known at randomisation. Write conditions of arm and covariate only.");
        }

        return context.Events.Find(document.Before, path.Key("before")) is { } before && document is { Within: { } within, Probability: { } probability }
            ? (new ResolvedInformativeLoss(before, within.Days, probability, condition), document with { If = document.If ?? ConditionDocument.Always })
            : null;
    }

    private static ResolvedLoss ResolveHazard(LossDocument document, DocumentPath path, ResolutionContext context)
    {
        if (document.Hazard is not null && (document.Probability is not null || document.By is not null))
        {
            context.Problems.Error(path, $"probability and by cannot stand beside hazard. {Forms}");
        }

        if (document.Hazard is not null)
        {
            ResolvedHazard? hazard = new HazardResolver(context).Resolve(document.Hazard, path.Key("hazard"));
            return hazard is null ? Nobody : new ResolvedLoss(new(new LossDocument { Hazard = hazard.ToDocument() }), hazard);
        }

        if (document.Probability is not { } probability || document.By is not { } by)
        {
            if (!context.Problems.HasErrorIn(path))
            {
                string missing = document.Probability is null && document.By is null ? "Nothing is said about the loss."
                    : document.By is null ? "The key 'by' is missing." : "The key 'probability' is missing.";
                context.Problems.Error(path, $"{missing} {Forms}");
            }

            return Nobody;
        }

        // Beside 1, a probability of less than 1e-16 is none.
        Hazard constant = 1.0 - probability == 1.0 ? new NoHazard() : ExponentialHazard.Through(new SurvivalPoint(by.Days, 1.0 - probability));
        return new ResolvedLoss(new(document), new ResolvedHazard.Single(OrNone<HazardDocument>.None, constant));
    }
}
