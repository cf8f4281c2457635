using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Hazards;

/// <summary>
/// Generalised gamma in Prentice's form, the parameters of flexsurv's <c>pgengamma</c>: with w = (ln(days) − mu)/sigma and
/// a = 1/q², survival is Q(a, a·exp(q·w)) for q above 0 and P(a, a·exp(q·w)) below (the regularised upper and lower incomplete
/// gamma functions). q = 1 is the Weibull, q = 0 the log-normal, q = sigma the gamma.
/// </summary>
/// <param name="Mu">Location of ln(days).</param>
/// <param name="Sigma">Scale of ln(days), above 0.</param>
/// <param name="Q">Shape: 0, or from 0.001 to 100 in absolute value.</param>
public sealed record GeneralisedGammaHazard(double Mu, double Sigma, double Q) : Hazard
{
    // Nearer to 0 the expansions need millions of terms for a curve that nobody can tell from the log-normal.
    private const double SmallestQ = 0.001;
    private const double LargestQ = 100.0;
    private const int MaxSteps = 200;

    private readonly double _gammaShape = 1.0 / (Q * Q);

    /// <summary>Location of ln(days).</summary>
    public double Mu { get; } = Require.Finite(Mu);

    /// <summary>Scale of ln(days).</summary>
    public double Sigma { get; } = Require.PositiveFinite(Sigma);

    /// <summary>Shape.</summary>
    public double Q { get; } = Q == 0.0 || (Math.Abs(Q) >= SmallestQ && Math.Abs(Q) <= LargestQ)
        ? Q
        : throw new ArgumentOutOfRangeException(nameof(Q), Q, "Must be 0 (the log-normal), or from 0.001 to 100 in absolute value.");

    /// <summary>The generalised gamma with this median, scale and shape.</summary>
    /// <param name="medianDays">Above 0.</param>
    /// <param name="sigma">Above 0.</param>
    /// <param name="q">0, or from 0.001 to 100 in absolute value.</param>
    public static GeneralisedGammaHazard FromMedian(double medianDays, double sigma, double q) =>
        Through(SurvivalPoint.Median(medianDays), sigma, q);

    /// <summary>The generalised gamma of this scale and shape through a milestone rate or a quantile.</summary>
    /// <param name="point">A point of the survival curve.</param>
    /// <param name="sigma">Above 0.</param>
    /// <param name="q">0, or from 0.001 to 100 in absolute value.</param>
    public static GeneralisedGammaHazard Through(SurvivalPoint point, double sigma, double q)
    {
        double standardised = new GeneralisedGammaHazard(0.0, sigma, q).StandardLogOf(point.CumulativeHazard);
        return new GeneralisedGammaHazard(Math.Log(point.Days) - (sigma * standardised), sigma, q);
    }

    /// <inheritdoc/>
    public override double Cumulative(double days) =>
        days == 0.0 ? 0.0
            : double.IsPositiveInfinity(days) ? double.PositiveInfinity
            : CumulativeAt((Math.Log(days) - Mu) / Sigma);

    /// <inheritdoc/>
    public override double DayOf(double cumulative) =>
        cumulative == 0.0 ? 0.0
            : double.IsPositiveInfinity(cumulative) ? double.PositiveInfinity
            : Math.Exp(Mu + (Sigma * StandardLogOf(cumulative)));

    /// <inheritdoc/>
    public override double At(double days)
    {
        if (days == 0.0)
        {
            // Near 0 the hazard goes like days^(1/(q·sigma) − 1) for q above 0, and vanishes otherwise.
            double power = Q > 0.0 ? (1.0 / (Q * Sigma)) - 1.0 : 1.0;
            return power > 0.0 ? 0.0 : power < 0.0 ? double.PositiveInfinity : At(double.Epsilon);
        }

        double logDays = Math.Log(days);
        double w = (logDays - Mu) / Sigma;
        return Math.Exp(LogDensityAt(w) + CumulativeAt(w) - logDays) / Sigma;
    }

    private double CumulativeAt(double w) =>
        Q == 0.0 ? -Normal.LogUpperTail(w)
            : Q > 0.0 ? -IncompleteGamma.LogUpper(_gammaShape, Q * w)
            : -IncompleteGamma.LogLower(_gammaShape, Q * w);

    private double LogDensityAt(double w) =>
        Q == 0.0 ? Normal.LogDensity(w) : Math.Log(Math.Abs(Q)) + IncompleteGamma.LogDensity(_gammaShape, Q * w);

    /// <summary>The w at which the cumulative hazard is <paramref name="cumulative"/>, a positive finite number.</summary>
    private double StandardLogOf(double cumulative)
    {
        double w = Normal.QuantileOfLogUpperTail(-cumulative);
        if (Q == 0.0)
        {
            return w;
        }

        // Newton on the logarithm of the cumulative hazard, nearly a straight line in w (exactly one for the Weibull), kept inside
        // the bracket that the signs have shown so far.
        double target = Math.Log(cumulative);
        double low = double.NegativeInfinity;
        double high = double.PositiveInfinity;
        for (int i = 0; i < MaxSteps; i++)
        {
            double reached = CumulativeAt(w);
            double excess = Math.Log(reached) - target;
            if (excess < 0.0)
            {
                low = w;
            }
            else
            {
                high = w;
            }

            double slope = Math.Exp(LogDensityAt(w) + reached) / reached;
            double next = w - (excess / slope);
            if (!(next >= low && next <= high))
            {
                next = double.IsInfinity(low) ? high - 1.0 - Math.Abs(high)
                    : double.IsInfinity(high) ? low + 1.0 + Math.Abs(low)
                    : 0.5 * (low + high);
            }

            if (Math.Abs(next - w) <= 1e-15 * (1.0 + Math.Abs(w)))
            {
                return next;
            }

            w = next;
        }

        return w;
    }
}
