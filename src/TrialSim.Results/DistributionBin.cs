namespace TrialSim.Results;

/// <summary>One row of <c>distributions.csv</c>: how many replicates have a figure within a range.</summary>
/// <param name="Look">The look; empty for the trial itself.</param>
/// <param name="Endpoint">The endpoint; empty for the trial itself.</param>
/// <param name="Analysis">The analysis; empty for the trial itself.</param>
/// <param name="Arm">The arm, or both arms of a comparison; empty for all together.</param>
/// <param name="Measure">What it is, as in <c>operating-characteristics.csv</c>.</param>
/// <param name="Unit">Unit of the ends.</param>
/// <param name="From">Lower end of the range, which belongs to it.</param>
/// <param name="To">Upper end of the range, which does not, but in the last one; the same as the lower one where all replicates show the same.</param>
/// <param name="Replicates">Replicates within it.</param>
/// <param name="Share">Their share of all replicates that show the figure, 0…1.</param>
public sealed record DistributionBin(
    string Look, string Endpoint, string Analysis, string Arm, string Measure, string Unit, double From, double To, long Replicates, double Share)
{
    /// <summary>Replicates that do not show the figure: it could not be estimated, was not reached, or its look never came. The same in each row of a distribution.</summary>
    public long NotEstimable { get; init; }
}
