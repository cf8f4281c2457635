using System.Collections.Immutable;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Documents;
using TrialSim.Scenarios.Parsing;
using TrialSim.Scenarios.Problems;

namespace TrialSim.Scenarios.Resolution;

/// <summary>Stratification factors.</summary>
internal static class StrataResolver
{
    /// <summary>The factors, as far as they could be understood.</summary>
    public static ImmutableArray<Reference> Resolve(Listed<string>? strata, DocumentPath path, ResolutionContext context)
    {
        ImmutableArray<Reference> factors = context.Covariates.FindAll(strata, path);
        long combinations = 1;
        foreach (Reference factor in factors)
        {
            switch (context.Distributions[factor.Index])
            {
                case CategoricalDistribution categorical:
                    combinations = Math.Min(combinations * categorical.Levels.Length, int.MaxValue);
                    break;
                case null:
                    break;
                default:
                    context.Problems.Error(path, $"'{factor.Name}' is a numeric covariate, so it has no strata. Name a covariate with levels.");
                    break;
            }
        }

        if (combinations > Limits.Strata)
        {
            context.Problems.Error(path, $"These covariates have {combinations} combinations of levels. Write at most {Limits.Strata}.");
        }

        return factors;
    }
}
