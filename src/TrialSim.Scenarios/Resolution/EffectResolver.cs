using System.Collections.Immutable;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Effects on hazards.</summary>
internal sealed class EffectResolver(ResolutionContext context, ConditionResolver conditions)
{
    /// <summary>The effect, as far as it could be understood; null where nothing could.</summary>
    public ResolvedEffect? Resolve(EffectDocument document, DocumentPath path)
    {
        ImmutableArray<Reference> on = context.Events.FindAll(document.On, path.Key("on"));
        return document.Per is null ? ResolveConditional(document, on, path) : ResolveSlope(document, document.Per, on, path);
    }

    private ResolvedEffect.Conditional ResolveConditional(EffectDocument document, ImmutableArray<Reference> on, DocumentPath path)
    {
        ResolvedCondition condition = conditions.Resolve(document.While, path.Key("while"));
        Anchor since = context.Anchors.ResolveSession(document.Since, path.Key("since")) ?? new AtRandomisation();
        Duration from = document.From ?? Duration.Zero;
        OrNone<Duration> until = document.Until ?? OrNone<Duration>.None;
        ImmutableArray<ResolvedCondition>.Builder all = ImmutableArray.CreateBuilder<ResolvedCondition>();
        all.Add(condition);
        if (SessionOf(since) is { } session)
        {
            all.Add(new ResolvedCondition.Treated(session));
        }

        if (from.Days > 0.0)
        {
            all.Add(Elapsed(since, from.Days));
        }

        if (until.Value is { } end)
        {
            all.Add(new ResolvedCondition.Not(Elapsed(since, end.Days)));
            if (end.Days <= from.Days)
            {
                context.Problems.Error(path.Key("until"), $"The effect ends at {end}, before it begins at {from}. Write until after from.");
            }
        }

        EffectDocument written = document with
        {
            While = document.While ?? ConditionDocument.Always,
            Since = context.Anchors.TextOf(since),
            From = from,
            Until = until,
        };
        return new ResolvedEffect.Conditional(written, on, document.HazardRatio?.Middle() ?? 1.0, new ResolvedCondition.All(all.ToImmutable()))
        {
            LogDeviation = document.HazardRatio?.LogSd ?? 0.0,
            Dose = document.DoseExponent is { } exponent ? ResolveDose(exponent, condition, path.Key("dose_exponent")) : null,
        };
    }

    private ResolvedDose? ResolveDose(double exponent, ResolvedCondition condition, DocumentPath path)
    {
        int[] taken = [.. condition.Leaves().OfType<ResolvedCondition.Taking>().Select(taking => taking.Treatment).Distinct()];
        if (taken.Length != 1 || !Requires(condition, taken[0]))
        {
            context.Problems.Error(path, "Nothing says whose dose counts. Write while: {taking: …} with one drug, alone or with others in {all: […]}.");
            return null;
        }

        Reference drug = context.Treatments.All[taken[0]];
        ImmutableArray<double> doses = context.DosesOf(drug);
        if (doses.Length < 2 && !context.Problems.HasErrorIn(DocumentPath.Root.Key("design").Key("treatments").Key(drug.Name).Key("dose_mg_per_day")))
        {
            context.Problems.Error(path, $"'{drug.Name}' has no lower dose. Write dose_mg_per_day: [800, 400] or the like for it, or remove dose_exponent.");
        }

        return new ResolvedDose(drug.Index, doses, exponent);
    }

    private static bool Requires(ResolvedCondition condition, int drug) => condition switch
    {
        ResolvedCondition.Taking taking => taking.Treatment == drug,
        ResolvedCondition.All all => all.Parts.Any(part => Requires(part, drug)),
        _ => false,
    };

    private static ResolvedCondition Elapsed(Anchor since, double days) =>
        since is AtRandomisation ? new ResolvedCondition.Elapsed(days) : new ResolvedCondition.SinceSession(since, days);

    private static int? SessionOf(Anchor since) => since switch
    {
        EachSession each => each.Treatment,
        FirstSession first => first.Treatment,
        _ => null,
    };

    private ResolvedEffect.Slope? ResolveSlope(EffectDocument document, SlopeDocument slope, ImmutableArray<Reference> on, DocumentPath path)
    {
        string[] others = [.. Choice.Written(document).Where(key => key is "while" or "dose_exponent" or "since" or "from" or "until")];
        if (others.Length > 0)
        {
            context.Problems.Error(path.Key("per"), $"'per' cannot be joined with {Advice.List(others)}. Remove one of the two.");
        }

        DocumentPath place = path.Key("per").Key("covariate");
        if (context.Covariates.Find(slope.Covariate, place) is not { } covariate)
        {
            return null;
        }

        if (context.Distributions[covariate.Index] is CategoricalDistribution)
        {
            context.Problems.Error(place, $"'{covariate.Name}' has levels, not numbers. Write while: {{covariate: {{{covariate.Name}: …}}}} with one of its levels.");
        }

        if (document.HazardRatio?.LogSd is not null)
        {
            context.Problems.Error(path.Key("hazard_ratio"), "The factor for an increase of a covariate cannot be drawn. Write a number.");
        }

        return new ResolvedEffect.Slope(document, on, document.HazardRatio?.Middle() ?? 1.0, covariate, slope.Increase ?? 1.0, slope.From ?? 0.0);
    }
}
