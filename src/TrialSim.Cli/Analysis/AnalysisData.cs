namespace TrialSim.Cli.Analysis;

/// <summary>Patient data as an analysis sees it.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Sample">Rows whose time, event and arm are known; strata and covariates may still be missing.</param>
/// <param name="Arms">Names of the arms, the control first; a single name without an arm column.</param>
/// <param name="Strata">Names of the strata; empty without.</param>
/// <param name="Covariates">The covariates, in the order of the request.</param>
/// <param name="EventName">What the event that is analysed is called.</param>
/// <param name="CompetingEvents">Names of competing events; empty without.</param>
/// <param name="Description">What was read and understood, a sentence each.</param>
internal sealed record AnalysisData(
    AnalysisRequest Request,
    AnalysisSample Sample,
    IReadOnlyList<string> Arms,
    IReadOnlyList<string> Strata,
    IReadOnlyList<Covariate> Covariates,
    string EventName,
    IReadOnlyList<string> CompetingEvents,
    IReadOnlyList<string> Description)
{
    /// <summary><c>experimental v control</c>.</summary>
    /// <param name="arm">Number of the experimental arm, from 1.</param>
    public string Comparison(int arm) => $"{Arms[arm]} v {Arms[0]}";

    /// <summary>The unit of time in brackets after a space, or nothing.</summary>
    public string UnitInBrackets => Request.TimeUnit.Length == 0 ? "" : $" ({Request.TimeUnit})";
}
