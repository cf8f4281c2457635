using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Validation.Tests.Cases;

/// <summary>Planned trials of two equal arms, in months.</summary>
internal static class PlannedTrials
{
    public static PlannedTrial Of(AccrualRates accrual, PiecewiseExponentialHazard control, PiecewiseExponentialHazard experimental, double dropout) =>
        new(accrual, new PlannedArm(control, PerMonth(dropout), 0.5), new PlannedArm(experimental, PerMonth(dropout), 0.5));

    public static PiecewiseExponentialHazard PerMonth(double hazard) => new([0.0], [hazard]);

    public static PiecewiseExponentialHazard Median(double months) => PerMonth(Math.Log(2.0) / months);

    /// <summary>A hazard ratio of 0.6 that begins after some months.</summary>
    public static PiecewiseExponentialHazard Delayed(double controlMedian, double months) =>
        new([0.0, months], [Math.Log(2.0) / controlMedian, 0.6 * Math.Log(2.0) / controlMedian]);
}
