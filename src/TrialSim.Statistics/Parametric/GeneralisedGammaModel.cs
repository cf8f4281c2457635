using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary><see cref="GeneralisedGammaHazard"/>: mu, sigma and q, as flexsurv's <c>gengamma</c>.</summary>
public sealed record GeneralisedGammaModel : ParametricModel
{
    // The hazard has no q between 0 and this.
    private const double SmallestQ = 0.001;
    private const double LargestQ = 50.0;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ParameterNames => ["mu", "sigma", "q"];

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterScale> ParameterScales => [ParameterScale.Identity, ParameterScale.Log, ParameterScale.Identity];

    internal override Hazard HazardOf(ReadOnlySpan<double> transformed)
    {
        double q = transformed[2];
        return new GeneralisedGammaHazard(
            transformed[0],
            Math.Exp(transformed[1]),
            Math.Abs(q) >= SmallestQ ? q : Math.Abs(q) < 0.5 * SmallestQ ? 0.0 : Math.CopySign(SmallestQ, q));
    }

    /// <inheritdoc/>
    internal override double LogLikelihood(ReadOnlySpan<double> transformed, IntervalCounts counts)
    {
        double q = transformed[2];
        if (Math.Abs(q) > LargestQ)
        {
            return double.NegativeInfinity;
        }

        if (Math.Abs(q) >= SmallestQ || q == 0.0)
        {
            return base.LogLikelihood(transformed, counts);
        }

        // The likelihood is smooth in q: a parabola through the log-normal and the nearest generalised gammas on either side.
        double below = base.LogLikelihood([transformed[0], transformed[1], -SmallestQ], counts);
        double middle = base.LogLikelihood([transformed[0], transformed[1], 0.0], counts);
        double above = base.LogLikelihood([transformed[0], transformed[1], SmallestQ], counts);
        double share = q / SmallestQ;
        return middle + (0.5 * share * (above - below)) + (0.5 * share * share * (above - (2.0 * middle) + below));
    }

    internal override IEnumerable<double[]> Starts(double perDay, IntervalCounts counts)
    {
        // Both special cases lie in the family: the fit is never worse than either.
        Maximum logNormal = LikelihoodMaximum.Find(new LogNormalModel(), perDay, counts);
        Maximum weibull = LikelihoodMaximum.Find(new WeibullModel(), perDay, counts);
        yield return [logNormal.Transformed[0], logNormal.Transformed[1], 0.05];
        yield return [weibull.Transformed[1], -weibull.Transformed[0], 1.0];
        yield return [logNormal.Transformed[0], logNormal.Transformed[1], -0.7];
    }
}
