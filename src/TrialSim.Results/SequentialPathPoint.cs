namespace TrialSim.Results;

/// <summary>One row of <c>paths.csv</c>: a test with bounds at one of its stages in one of the first replicates.</summary>
/// <param name="Replicate">Number of the simulated trial; 0 for the bounds as planned, which have no Z.</param>
/// <param name="Analysis">The analysis.</param>
/// <param name="Arm">Both arms of the comparison.</param>
/// <param name="Look">The look.</param>
/// <param name="InformationFraction">Information at the look as a share of that planned for the last look.</param>
/// <param name="Z">The statistic that the bounds are for; none for the planned bounds.</param>
/// <param name="EfficacyBound">The bound that rejects when reached; none where the look cannot.</param>
/// <param name="FutilityBound">The bound beneath which the trial is futile; none where there is none.</param>
/// <param name="Outcome">rejected, futile, goes_on, or retained at the last stage; planned for the planned bounds.</param>
public sealed record SequentialPathPoint(
    uint Replicate, string Analysis, string Arm, string Look, double InformationFraction, double? Z, double? EfficacyBound, double? FutilityBound, string Outcome)
{
    /// <summary>Neither rejected nor futile, and more stages to come.</summary>
    public const string GoesOn = "goes_on";

    /// <summary>Rejected for the first time.</summary>
    public const string Rejected = "rejected";

    /// <summary>Beneath the futility bound.</summary>
    public const string Futile = "futile";

    /// <summary>Not rejected at the test's last look.</summary>
    public const string Retained = "retained";

    /// <summary>A bound as planned.</summary>
    public const string Planned = "planned";

    /// <summary>The bound that rejects, for harm, at Z at or below it; none for a test that rejects for benefit alone.</summary>
    public double? HarmBound { get; init; }
}
