namespace TrialSim.Statistics.GroupSequential;

/// <summary>Intervals and p-values that hold at every look together, whether or not the trial stops (Jennison and Turnbull, JRSS B 51, 1989).</summary>
public static class RepeatedInference
{
    /// <summary>The largest p-value that <see cref="PValue"/> tells; it stands for all above it.</summary>
    public const double MaxPValue = 0.499;

    /// <summary>
    /// Repeated confidence interval of the drift, (Z ± bound)/√t; its lower limit passes 0 exactly when the efficacy bound is crossed. Simultaneous
    /// coverage is 1 − 2α for bounds of one-sided error α.
    /// </summary>
    /// <param name="bounds">Of the trial.</param>
    /// <param name="look">The look, from 0.</param>
    /// <param name="z">What it showed, finite.</param>
    /// <returns>All numbers, −∞ to +∞, at a look that makes no claim.</returns>
    public static Interval DriftInterval(SequentialBounds bounds, int look, double z)
    {
        double root = Math.Sqrt(bounds.InformationFractions[look]);
        return new Interval((Require.Finite(z) - bounds.Efficacy[look]) / root, (z + bounds.Efficacy[look]) / root);
    }

    /// <summary>
    /// Repeated p-value of a look: the smallest one-sided error at which the same family of bounds would have been crossed there. At least 1e-12, at most 0.499.
    /// </summary>
    /// <param name="family">The bounds for a one-sided error, such as <c>error => SequentialBounds.FromSpending(Spending.OBrienFleming(error), fractions)</c>.</param>
    /// <param name="look">The look, from 0.</param>
    /// <param name="z">What it showed, finite.</param>
    public static double PValue(Func<double, SequentialBounds> family, int look, double z)
    {
        const double MinPValue = 1e-12;
        Require.Finite(z);
        return family(MinPValue).Efficacy[look] <= z ? MinPValue
            : family(MaxPValue).Efficacy[look] >= z ? MaxPValue
            : Math.Exp(Root.Find(log => Math.Min(1e3, family(Math.Exp(log)).Efficacy[look]) - z, Math.Log(MinPValue), Math.Log(MaxPValue)));
    }
}
