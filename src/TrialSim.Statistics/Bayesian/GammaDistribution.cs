using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Bayesian;

/// <summary>What is believed of a constant hazard: a gamma distribution, before or after patients have been followed.</summary>
public readonly record struct GammaDistribution
{
    /// <summary>A belief worth so many events in so many days.</summary>
    /// <param name="events">Above 0; need not be whole.</param>
    /// <param name="days">Follow-up of all patients together, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite and above 0.</exception>
    public GammaDistribution(double events, double days)
    {
        Events = Require.PositiveFinite(events);
        Days = Require.PositiveFinite(days);
    }

    /// <summary>Events that it is worth: the shape.</summary>
    public double Events { get; }

    /// <summary>Follow-up that it is worth: the rate, in days.</summary>
    public double Days { get; }

    /// <summary>The belief once more follow-up has been seen.</summary>
    /// <param name="events">0 or above.</param>
    /// <param name="days">Of all patients together, with and without event; 0 or above.</param>
    public GammaDistribution After(int events, double days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        return new GammaDistribution(Events + events, Days + Require.NonNegativeFinite(days));
    }

    /// <summary>P(hazard &lt; value a day). R's <c>pgamma(value, events, rate = days)</c>.</summary>
    public double ProbabilityBelow(double hazardPerDay) => Gamma.Cdf(hazardPerDay, Events, Days);

    /// <summary>P(median time &gt; value), the median being ln 2 over the hazard.</summary>
    /// <param name="days">Above 0.</param>
    public double ProbabilityMedianAbove(double days) => ProbabilityBelow(Elementary.Ln2 / Require.PositiveFinite(days));

    /// <summary>
    /// P(hazard of this over hazard of the other &lt; ratio), the two being independent: the share of this in the sum of both, each in its own unit, has a beta distribution.
    /// R's <c>pbeta(r * d1 / (r * d1 + d0), e1, e0)</c>.
    /// </summary>
    /// <param name="other">The belief of the other arm.</param>
    /// <param name="ratio">Above 0.</param>
    public double ProbabilityRatioBelow(GammaDistribution other, double ratio)
    {
        double own = Require.PositiveFinite(ratio) * Days;
        return IncompleteBeta.Lower(Events, other.Events, own / (own + other.Days), other.Days / (own + other.Days));
    }
}
