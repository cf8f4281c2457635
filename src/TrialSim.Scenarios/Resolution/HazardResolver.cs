using System.Collections.Immutable;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Problems;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Hazards: which of the forms was written, and whether its figures make a hazard.</summary>
internal sealed class HazardResolver(ResolutionContext context)
{
    /// <summary>A hazard that never brings the event.</summary>
    public static ResolvedHazard Never { get; } = new ResolvedHazard.Single(OrNone<HazardDocument>.None, new NoHazard());

    /// <summary>The hazard; null, with the reason reported, when what was written makes none.</summary>
    public ResolvedHazard? Resolve(OrNone<HazardDocument>? written, DocumentPath path)
    {
        if (written is null)
        {
            return null;
        }

        if (written.Value is not { } document)
        {
            return Never;
        }

        string[] keys = Choice.Written(document);
        string form = Array.Find(keys, key => key is "by_arm" or "by_covariate" or "piecewise" or "cured_probability" or "uncured") ?? string.Empty;
        string[] own = form is "cured_probability" or "uncured" ? ["cured_probability", "uncured"] : [form];
        if (form.Length > 0 && keys.Except(own).Any())
        {
            context.Problems.Error(path, $"{Advice.List(keys.Except(own))} cannot stand beside {form}. Write {Advice.List(own)} alone.");
        }

        return form switch
        {
            "by_arm" => ResolveByArm(document.ByArm!, path.Key(form)),
            "by_covariate" => ResolveByCovariate(document.ByCovariate!, path.Key(form)),
            "piecewise" => ResolvePiecewise(document, path),
            "cured_probability" or "uncured" => ResolveCure(document, path),
            _ => FamilyResolver.Resolve(document, path, context.Problems),
        };
    }

    private ResolvedHazard.ByArm? ResolveByArm(Named<OrNone<HazardDocument>> byArm, DocumentPath path)
    {
        ImmutableArray<(Reference Name, ResolvedHazard Hazard)> choices = ResolveChoices(byArm, context.Arms, path, "Write a hazard for each arm; none where the event never happens.");
        return choices.IsEmpty ? null : new ResolvedHazard.ByArm(choices);
    }

    private ResolvedHazard.ByLevel? ResolveByCovariate(Named<Named<OrNone<HazardDocument>>> byCovariate, DocumentPath path)
    {
        if (byCovariate.Entries.Length > 1)
        {
            context.Problems.Error(path, $"{Advice.List(byCovariate.Names)} stand together. Write one covariate here, and the other inside the hazards of its levels.");
        }

        foreach ((string name, Named<OrNone<HazardDocument>>? byLevel) in byCovariate.Entries)
        {
            DocumentPath place = path.Key(name);
            if (context.Covariates.Find(name, place) is { } covariate
                && byLevel is not null
                && context.LevelsOf(covariate, place, "Choose hazards by a covariate with levels; use an effect with 'per' for a numeric one.") is { } levels)
            {
                ImmutableArray<(Reference Name, ResolvedHazard Hazard)> choices = ResolveChoices(byLevel, levels, place, "Write a hazard for each level; none where the event never happens.");
                return choices.IsEmpty ? null : new ResolvedHazard.ByLevel(covariate, choices);
            }
        }

        return null;
    }

    private ImmutableArray<(Reference Name, ResolvedHazard Hazard)> ResolveChoices(
        Named<OrNone<HazardDocument>> written,
        NameTable names,
        DocumentPath path,
        string advice)
    {
        ResolvedHazard?[] hazards = [.. written.Entries.Select(entry => Resolve(entry.Value, path.Key(entry.Key)))];
        ImmutableArray<int> order = names.MatchAll([.. written.Names], path, advice);
        return order.IsEmpty || Array.Exists(hazards, hazard => hazard is null)
            ? []
            : [.. names.All.Select(name => (name, hazards[order[name.Index]]!))];
    }

    private ResolvedHazard.Single? ResolvePiecewise(HazardDocument document, DocumentPath path)
    {
        PiecewiseExponentialHazard? hazard = StepsResolver.Resolve(document.Piecewise!, path.Key("piecewise"), context.Problems);
        return hazard is null ? null : new ResolvedHazard.Single(new(document), hazard);
    }

    private ResolvedHazard.Cure? ResolveCure(HazardDocument document, DocumentPath path)
    {
        if (document.CuredProbability is null || document.Uncured is null)
        {
            if (!context.Problems.HasErrorIn(path))
            {
                string missing = document.Uncured is null ? "uncured" : "cured_probability";
                context.Problems.Error(path, $"The key '{missing}' is missing. Write cured_probability and uncured together.");
            }

            return null;
        }

        ResolvedHazard? uncured = Resolve(document.Uncured, path.Key("uncured"));
        if (uncured is not null && uncured.Leaves().Any(leaf => leaf is NoHazard))
        {
            context.Problems.Error(path.Key("uncured"), "The uncured never have the event either. Write a hazard, or none for the whole.");
        }

        return uncured is null ? null : new ResolvedHazard.Cure(document.CuredProbability.Value, uncured);
    }
}
