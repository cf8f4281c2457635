namespace TrialSim.Statistics.Reconstruction;

/// <summary>What a report says of two arms: medians, log-rank chi-square and how the patients were followed.</summary>
/// <param name="MedianDaysControl">Above 0.</param>
/// <param name="MedianDaysExperimental">Above 0, different from the control's.</param>
/// <param name="ChiSquare">Of the log-rank test, above 0.</param>
/// <param name="PatientsControl">1 or above.</param>
/// <param name="PatientsExperimental">1 or above.</param>
/// <param name="ShortestFollowUpDays">Administrative follow-up of the patient who came last, 0 or above.</param>
/// <param name="AccrualDays">
/// Length of an even accrual: the first patient is followed for so much longer than the last. 0 follows everybody for the same time.
/// </param>
public sealed record TwoArmFigures(
    double MedianDaysControl,
    double MedianDaysExperimental,
    double ChiSquare,
    int PatientsControl,
    int PatientsExperimental,
    double ShortestFollowUpDays,
    double AccrualDays)
{
    /// <summary>Median of the control arm.</summary>
    public double MedianDaysControl { get; } = Require.PositiveFinite(MedianDaysControl);

    /// <summary>Median of the experimental arm.</summary>
    public double MedianDaysExperimental { get; } = Require.PositiveFinite(MedianDaysExperimental);

    /// <summary>Of the log-rank test.</summary>
    public double ChiSquare { get; } = Require.PositiveFinite(ChiSquare);

    /// <summary>Patients of the control arm.</summary>
    public int PatientsControl { get; } = (int)Require.PositiveFinite(PatientsControl);

    /// <summary>Patients of the experimental arm.</summary>
    public int PatientsExperimental { get; } = (int)Require.PositiveFinite(PatientsExperimental);

    /// <summary>Administrative follow-up of the patient who came last.</summary>
    public double ShortestFollowUpDays { get; } = Require.NonNegativeFinite(ShortestFollowUpDays);

    /// <summary>Length of an even accrual.</summary>
    public double AccrualDays { get; } = Require.NonNegativeFinite(AccrualDays);
}
