using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>
/// <see cref="CureMixtureHazard"/>: a share that never has the event, and another model for the rest. flexsurvcure's mixture with
/// a logit link.
/// </summary>
/// <param name="Uncured">Model of those who are not cured; not itself a mixture.</param>
public sealed record CureMixtureModel(ParametricModel Uncured) : ParametricModel
{
    // A cured share below a few in a million is none.
    internal const double SmallestLogit = -12.0;

    /// <summary>Model of those who are not cured.</summary>
    public ParametricModel Uncured { get; } = Uncured is CureMixtureModel
        ? throw new ArgumentException("A mixture of a mixture has two cured shares that cannot be told apart. Give another model.", nameof(Uncured))
        : Uncured;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["cured_probability", .. Uncured.ParameterNames];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Logit, .. Uncured.ParameterScales];

    internal override bool AllowsEventAtStart => Uncured.AllowsEventAtStart;

    internal override bool IsSmooth => Uncured.IsSmooth;

    internal override double[] Units(double perDay) => [1.0, .. Uncured.Units(perDay)];

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed) =>
        new CureMixtureHazard(1.0 / (1.0 + Math.Exp(-transformed[0])), Uncured.HazardOf(transformed[1..]));

    internal override double LogLikelihood(ReadOnlySpan<double> transformed, IntervalCounts counts) =>
        Math.Abs(transformed[0]) > 30.0 ? double.NegativeInfinity : base.LogLikelihood(transformed, counts);

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts)
    {
        double events = 0.0;
        for (int i = 0; i < counts.Length; i++)
        {
            events += counts.HasEvent(i) ? counts.Count[i] : 0.0;
        }

        double censored = 1.0 - (events / counts.Patients);
        foreach (double share in (double[])[0.2, 0.6, 0.95])
        {
            double cured = Math.Clamp(share * censored, 0.01, 0.95);
            foreach (double[] uncured in Uncured.Starts(perDay / (1.0 - cured), counts))
            {
                yield return [Math.Log(cured / (1.0 - cured)), .. uncured];
            }
        }
    }
}
