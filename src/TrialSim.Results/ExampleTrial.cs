namespace TrialSim.Results;

/// <summary>One row of <c>examples.csv</c>: a simulated trial that shows how such a trial may go.</summary>
/// <param name="Replicate">Its number.</param>
/// <param name="Why">What it is an example of: stopped_early, failed, succeeded, or first where there is nothing to tell them apart by.</param>
/// <param name="Look">The look at which it stopped, or its last one; empty where it had none.</param>
/// <param name="Reason">Why it stopped: efficacy, futility or harm; empty where it went to its end.</param>
/// <param name="Months">Time from the opening of the trial to its end; none where it had no look.</param>
/// <param name="Patients">Patients randomised.</param>
/// <param name="Events">Events of its endpoint in all arms, at the last look that has it; none where it has no events.</param>
/// <param name="Analysis">The first test of the design that was done by then, or else its first; empty where it tests nothing.</param>
/// <param name="Z">Its statistic at the last look that has it; none where it has no direction or could not be done.</param>
/// <param name="PValue">Its p-value there.</param>
/// <param name="Estimate">The estimate that the design makes there of the same comparison on the same endpoint, such as a hazard ratio; none where it makes none.</param>
public sealed record ExampleTrial(
    uint Replicate, string Why, string Look, string Reason, double? Months, int Patients, int? Events, string Analysis, double? Z, double? PValue, double? Estimate)
{
    /// <summary>Why a trial is an example: it stopped before its last look.</summary>
    public const string StoppedEarly = "stopped_early";

    /// <summary>Why a trial is an example: its first test had not rejected at its end.</summary>
    public const string Failed = "failed";

    /// <summary>Why a trial is an example: its first test had rejected.</summary>
    public const string Succeeded = "succeeded";

    /// <summary>Why a trial is an example: it is the first, and nothing tells trials apart.</summary>
    public const string First = "first";

    /// <summary>What the estimate is, as in <c>operating-characteristics.csv</c>; empty where there is none.</summary>
    public string Measure { get; init; } = "";
}
