using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Multiplicity;

/// <summary>One-sided p-values of intersections of hypotheses, from the Z of each. Allocates nothing, so that a closed test can be done in every replicate.</summary>
public static class IntersectionTest
{
    /// <summary>How much of a Z is the control's: √(n/(n + n₀)). Z of two comparisons correlate by the product.</summary>
    /// <param name="controlSize">Patients, or expected events, in the control arm, above 0.</param>
    /// <param name="experimentalSize">The same of the experimental arm, above 0.</param>
    public static double LoadingOf(double controlSize, double experimentalSize) =>
        Math.Sqrt(Require.PositiveFinite(experimentalSize) / (experimentalSize + Require.PositiveFinite(controlSize)));

    /// <summary>The one-sided p-value that no hypothesis of the intersection is false.</summary>
    /// <param name="method">How.</param>
    /// <param name="z">Of each hypothesis, at least one; positive when the experimental arm does better.</param>
    /// <param name="loadings">Of each, from <see cref="LoadingOf"/>; only Dunnett reads them.</param>
    /// <exception cref="ArgumentException">There are no hypotheses, or lengths differ.</exception>
    public static double PValue(IntersectionMethod method, ReadOnlySpan<double> z, ReadOnlySpan<double> loadings)
    {
        if (z.Length == 0 || z.Length != loadings.Length)
        {
            throw new ArgumentException($"{z.Length} statistics and {loadings.Length} loadings. Give one of each for each hypothesis.", nameof(z));
        }

        double largest = double.NegativeInfinity;
        foreach (double one in z)
        {
            largest = Math.Max(largest, Require.Finite(one, nameof(z)));
        }

        return z.Length == 1 ? Normal.UpperTail(largest)
            : method == IntersectionMethod.Dunnett ? LargestAbove(largest, loadings)
            : method == IntersectionMethod.Bonferroni ? Math.Min(1.0, z.Length * Normal.UpperTail(largest))
            : Simes(z);
    }

    private static double LargestAbove(double z, ReadOnlySpan<double> loadings)
    {
        // A Z far out is most likely with a control that is far out too.
        double reach = 9.0 + Math.Abs(z);
        AnyAbove integrand = new(z, loadings);
        const double Tolerance = 1e-13;
        return Math.Clamp(
            AdaptiveQuadrature.Integrate(integrand, -reach, 0.0, Tolerance) + AdaptiveQuadrature.Integrate(integrand, 0.0, reach, Tolerance), 0.0, 1.0);
    }

    private static double Simes(ReadOnlySpan<double> z)
    {
        double smallest = 1.0;
        foreach (double one in z)
        {
            int rank = 0;
            foreach (double other in z)
            {
                rank += other >= one ? 1 : 0;
            }

            smallest = Math.Min(smallest, z.Length * Normal.UpperTail(one) / rank);
        }

        return smallest;
    }

    // Given the control's part x of every Z, the Z are independent; 1 − Π(1 − tail) without the cancellation.
    private readonly ref struct AnyAbove(double z, ReadOnlySpan<double> loadings) : IIntegrand
    {
        private readonly ReadOnlySpan<double> _loadings = loadings;

        public double At(double x)
        {
            double logNone = 0.0;
            foreach (double loading in _loadings)
            {
                logNone += Elementary.LogOnePlus(-Normal.UpperTail((z - (loading * x)) / Math.Sqrt(1.0 - (loading * loading))));
            }

            return Normal.Density(x) * -Elementary.ExpMinusOne(logNone);
        }
    }
}
