namespace TrialSim.Cli.Analysis;

/// <summary>Patient data as an analysis sees it. A closed set, one record for each shape of data.</summary>
/// <param name="Cohort">Arms, strata and covariates.</param>
/// <param name="Description">What was read and understood, a sentence each.</param>
internal abstract record AnalysisData(Cohort Cohort, IReadOnlyList<string> Description)
{
    /// <summary>What was asked for.</summary>
    public AnalysisRequest Request => Cohort.Request;

    /// <summary>Names of the arms, the control first; a single name without an arm column.</summary>
    public IReadOnlyList<string> Arms => Cohort.Arms;

    /// <summary>Names of the strata; empty without.</summary>
    public IReadOnlyList<string> Strata => Cohort.Strata;

    /// <summary>The covariates, in the order of the request.</summary>
    public IReadOnlyList<Covariate> Covariates => Cohort.Covariates;

    /// <summary><c>experimental v control</c>.</summary>
    /// <param name="arm">Number of the experimental arm, from 1.</param>
    public string Comparison(int arm) => $"{Arms[arm]} v {Arms[0]}";
}
