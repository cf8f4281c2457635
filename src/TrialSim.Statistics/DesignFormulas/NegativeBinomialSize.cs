using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>
/// Patients for a comparison of two event rates by negative binomial regression (Zhu and Lakkis, Statistics in Medicine 33, 2014, with the alternative's
/// variance throughout): each arm's log rate has variance (1/(rate·exposure) + dispersion)/n. rpact's <c>getSampleSizeCounts</c>.
/// </summary>
public static class NegativeBinomialSize
{
    /// <summary>Patients for a power. The same exposure for all.</summary>
    /// <param name="controlRate">Events per unit of time, above 0.</param>
    /// <param name="experimentalRate">Another one, above 0.</param>
    /// <param name="dispersion">Variance is mean + dispersion·mean²; 0 or above.</param>
    /// <param name="exposure">Time under observation, above 0.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    public static TwoArmSize For(
        double controlRate, double experimentalRate, double dispersion, double exposure, TestError error, double ratio)
    {
        double effect = EventsFormula.LogEffect(experimentalRate / Require.PositiveFinite(controlRate));
        double control = error.Drift * error.Drift * VarianceOf(controlRate, experimentalRate, dispersion, exposure, ratio) / (effect * effect);
        return new TwoArmSize(control, control * ratio);
    }

    /// <summary>Power of the one-sided test.</summary>
    /// <param name="size">Patients of each arm.</param>
    /// <param name="controlRate">Events per unit of time, above 0.</param>
    /// <param name="experimentalRate">Above 0.</param>
    /// <param name="dispersion">Variance is mean + dispersion·mean²; 0 or above.</param>
    /// <param name="exposure">Time under observation, above 0.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    public static double Power(
        TwoArmSize size, double controlRate, double experimentalRate, double dispersion, double exposure, double oneSidedAlpha)
    {
        double variance = VarianceOf(controlRate, experimentalRate, dispersion, exposure, size.Experimental / size.Control);
        double drift = Math.Abs(Math.Log(experimentalRate / controlRate)) * Math.Sqrt(size.Control / variance);
        return Normal.UpperTail(-Normal.Quantile(Require.InsideUnitInterval(oneSidedAlpha)) - drift);
    }

    private static double VarianceOf(double controlRate, double experimentalRate, double dispersion, double exposure, double ratio)
    {
        Require.NonNegativeFinite(dispersion);
        Require.PositiveFinite(exposure);
        return (1.0 / (Require.PositiveFinite(controlRate) * exposure)) + dispersion
            + (((1.0 / (Require.PositiveFinite(experimentalRate) * exposure)) + dispersion) / Require.PositiveFinite(ratio));
    }
}
