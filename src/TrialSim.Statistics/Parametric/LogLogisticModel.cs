using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary><see cref="LogLogisticHazard"/>: median in days and shape.</summary>
public sealed record LogLogisticModel : ParametricModel
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["median_days", "shape"];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Log, ParameterScale.Log];

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed) =>
        new LogLogisticHazard(Math.Exp(transformed[0]), Math.Exp(transformed[1]));

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) =>
        [[Math.Log(Elementary.Ln2 / perDay), 0.3]];
}
