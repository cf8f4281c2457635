namespace TrialSim.Model.Design;

/// <summary>A categorical covariate, or the site, used as a stratum.</summary>
/// <param name="Covariate">Index among the scenario's covariates, or <see cref="Site"/>.</param>
/// <param name="LevelCount">How many levels it has.</param>
public readonly record struct StratificationFactor(int Covariate, int LevelCount)
{
    /// <summary>Value of <see cref="Covariate"/> for the site.</summary>
    public const int Site = -1;

    /// <summary>The level of a patient.</summary>
    /// <param name="covariates">One value per covariate of the scenario; for a categorical one the index of its level.</param>
    /// <param name="site">Index of the patient's site.</param>
    public int LevelOf(ReadOnlySpan<double> covariates, int site) => Covariate == Site ? site : (int)covariates[Covariate];
}
