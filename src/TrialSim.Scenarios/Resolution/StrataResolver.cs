using System.Collections.Immutable;
using TrialSim.Model.Design;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Stratification factors.</summary>
internal static class StrataResolver
{
    /// <summary>The factors, as far as they could be understood; the site has the index <see cref="StratificationFactor.Site"/>.</summary>
    public static ImmutableArray<Reference> Resolve(Listed<string>? strata, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<Reference> factors = ResolveFactors(strata, path, context);
        long combinations = factors.Aggregate(1L, (product, factor) => Math.Min(product * LevelsOf(factor, context), int.MaxValue));
        if (combinations > Limits.Strata)
        {
            context.Problems.Error(path, $"These covariates have {combinations} combinations of levels. Write at most {Limits.Strata}.");
        }

        return factors;
    }

    /// <summary>Factors, however many combinations of levels they have.</summary>
    public static ImmutableArray<Reference> ResolveFactors(Listed<string>? names, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<Reference> factors = context.Factors.FindAll(names, path);
        foreach (Reference factor in factors.Where(factor => factor.Index != StratificationFactor.Site && context.Distributions[factor.Index] is not (CategoricalDistribution or null)))
        {
            context.Problems.Error(path, $"'{factor.Name}' is a numeric covariate, so it has no strata. Name a covariate with levels.");
        }

        return factors;
    }

    private static int LevelsOf(Reference factor, ResolutionContext context) =>
        factor.Index == StratificationFactor.Site ? context.SiteCount
        : context.Distributions[factor.Index] is CategoricalDistribution categorical ? categorical.Levels.Length
        : 1;
}
