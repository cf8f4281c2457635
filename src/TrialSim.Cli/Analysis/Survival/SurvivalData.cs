namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Times to an event as an analysis sees them.</summary>
/// <param name="Cohort">Arms, strata and covariates.</param>
/// <param name="Endpoint">What was asked for.</param>
/// <param name="Sample">Rows whose time, event and arm are known; strata and covariates may still be missing.</param>
/// <param name="EventName">What the event that is analysed is called.</param>
/// <param name="CompetingEvents">Names of competing events; empty without.</param>
/// <param name="Description">What was read and understood, a sentence each.</param>
internal sealed record SurvivalData(
    Cohort Cohort,
    SurvivalEndpoint Endpoint,
    SurvivalRows Sample,
    string EventName,
    IReadOnlyList<string> CompetingEvents,
    IReadOnlyList<string> Description) : AnalysisData(Cohort, Description)
{
    /// <summary>The unit of time in brackets after a space, or nothing.</summary>
    public string UnitInBrackets => Endpoint.TimeUnit.Length == 0 ? "" : $" ({Endpoint.TimeUnit})";
}
