namespace TrialSim.Statistics.Hazards;

/// <summary>The event never happens.</summary>
public sealed record NoHazard : Hazard
{
    /// <inheritdoc/>
    public override double Cumulative(double days) => 0.0;

    /// <inheritdoc/>
    public override double DayOf(double cumulative) => double.PositiveInfinity;

    /// <inheritdoc/>
    public override double At(double days) => 0.0;
}
