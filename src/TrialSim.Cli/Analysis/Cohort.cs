namespace TrialSim.Cli.Analysis;

/// <summary>What the rows of a file have in common whatever is measured of them: arms, strata and covariates.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Arms">Names of the arms, the control first; a single name without an arm column.</param>
/// <param name="ArmOfRow">Number of each row's arm, −1 where it is missing.</param>
/// <param name="Strata">Names of the strata; empty without.</param>
/// <param name="StratumOfRow">Number of each row's stratum, −1 where it is missing; empty without strata.</param>
/// <param name="Covariates">The covariates, in the order of the request.</param>
internal sealed record Cohort(
    AnalysisRequest Request,
    IReadOnlyList<string> Arms,
    IReadOnlyList<int> ArmOfRow,
    IReadOnlyList<string> Strata,
    IReadOnlyList<int> StratumOfRow,
    IReadOnlyList<Covariate> Covariates)
{
    /// <summary>The terms of all covariates.</summary>
    public IEnumerable<CovariateTerm> Terms => Covariates.SelectMany(covariate => covariate.Terms);
}
