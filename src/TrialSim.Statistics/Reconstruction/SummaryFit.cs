using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Statistics.Reconstruction;

/// <summary>The curve of a family through two published figures.</summary>
public static class SummaryFit
{
    /// <summary>The curve through two quantiles, or through a median and a milestone rate, whichever comes first.</summary>
    /// <param name="family">
    /// Weibull, Gompertz, log-normal, log-logistic, piecewise exponential (its pieces end at the points; cuts are not looked at), or a cured
    /// share and an exponential.
    /// </param>
    /// <param name="one">A point of the curve.</param>
    /// <param name="other">Another point of the curve.</param>
    /// <exception cref="ArgumentException">The family has not two parameters, or no curve of it falls through both points.</exception>
    public static Hazard Through(ParametricModel family, SurvivalPoint one, SurvivalPoint other)
    {
        (SurvivalPoint earlier, SurvivalPoint later) = one.Days <= other.Days ? (one, other) : (other, one);
        SurvivalPoint.RequireFalling(earlier, later);
        return family switch
        {
            WeibullModel => WeibullHazard.Through(earlier, later),
            GompertzModel => GompertzHazard.Through(earlier, later),
            LogNormalModel => LogNormalHazard.Through(earlier, later),
            LogLogisticModel => LogLogisticHazard.Through(earlier, later),
            PiecewiseExponentialModel => PiecewiseExponentialHazard.Through([earlier, later]),
            CureMixtureModel { Uncured: ExponentialModel } => CuredThrough(earlier, later),
            _ => throw new ArgumentException(
                $"Two points do not determine a {family}. Give a family of two parameters: Weibull, Gompertz, log-normal, log-logistic, "
                + "piecewise exponential, or a cure mixture of an exponential.",
                nameof(family)),
        };
    }

    /// <summary>The later point's survival, given a cured share and the earlier point, rises with the share: found by halving.</summary>
    private static CureMixtureHazard CuredThrough(SurvivalPoint earlier, SurvivalPoint later)
    {
        double low = 0.0;
        double high = later.Survival;
        if (CumulativeOfUncured(low, later) > CumulativeOfUncured(low, earlier) / earlier.Days * later.Days)
        {
            throw new ArgumentException(
                $"From survival {earlier.Survival} at day {earlier.Days} to {later.Survival} at day {later.Days} the hazard rises, "
                + "which a cured share cannot give. Give a Weibull or a Gompertz.",
                nameof(later));
        }

        for (int i = 0; i < 200 && high - low > 1e-16; i++)
        {
            double cured = 0.5 * (low + high);
            bool isTooSmall = CumulativeOfUncured(cured, later) < CumulativeOfUncured(cured, earlier) / earlier.Days * later.Days;
            low = isTooSmall ? cured : low;
            high = isTooSmall ? high : cured;
        }

        return new CureMixtureHazard(low, new ExponentialHazard(CumulativeOfUncured(low, earlier) / earlier.Days));
    }

    private static double CumulativeOfUncured(double cured, SurvivalPoint point) =>
        -Math.Log((point.Survival - cured) / (1.0 - cured));
}
