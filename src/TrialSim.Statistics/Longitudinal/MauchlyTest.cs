using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// Mauchly's test of sphericity (1940): whether all differences of two visits have the same variance. R's <c>stats::mauchly.test</c> and
/// <c>car::Anova</c>, with Box's approximation of the p-value to second order as Anderson (1958, 10.7) has it. R takes the number of visits for that of contrasts in the second-order term.
/// </summary>
/// <param name="W">Determinant over the power of the mean variance of orthonormal contrasts of the visits, from 0 to 1; 1 is sphericity.</param>
/// <param name="PValue">Probability under sphericity of a W at most as large; 1 without a test.</param>
/// <param name="Reason">Why there is no test: with two visits there is nothing to test, with fewer patients than visits no determinant.</param>
public readonly record struct MauchlyTest(double W, double PValue, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>The test of a covariance within groups.</summary>
    /// <param name="covariance">Visits × visits, row after row.</param>
    /// <param name="visits">2 or more.</param>
    /// <param name="degreesOfFreedom">Patients less groups.</param>
    internal static MauchlyTest Of(ReadOnlySpan<double> covariance, int visits, int degreesOfFreedom)
    {
        int p = visits - 1;
        if (p < 2)
        {
            return Without(NotEstimable.NoVariance);
        }

        if (degreesOfFreedom < p)
        {
            return Without(NotEstimable.TooFewObservations);
        }

        double[] contrasts = SquareMatrix.Between(covariance, visits, Helmert(visits));
        if (!SymmetricMatrix.TryInvert(contrasts, p, new double[p * p], out double logDeterminant))
        {
            return Without(NotEstimable.NoVariance);
        }

        double logW = logDeterminant - (p * Math.Log(SquareMatrix.Trace(contrasts, p) / p));
        double n = degreesOfFreedom;
        double rho = 1.0 - (((2.0 * p * p) + p + 2.0) / (6.0 * p * n));
        double second = (p + 2.0) * (p - 1.0) * (p - 2.0) * ((2.0 * p * p * p) + (6.0 * p * p) + (3.0 * p) + 2.0) / (288.0 * Math.Pow(n * p * rho, 2.0));
        double chiSquare = Math.Max(0.0, -n * rho * logW);
        double degrees = (p * (p + 1.0) / 2.0) - 1.0;
        double tail = ChiSquare.UpperTail(chiSquare, degrees);
        double corrected = tail + (second * (ChiSquare.UpperTail(chiSquare, degrees + 4.0) - tail));
        return new MauchlyTest(Math.Min(1.0, Math.Exp(logW)), Math.Clamp(corrected, 0.0, 1.0), NotEstimable.None);
    }

    internal static MauchlyTest Without(NotEstimable reason) => new(0.0, 1.0, reason);

    /// <summary>Orthonormal contrasts: each visit against the mean of those before it.</summary>
    private static double[] Helmert(int visits)
    {
        double[] rows = new double[(visits - 1) * visits];
        for (int r = 1; r < visits; r++)
        {
            double scale = 1.0 / Math.Sqrt(r * (r + 1.0));
            rows.AsSpan((r - 1) * visits, r).Fill(-scale);
            rows[((r - 1) * visits) + r] = r * scale;
        }

        return rows;
    }
}
