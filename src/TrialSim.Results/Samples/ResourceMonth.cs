namespace TrialSim.Results.Samples;

/// <summary>One row of <c>resource-months.csv</c>: what happens at a resource of the sites in a month, all sites together.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Months">End of the month, in months since the trial opened.</param>
/// <param name="Sessions">Mean number of sessions in the month.</param>
/// <param name="SessionsLower">2.5 % quantile over replicates.</param>
/// <param name="SessionsUpper">97.5 % quantile over replicates.</param>
/// <param name="Waiting">Mean number of sessions that wait at the end of the month.</param>
/// <param name="WaitingLower">2.5 % quantile over replicates.</param>
/// <param name="WaitingUpper">97.5 % quantile over replicates.</param>
/// <param name="Replicates">Replicates.</param>
public sealed record ResourceMonth(
    string Resource, double Months, double Sessions, double SessionsLower, double SessionsUpper, double Waiting, double WaitingLower, double WaitingUpper, long Replicates);
