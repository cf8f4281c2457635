using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary><see cref="LogNormalHazard"/>: median in days (ln of it is R's meanlog) and sigma.</summary>
public sealed record LogNormalModel : ParametricModel
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["median_days", "sigma"];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Log, ParameterScale.Log];

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed) =>
        new LogNormalHazard(Math.Exp(transformed[0]), Math.Exp(transformed[1]));

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) =>
        [[Math.Log(Elementary.Ln2 / perDay), 0.0]];
}
