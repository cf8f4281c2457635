namespace TrialSim.Results;

/// <summary>One row of <c>examples.csv</c>: a simulated trial that shows how such a trial may go.</summary>
/// <param name="Replicate">Its number.</param>
/// <param name="Why">What it is an example of: stopped_early, failed, succeeded, or first where there is nothing to tell them apart by.</param>
/// <param name="Look">The look at which it stopped, or its last one; empty where it had none.</param>
/// <param name="Reason">Why it stopped: efficacy, futility or harm; empty where it went to its end.</param>
/// <param name="Months">Months since the trial opened to its end; none where it had no look.</param>
/// <param name="Patients">Patients randomised.</param>
/// <param name="Events">Events of the first analysis' endpoint at that look; none where it has no events.</param>
/// <param name="Analysis">The first test of the design; empty where there is none.</param>
/// <param name="Z">Its statistic at that look.</param>
/// <param name="PValue">Its p-value at that look.</param>
/// <param name="Estimate">The estimate that the design makes of the effect on the same endpoint, such as a hazard ratio; none where it makes none.</param>
public sealed record ExampleTrial(
    uint Replicate, string Why, string Look, string Reason, double? Months, int Patients, int? Events, string Analysis, double? Z, double? PValue, double? Estimate);
