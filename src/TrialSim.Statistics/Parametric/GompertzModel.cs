using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary><see cref="GompertzHazard"/>: change of the log hazard per day, and hazard per day at the start.</summary>
public sealed record GompertzModel : ParametricModel
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["shape_per_day", "per_day_at_start"];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Identity, ParameterScale.Log];

    internal override bool AllowsEventAtStart => true;

    internal override double[] Units(double perDay) => [perDay, 1.0];

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed) =>
        new GompertzHazard(Math.Exp(transformed[1]), transformed[0]);

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) =>
        [[0.0, Math.Log(perDay)]];
}
