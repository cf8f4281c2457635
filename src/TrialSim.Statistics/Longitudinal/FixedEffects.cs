using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace TrialSim.Statistics.Longitudinal;

/// <summary>Errors, degrees of freedom and tests of the coefficients of a mixed model.</summary>
internal sealed class FixedEffects
{
    // Degrees of freedom this close are equal, and the test has them: lmerTest's convention.
    private const double SameDegrees = 1e-8;

    // Where the degrees of freedom come out as 2, the scale of F is 0/0 and counts as 1: pbkrtest's convention.
    private const double NearTwo = 1e-2;

    private readonly RestrictedMaximum _maximum;
    private readonly double[] _estimates;
    private readonly int _residualDegreesOfFreedom;
    private readonly Lazy<double[]> _inflated;

    /// <param name="maximum">Of the likelihood.</param>
    /// <param name="estimates">The coefficients.</param>
    /// <param name="residualDegreesOfFreedom">Observations less columns.</param>
    internal FixedEffects(RestrictedMaximum maximum, double[] estimates, int residualDegreesOfFreedom)
    {
        _maximum = maximum;
        _estimates = estimates;
        _residualDegreesOfFreedom = residualDegreesOfFreedom;
        _inflated = new Lazy<double[]>(Inflated);
    }

    private double[] Phi => _maximum.At.Phi;

    private int Columns => _estimates.Length;

    internal MeanContrast Contrast(ReadOnlySpan<double> weights, DegreesOfFreedomMethod method)
    {
        double plain = SquareMatrix.Quadratic(Phi, weights);
        double variance = method == DegreesOfFreedomMethod.KenwardRoger ? SquareMatrix.Quadratic(_inflated.Value, weights) : plain;
        double degrees = method == DegreesOfFreedomMethod.Residual ? _residualDegreesOfFreedom
            : DegreesOfFreedom(weights, method == DegreesOfFreedomMethod.KenwardRoger ? _maximum.ExpectedInverse : _maximum.ObservedInverse);
        return plain > 0.0 && variance > 0.0 && degrees > 0.0 && double.IsFinite(degrees)
            ? new MeanContrast(SquareMatrix.Dot(weights, _estimates), Math.Sqrt(variance), degrees, NotEstimable.None)
            : MeanContrast.Without(NotEstimable.NoVariance);
    }

    internal VarianceRatio Test(ReadOnlySpan<double> rows, DegreesOfFreedomMethod method)
    {
        int count = rows.Length / Columns;
        double[] estimates = new double[count];
        for (int r = 0; r < count; r++)
        {
            estimates[r] = SquareMatrix.Dot(rows.Slice(r * Columns, Columns), _estimates);
        }

        double[] covariance = SquareMatrix.Between(method == DegreesOfFreedomMethod.KenwardRoger ? _inflated.Value : Phi, Columns, rows);
        double[] inverse = new double[count * count];
        if (!SymmetricMatrix.TryInvert(covariance, count, inverse, out _))
        {
            return VarianceRatio.Without(NotEstimable.Collinear);
        }

        double wald = SquareMatrix.Quadratic(inverse, estimates) / count;
        (double degrees, double scale) = method switch
        {
            DegreesOfFreedomMethod.KenwardRoger => KenwardRoger(rows, count),
            DegreesOfFreedomMethod.Satterthwaite => (FaiCornelius(rows, covariance, count), 1.0),
            _ => (_residualDegreesOfFreedom, 1.0),
        };
        return degrees > 0.0 && double.IsFinite(degrees) && scale > 0.0
            ? new VarianceRatio(scale * wald, count, degrees, NotEstimable.None)
            : VarianceRatio.Without(NotEstimable.NoVariance);
    }

    /// <summary>Satterthwaite's: 2(wᵀΦw)² over the variance of wᵀΦw by the delta method.</summary>
    private double DegreesOfFreedom(ReadOnlySpan<double> weights, double[] informationInverse)
    {
        double plain = SquareMatrix.Quadratic(Phi, weights);
        double[] image = SquareMatrix.Times(Phi, weights);
        double[] gradient = [.. _maximum.Derivatives.First.Select(first => SquareMatrix.Quadratic(first, image))];
        return 2.0 * plain * plain / SquareMatrix.Quadratic(informationInverse, gradient);
    }

    /// <summary>
    /// Kenward and Roger's covariance of the coefficients, Φ + 2Φ{Σ Wⱼₖ(Qⱼₖ − PⱼΦPₖ)}Φ, without the third term since Σ is linear in its elements.
    /// </summary>
    private double[] Inflated()
    {
        LikelihoodDerivatives derivatives = _maximum.Derivatives;
        int unknowns = derivatives.First.Length;
        double[] inner = new double[Phi.Length];
        for (int j = 0; j < unknowns; j++)
        {
            double[] weighted = new double[Phi.Length];
            for (int k = 0; k < unknowns; k++)
            {
                double weight = _maximum.ExpectedInverse[(j * unknowns) + k];
                SquareMatrix.AddTo(weighted, derivatives.First[k], weight);
                SquareMatrix.AddTo(inner, derivatives.Second[(j * unknowns) + k], weight);
            }

            double[] through = SquareMatrix.Product(SquareMatrix.Product(derivatives.First[j], Phi, Columns), weighted, Columns);
            SquareMatrix.AddTo(inner, through, -1.0);
        }

        double[] inflated = [.. Phi];
        SquareMatrix.AddTo(inflated, SquareMatrix.Product(SquareMatrix.Product(Phi, inner, Columns), Phi, Columns), 2.0);
        return inflated;
    }

    /// <summary>Denominator degrees of freedom and the scale of F, as R's <c>pbkrtest::KRmodcomp</c> computes them.</summary>
    private (double Degrees, double Scale) KenwardRoger(ReadOnlySpan<double> rows, int count)
    {
        double[] inverse = new double[count * count];
        if (!SymmetricMatrix.TryInvert(SquareMatrix.Between(Phi, Columns, rows), count, inverse, out _))
        {
            return (0.0, 0.0);
        }

        double[] theta = new double[Phi.Length];
        for (int i = 0; i < theta.Length; i++)
        {
            for (int r = 0; r < count; r++)
            {
                for (int s = 0; s < count; s++)
                {
                    theta[i] += rows[(r * Columns) + (i / Columns)] * inverse[(r * count) + s] * rows[(s * Columns) + (i % Columns)];
                }
            }
        }

        double[] thetaPhi = SquareMatrix.Product(theta, Phi, Columns);
        double[][] turns = [.. _maximum.Derivatives.First.Select(first => SquareMatrix.Product(thetaPhi, SquareMatrix.Product(first, Phi, Columns), Columns))];
        double a1 = 0.0;
        double a2 = 0.0;
        for (int j = 0; j < turns.Length; j++)
        {
            for (int k = 0; k < turns.Length; k++)
            {
                double weight = _maximum.ExpectedInverse[(j * turns.Length) + k];
                a1 += weight * SquareMatrix.Trace(turns[j], Columns) * SquareMatrix.Trace(turns[k], Columns);
                a2 += weight * SquareMatrix.TraceOfProduct(turns[j], turns[k], Columns);
            }
        }

        double q = count;
        double b = (a1 + (6.0 * a2)) / (2.0 * q);
        double g = (((q + 1.0) * a1) - ((q + 4.0) * a2)) / ((q + 2.0) * a2);
        double whole = (3.0 * q) + (2.0 * (1.0 - g));
        double v0 = 1.0 + (g / whole * b);
        double v1 = 1.0 - ((q - g) / whole * b);
        double v2 = 1.0 - ((q + 2.0 - g) / whole * b);
        double expectation = 1.0 - (a2 / q);
        double rho = expectation * expectation / (v1 * v1) * (v0 / v2) / q;
        double degrees = 4.0 + ((q + 2.0) / ((q * rho) - 1.0));
        return (degrees, Math.Abs(degrees - 2.0) < NearTwo ? 1.0 : degrees * expectation / (degrees - 2.0));
    }

    /// <summary>Fai and Cornelius's degrees of freedom, from those of the contrasts along the axes of the covariance. R's <c>lmerTest::contestMD</c>.</summary>
    private double FaiCornelius(ReadOnlySpan<double> rows, double[] covariance, int count)
    {
        Evd<double> axes = Matrix<double>.Build.DenseOfRowMajor(count, count, covariance).Evd(Symmetricity.Symmetric);
        double[] degrees = new double[count];
        double[] weights = new double[Columns];
        for (int axis = 0; axis < count; axis++)
        {
            Array.Clear(weights);
            for (int r = 0; r < count; r++)
            {
                SquareMatrix.AddTo(weights, rows.Slice(r * Columns, Columns), axes.EigenVectors[r, axis]);
            }

            degrees[axis] = DegreesOfFreedom(weights, _maximum.ObservedInverse);
        }

        if (degrees.Max() - degrees.Min() < SameDegrees)
        {
            return degrees.Average();
        }

        if (degrees.Min() <= 2.0)
        {
            return 2.0;
        }

        double expectation = degrees.Sum(own => own / (own - 2.0));
        return 2.0 * expectation / (expectation - count);
    }
}
