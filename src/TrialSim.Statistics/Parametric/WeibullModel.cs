using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary><see cref="WeibullHazard"/>: shape and scale in days. R's <c>survreg(dist = "weibull")</c> has scale exp(intercept) and shape 1/its scale.</summary>
public sealed record WeibullModel : ParametricModel
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["shape", "scale_days"];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Log, ParameterScale.Log];

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed) =>
        new WeibullHazard(Math.Exp(transformed[0]), Math.Exp(transformed[1]));

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts) =>
        [[0.0, -Math.Log(perDay)]];
}
