using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.GroupSequential;

/// <summary>
/// The chance that a trial which has shown Z at a look still makes its claim at one of the looks that are left. Drift is the expected Z at
/// information fraction 1. Futility bounds that are left count as stops in conditional and predictive power, as in gsDesign's
/// <c>gsCP</c>; use <see cref="SequentialBounds.WithoutFutility"/> to leave them out.
/// </summary>
public static class ConditionalPower
{
    // Ends of the range over which a normal belief is integrated, in its standard deviations.
    private const double Reach = 9.0;

    /// <summary>Given an assumed drift, such as the plan's.</summary>
    /// <param name="bounds">Of the whole trial.</param>
    /// <param name="look">The look that was taken, from 0; not the last.</param>
    /// <param name="z">What it showed.</param>
    /// <param name="drift">Expected Z at information fraction 1.</param>
    public static double At(SequentialBounds bounds, int look, double z, double drift) =>
        bounds.After(look, z).CrossingAt(drift).TotalEfficacy;

    /// <summary>If the trend seen so far goes on: drift Z/√t.</summary>
    /// <param name="bounds">Of the whole trial.</param>
    /// <param name="look">The look that was taken, from 0; not the last.</param>
    /// <param name="z">What it showed.</param>
    public static double UnderTrend(SequentialBounds bounds, int look, double z) =>
        At(bounds, look, z, z / Math.Sqrt(bounds.InformationFractions[look]));

    /// <summary>
    /// Probability of a claim without an effect, given Z: what a redesigned rest of the trial may spend and keep the error of the whole
    /// (Müller and Schäfer, Biometrics 57, 2001). Futility bounds count only where they bind.
    /// </summary>
    /// <param name="bounds">Of the whole trial.</param>
    /// <param name="look">The look that was taken, from 0; not the last.</param>
    /// <param name="z">What it showed.</param>
    public static double ConditionalError(SequentialBounds bounds, int look, double z) =>
        At(bounds.HoldingBounds(), look, z, 0.0);

    /// <summary>Conditional power averaged over what the data alone say of the drift: normal around Z/√t with variance 1/t.</summary>
    /// <param name="bounds">Of the whole trial.</param>
    /// <param name="look">The look that was taken, from 0; not the last.</param>
    /// <param name="z">What it showed.</param>
    public static double Predictive(SequentialBounds bounds, int look, double z)
    {
        double fraction = bounds.InformationFractions[look];
        return Average(bounds.After(look, z), z / Math.Sqrt(fraction), 1.0 / Math.Sqrt(fraction));
    }

    /// <summary>Conditional power averaged over the posterior of the drift, from a normal prior.</summary>
    /// <param name="bounds">Of the whole trial.</param>
    /// <param name="look">The look that was taken, from 0; not the last.</param>
    /// <param name="z">What it showed.</param>
    /// <param name="priorMean">Of the drift.</param>
    /// <param name="priorStandardDeviation">Of the drift, above 0.</param>
    public static double Predictive(SequentialBounds bounds, int look, double z, double priorMean, double priorStandardDeviation)
    {
        double fraction = bounds.InformationFractions[look];
        double priorPrecision = 1.0 / (Require.PositiveFinite(priorStandardDeviation) * priorStandardDeviation);
        double precision = priorPrecision + fraction;
        double mean = ((priorMean * priorPrecision) + (Require.Finite(z) * Math.Sqrt(fraction))) / precision;
        return Average(bounds.After(look, z), mean, 1.0 / Math.Sqrt(precision));
    }

    /// <summary>Power averaged over a normal belief of the drift before the trial: its probability of success. gsDesign's <c>gsPOS</c>.</summary>
    /// <param name="bounds">Of the whole trial.</param>
    /// <param name="mean">Of the drift.</param>
    /// <param name="standardDeviation">Of the drift, above 0.</param>
    public static double Assurance(SequentialBounds bounds, double mean, double standardDeviation) =>
        Average(bounds, Require.Finite(mean), Require.PositiveFinite(standardDeviation));

    private static double Average(SequentialBounds bounds, double mean, double standardDeviation)
    {
        // With one look left the average is a normal probability.
        if (bounds.Looks == 1)
        {
            double fraction = bounds.InformationFractions[0];
            return Normal.UpperTail(
                (bounds.Efficacy[0] - (mean * Math.Sqrt(fraction))) / Math.Sqrt(1.0 + (standardDeviation * standardDeviation * fraction)));
        }

        // Power turns within one unit of drift at the earliest, a width of 1/√t.
        double narrowest = Math.Min(1.0, 1.0 / (standardDeviation * Math.Sqrt(bounds.InformationFractions[^1])));
        return GaussLegendre.Integrate(
            x => Normal.Density(x) * bounds.CrossingAt(mean + (standardDeviation * x)).TotalEfficacy, -Reach, Reach, narrowest);
    }
}
