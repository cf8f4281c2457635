using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>Constant hazard: <see cref="ExponentialHazard"/>.</summary>
public sealed record ExponentialModel : ParametricModel
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["per_day"];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Log];

    internal override bool AllowsEventAtStart => true;

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed) =>
        new ExponentialHazard(Math.Exp(transformed[0]));

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) =>
        [[Math.Log(perDay)]];
}
