using System.Collections.Immutable;

namespace TrialSim.Model.Design;

/// <summary>Categorical covariates, and the site, whose combinations of levels are the strata.</summary>
/// <param name="Factors">The factors; none means one stratum.</param>
public sealed record Stratification(ImmutableArray<StratificationFactor> Factors)
{
    /// <summary>One stratum that holds everybody.</summary>
    public static Stratification None { get; } = new(ImmutableArray<StratificationFactor>.Empty);

    /// <summary>Whether the site is one of the factors.</summary>
    public bool HasSite => Factors.Any(factor => factor.Covariate == StratificationFactor.Site);

    /// <summary>How many strata there are: the product of the numbers of levels.</summary>
    public int StratumCount => Factors.Aggregate(1, (product, factor) => checked(product * factor.LevelCount));

    /// <summary>The stratum, 0…<see cref="StratumCount"/> − 1, of a patient with these covariates; the last factor varies fastest.</summary>
    /// <param name="covariates">One value per covariate of the scenario; for a categorical one the index of its level.</param>
    /// <param name="site">Index of the patient's site; 0 where there are none.</param>
    public int StratumOf(ReadOnlySpan<double> covariates, int site)
    {
        int stratum = 0;
        foreach (StratificationFactor factor in Factors)
        {
            stratum = (stratum * factor.LevelCount) + factor.LevelOf(covariates, site);
        }

        return stratum;
    }
}
