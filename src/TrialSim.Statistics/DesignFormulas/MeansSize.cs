using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>Patients for a comparison of two means with one standard deviation. Ratio is experimental patients for each control patient.</summary>
public static class MeansSize
{
    // Below this χ/√ν has no mass to speak of, above it neither.
    private const double Reach = 10.0;

    /// <summary>With a known standard deviation: (z_α + z_β)²(1 + 1/r)·σ²/δ² control patients.</summary>
    /// <param name="difference">Between the means, not 0.</param>
    /// <param name="standardDeviation">Of one patient, above 0.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    public static TwoArmSize ZTest(double difference, double standardDeviation, TestError error, double ratio)
    {
        double effect = EffectOf(difference, standardDeviation);
        double control = error.Drift * error.Drift * (1.0 + (1.0 / Require.PositiveFinite(ratio))) / (effect * effect);
        return new TwoArmSize(control, control * ratio);
    }

    /// <summary>With the t test, exact by the noncentral t distribution; patients are not rounded. rpact's <c>getSampleSizeMeans</c>, R's <c>power.t.test</c> (strict = FALSE).</summary>
    /// <param name="difference">Between the means, not 0.</param>
    /// <param name="standardDeviation">Of one patient, above 0.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    public static TwoArmSize TTest(double difference, double standardDeviation, TestError error, double ratio)
    {
        double control = ZTest(difference, standardDeviation, error, ratio).Control;

        // More than one patient in all beyond the two that the variance costs.
        double least = (2.0 + 1e-6) / (1.0 + ratio);
        double needed = Root.FindRising(
            n => TTestPower(Math.Max(n, least), Math.Max(n, least) * ratio, difference, standardDeviation, error.OneSidedAlpha) - error.Power
                + Math.Min(0.0, n - least),
            control + 1.0,
            1.0);
        return new TwoArmSize(needed, needed * ratio);
    }

    /// <summary>Power of the one-sided t test.</summary>
    /// <param name="control">Patients in the control arm, above 0; need not be whole.</param>
    /// <param name="experimental">Patients in the experimental arm, above 0; more than 2 together.</param>
    /// <param name="difference">Between the means; the test is for its sign.</param>
    /// <param name="standardDeviation">Of one patient, above 0.</param>
    /// <param name="oneSidedAlpha">Strictly between 0 and ½.</param>
    public static double TTestPower(double control, double experimental, double difference, double standardDeviation, double oneSidedAlpha)
    {
        double degrees = Require.PositiveFinite(control + experimental - 2.0, nameof(experimental));
        double noncentrality = Math.Abs(Require.Finite(difference)) / Require.PositiveFinite(standardDeviation)
            * Math.Sqrt(control * experimental / (control + experimental));
        double critical = StudentT.TwoSidedCriticalValue(1.0 - (2.0 * oneSidedAlpha), degrees);

        // P(T > c) is the mean of P(Z > c·s − δ) over s = χ/√ν, whose density peaks near 1 with width 1/√(2ν).
        double width = 1.0 / Math.Sqrt(2.0 * degrees);
        double constant = Elementary.Ln2 + (0.5 * degrees * Math.Log(0.5 * degrees)) - MathNet.Numerics.SpecialFunctions.GammaLn(0.5 * degrees);
        return GaussLegendre.Integrate(
            s => Math.Exp(constant + ((degrees - 1.0) * Math.Log(s)) - (0.5 * degrees * s * s)) * Normal.UpperTail((critical * s) - noncentrality),
            Math.Max(0.0, 1.0 - (Reach * width)),
            1.0 + (Reach * width),
            0.5 * Math.Min(width, 1.0 / critical));
    }

    private static double EffectOf(double difference, double standardDeviation) =>
        Require.Finite(difference) != 0.0
            ? difference / Require.PositiveFinite(standardDeviation)
            : throw new ArgumentOutOfRangeException(nameof(difference), difference, "No difference; no number of patients shows it.");
}
