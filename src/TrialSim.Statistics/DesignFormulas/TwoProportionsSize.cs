using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Statistics.DesignFormulas;

/// <summary>Patients for a comparison of two proportions, by normal approximation. Ratio is experimental patients for each control patient.</summary>
public static class TwoProportionsSize
{
    /// <summary>
    /// The z test with pooled variance, Pearson's χ² without correction: (z_α√((1 + 1/r)·p̄q̄) + z_β√(p_C q_C + p_E q_E/r))²/(p_C − p_E)². rpact's <c>getSampleSizeRates</c>, gsDesign's
    /// <c>nBinomial</c>, R's <c>power.prop.test</c>.
    /// </summary>
    /// <param name="control">Proportion in the control arm, strictly between 0 and 1.</param>
    /// <param name="experimental">Proportion in the experimental arm, another one.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    public static TwoArmSize Pooled(double control, double experimental, TestError error, double ratio) =>
        Pooled(control, experimental, error.CriticalZ, error.PowerZ, ratio);

    /// <summary>The same with quantiles as they stand in a printed formula, such as 1.96 and 0.84.</summary>
    /// <param name="control">Proportion in the control arm, strictly between 0 and 1.</param>
    /// <param name="experimental">Proportion in the experimental arm, another one.</param>
    /// <param name="criticalZ">Quantile of the error.</param>
    /// <param name="powerZ">Quantile of the power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    public static TwoArmSize Pooled(double control, double experimental, double criticalZ, double powerZ, double ratio)
    {
        double difference = DifferenceOf(control, experimental);
        double pooled = (control + (Require.PositiveFinite(ratio) * experimental)) / (1.0 + ratio);
        double underNull = pooled * (1.0 - pooled) * (1.0 + (1.0 / ratio));
        return SizeOf(((criticalZ * Math.Sqrt(underNull)) + (powerZ * Math.Sqrt(VarianceOf(control, experimental, ratio)))) / difference, ratio);
    }

    /// <summary>The z test with each arm's own variance throughout: (z_α + z_β)²(p_C q_C + p_E q_E/r)/(p_C − p_E)².</summary>
    /// <param name="control">Proportion in the control arm, strictly between 0 and 1.</param>
    /// <param name="experimental">Proportion in the experimental arm, another one.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    public static TwoArmSize Unpooled(double control, double experimental, TestError error, double ratio) =>
        SizeOf(error.Drift * Math.Sqrt(VarianceOf(control, experimental, ratio)) / DifferenceOf(control, experimental), ratio);

    /// <summary>
    /// <see cref="Pooled(double, double, TestError, double)"/> with the continuity correction of Casagrande, Pike and Smith (1978) as Fleiss, Tytun and Ury
    /// (Biometrics 36, 1980) give it: n/4·(1 + √(1 + 2(1 + r)/(r·n·|p_C − p_E|)))². Near Fisher's exact test and Yates's χ².
    /// </summary>
    /// <param name="control">Proportion in the control arm, strictly between 0 and 1.</param>
    /// <param name="experimental">Proportion in the experimental arm, another one.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    public static TwoArmSize ContinuityCorrected(double control, double experimental, TestError error, double ratio)
    {
        double uncorrected = Pooled(control, experimental, error, ratio).Control;
        double root = 1.0 + Math.Sqrt(1.0 + (2.0 * (1.0 + ratio) / (ratio * uncorrected * Math.Abs(control - experimental))));
        double patients = 0.25 * uncorrected * root * root;
        return new TwoArmSize(patients, patients * ratio);
    }

    /// <summary>
    /// Farrington and Manning (Statistics in Medicine 9, 1990): the score test of H0: p_E − p_C ≤ −margin (or ≥, whichever side the truth is not on), with the proportions
    /// restricted to the null hypothesis by maximum likelihood. gsDesign's <c>nBinomial(delta0 = …)</c>; with margin 0 the pooled test.
    /// </summary>
    /// <param name="control">Proportion in the control arm, strictly between 0 and 1.</param>
    /// <param name="experimental">Proportion in the experimental arm, strictly between 0 and 1.</param>
    /// <param name="nullDifference">p_E − p_C under the null hypothesis, strictly between −1 and 1; −0.1 for a non-inferiority margin of 0.1 of something good.</param>
    /// <param name="error">Error and power.</param>
    /// <param name="ratio">Experimental patients for each control patient, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure lies outside its range, or the truth is the null hypothesis.</exception>
    public static TwoArmSize FarringtonManning(double control, double experimental, double nullDifference, TestError error, double ratio)
    {
        Require.InsideUnitInterval(control);
        Require.InsideUnitInterval(experimental);
        Require.InsideUnitInterval(Math.Abs(nullDifference) + double.Epsilon, nameof(nullDifference));
        double distance = experimental - control - nullDifference;
        if (distance == 0.0)
        {
            throw new ArgumentOutOfRangeException(nameof(nullDifference), nullDifference, "The assumed proportions differ by just that. No number of patients tells them from it.");
        }

        // Score of the expected log likelihood along p_E = p_C + δ; it falls from +∞ to −∞ between the ends.
        double low = Math.Max(0.0, -nullDifference);
        double high = Math.Min(1.0, 1.0 - nullDifference);
        double edge = 1e-13 * (high - low);
        double restricted = Root.Find(Score, low + edge, high - edge);
        double underNull = VarianceOf(restricted, restricted + nullDifference, ratio);
        return SizeOf(
            ((error.CriticalZ * Math.Sqrt(underNull)) + (error.PowerZ * Math.Sqrt(VarianceOf(control, experimental, ratio)))) / distance, ratio);

        double Score(double p)
        {
            double q = p + nullDifference;
            return ((control - p) / (p * (1.0 - p))) + (ratio * (experimental - q) / (q * (1.0 - q)));
        }
    }

    private static double VarianceOf(double control, double experimental, double ratio) =>
        (control * (1.0 - control)) + (experimental * (1.0 - experimental) / Require.PositiveFinite(ratio));

    private static TwoArmSize SizeOf(double root, double ratio) => new(root * root, root * root * ratio);

    private static double DifferenceOf(double control, double experimental) =>
        Require.InsideUnitInterval(control) != Require.InsideUnitInterval(experimental)
            ? experimental - control
            : throw new ArgumentOutOfRangeException(nameof(experimental), experimental, "Both arms have the same proportion. No number of patients tells them apart.");
}
