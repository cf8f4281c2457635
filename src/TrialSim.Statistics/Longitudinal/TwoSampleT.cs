namespace TrialSim.Statistics.Longitudinal;

/// <summary>The t test of two means, R's <c>t.test(experimental, control, var.equal = …)</c>.</summary>
public static class TwoSampleT
{
    /// <summary>The difference of means, experimental minus control. Allocates nothing.</summary>
    /// <param name="control">Values of the control arm, finite.</param>
    /// <param name="experimental">Values of the experimental arm, finite.</param>
    /// <param name="form">One variance for both arms, or one each.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public static MeanContrast Test(ReadOnlySpan<double> control, ReadOnlySpan<double> experimental, VarianceForm form)
    {
        Moments zero = Moments.Of(control);
        Moments one = Moments.Of(experimental);
        return Of(zero, one, form);
    }

    /// <summary>The same test from what a publication prints.</summary>
    /// <param name="controlCount">Patients of the control arm.</param>
    /// <param name="controlMean">Mean of the control arm.</param>
    /// <param name="controlStandardDeviation">With n − 1; 0 or above.</param>
    /// <param name="experimentalCount">Patients of the experimental arm.</param>
    /// <param name="experimentalMean">Mean of the experimental arm.</param>
    /// <param name="experimentalStandardDeviation">With n − 1; 0 or above.</param>
    /// <param name="form">One variance for both arms, or one each.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static MeanContrast OfSummaries(
        int controlCount, double controlMean, double controlStandardDeviation,
        int experimentalCount, double experimentalMean, double experimentalStandardDeviation,
        VarianceForm form)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(controlCount);
        ArgumentOutOfRangeException.ThrowIfNegative(experimentalCount);
        double zero = Require.NonNegativeFinite(controlStandardDeviation);
        double one = Require.NonNegativeFinite(experimentalStandardDeviation);
        return Of(
            new Moments(controlCount, Require.Finite(controlMean), zero * zero * Math.Max(0, controlCount - 1)),
            new Moments(experimentalCount, Require.Finite(experimentalMean), one * one * Math.Max(0, experimentalCount - 1)),
            form);
    }

    private static MeanContrast Of(Moments control, Moments experimental, VarianceForm form)
    {
        int n = control.Count + experimental.Count;
        NotEstimable reason = n == 0 ? NotEstimable.NoPatients
            : control.Count == 0 || experimental.Count == 0 ? NotEstimable.OneArmEmpty
            : n < 3 || (form == VarianceForm.Welch && Math.Min(control.Count, experimental.Count) < 2) ? NotEstimable.TooFewObservations
            : IsNegligible(control.SumOfSquares + experimental.SumOfSquares, control, experimental) ? NotEstimable.NoVariance
            : NotEstimable.None;
        if (reason != NotEstimable.None)
        {
            return MeanContrast.Without(reason);
        }

        double difference = experimental.Mean - control.Mean;
        if (form == VarianceForm.Pooled)
        {
            double variance = (control.SumOfSquares + experimental.SumOfSquares) / (n - 2);
            return new MeanContrast(
                difference, Math.Sqrt(variance * ((1.0 / control.Count) + (1.0 / experimental.Count))), n - 2, NotEstimable.None);
        }

        double zero = control.Variance / control.Count;
        double one = experimental.Variance / experimental.Count;
        double sum = zero + one;
        double degrees = sum * sum / ((zero * zero / (control.Count - 1)) + (one * one / (experimental.Count - 1)));
        return new MeanContrast(difference, Math.Sqrt(sum), degrees, NotEstimable.None);
    }

    // Equal values leave rounding errors of the mean behind; R calls such data "essentially constant".
    private static bool IsNegligible(double sumOfSquares, Moments control, Moments experimental)
    {
        double scale = Math.Max(Math.Abs(control.Mean), Math.Abs(experimental.Mean));
        double count = control.Count + (double)experimental.Count;
        return sumOfSquares <= count * 1e-28 * scale * scale;
    }
}
