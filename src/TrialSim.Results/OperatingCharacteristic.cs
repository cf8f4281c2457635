namespace TrialSim.Results;

/// <summary>One row of <c>operating-characteristics.csv</c>: a property of the design, estimated over replicates.</summary>
/// <param name="Look">The look at which it is evaluated; empty for properties of the whole trial.</param>
/// <param name="Endpoint">The endpoint it is about; empty for the trial itself.</param>
/// <param name="Analysis">The analysis it is about; empty for counts and for the trial itself.</param>
/// <param name="Arm">The arm, or <c>experimental v control</c> for a comparison; empty for all arms together.</param>
/// <param name="Measure">What is estimated: one of <see cref="Measures"/>.</param>
/// <param name="Unit">The unit of the four numbers: <c>probability</c>, <c>months</c>, <c>patients</c>, <c>events</c>, <c>ratio</c>, <c>z</c> or <c>chi-square</c>.</param>
/// <param name="Value">The estimate; empty where no replicate could give it.</param>
/// <param name="MonteCarloStandardError">Standard error of <paramref name="Value"/> over replicates, in the same unit; empty where there is no estimate or only one replicate of a mean.</param>
/// <param name="Lower">Lower end of the 95 % Monte Carlo interval; empty with it.</param>
/// <param name="Upper">Upper end of the 95 % Monte Carlo interval; empty with it.</param>
/// <param name="Replicates">Replicates that contribute.</param>
/// <param name="NotEstimable">Replicates in which the quantity could not be estimated.</param>
public sealed record OperatingCharacteristic(
    string Look,
    string Endpoint,
    string Analysis,
    string Arm,
    string Measure,
    string Unit,
    double? Value,
    double? MonteCarloStandardError,
    double? Lower,
    double? Upper,
    long Replicates,
    long NotEstimable)
{
    /// <summary>The decision, the reason to stop or the resource that it is about; empty for others.</summary>
    public string Subject { get; init; } = "";
}
