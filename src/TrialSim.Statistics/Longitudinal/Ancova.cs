namespace TrialSim.Statistics.Longitudinal;

/// <summary>Analysis of covariance of two arms, R's <c>lm(change ~ baseline + arm)</c>.</summary>
public static class Ancova
{
    /// <summary>
    /// The difference of adjusted means, experimental minus control, in the change from baseline. The value itself in place of the
    /// change gives the same difference.
    /// </summary>
    /// <param name="baseline">Value before treatment, finite.</param>
    /// <param name="followUp">Value at the visit, finite.</param>
    /// <param name="isExperimental">Whether the patient is in the experimental arm.</param>
    /// <exception cref="ArgumentException">Columns differ in length.</exception>
    public static MeanContrast OnChange(ReadOnlySpan<double> baseline, ReadOnlySpan<double> followUp, ReadOnlySpan<bool> isExperimental)
    {
        if (followUp.Length != baseline.Length || isExperimental.Length != baseline.Length)
        {
            throw new ArgumentException(
                $"The columns hold {baseline.Length} baselines, {followUp.Length} values and {isExperimental.Length} arms. Give columns of one length.");
        }

        const int Columns = 3;
        int n = baseline.Length;
        int experimental = isExperimental.Count(true);
        if (n == 0 || experimental == 0 || experimental == n)
        {
            return MeanContrast.Without(n == 0 ? NotEstimable.NoPatients : NotEstimable.OneArmEmpty);
        }

        double[] design = new double[n * Columns];
        double[] change = new double[n];
        for (int i = 0; i < n; i++)
        {
            design[i * Columns] = 1.0;
            design[(i * Columns) + 1] = baseline[i];
            design[(i * Columns) + 2] = isExperimental[i] ? 1.0 : 0.0;
            change[i] = followUp[i] - baseline[i];
        }

        return LinearModel.Fit(design, Columns, change).Coefficient(2);
    }
}
