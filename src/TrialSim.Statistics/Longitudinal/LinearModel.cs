namespace TrialSim.Statistics.Longitudinal;

/// <summary>Ordinary least squares by Householder's reflections, R's <c>lm</c>.</summary>
public sealed class LinearModel
{
    // R's lm.fit calls a column dependent when what is left of it is this much shorter.
    private const double CollinearTolerance = 1e-7;

    private readonly double[] _coefficients;
    private readonly double[] _covariance;

    private LinearModel(double[] coefficients, double[] covariance, double residualSumOfSquares, int degreesOfFreedom, NotEstimable reason)
    {
        _coefficients = coefficients;
        _covariance = covariance;
        ResidualSumOfSquares = residualSumOfSquares;
        DegreesOfFreedom = degreesOfFreedom;
        Reason = reason;
    }

    /// <summary>Why there is no fit; coefficients are then empty.</summary>
    public NotEstimable Reason { get; }

    /// <summary>Whether there is a fit.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>One for each column of the design.</summary>
    public ReadOnlySpan<double> Coefficients => _coefficients;

    /// <summary>Sum of squared residuals.</summary>
    public double ResidualSumOfSquares { get; }

    /// <summary>Observations less columns.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Residual variance; 0 without a fit.</summary>
    public double ResidualVariance => IsEstimable ? ResidualSumOfSquares / DegreesOfFreedom : 0.0;

    /// <summary>Covariance of two coefficients.</summary>
    /// <param name="row">Column of the design, from 0.</param>
    /// <param name="column">Column of the design, from 0.</param>
    public double Covariance(int row, int column) => _covariance[(row * _coefficients.Length) + column];

    /// <summary>A coefficient with its error and the residual degrees of freedom.</summary>
    /// <param name="index">Column of the design, from 0.</param>
    public MeanContrast Coefficient(int index) =>
        !IsEstimable ? MeanContrast.Without(Reason)
        : Covariance(index, index) <= 0.0 ? MeanContrast.Without(NotEstimable.NoVariance)
        : new MeanContrast(_coefficients[index], Math.Sqrt(Covariance(index, index)), DegreesOfFreedom, NotEstimable.None);

    /// <summary>A linear combination of the coefficients.</summary>
    /// <param name="weights">One for each column of the design.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than columns.</exception>
    public MeanContrast Contrast(ReadOnlySpan<double> weights)
    {
        if (!IsEstimable)
        {
            return MeanContrast.Without(Reason);
        }

        CheckWeights(weights.Length, 1);
        double variance = SquareMatrix.Quadratic(_covariance, weights);
        return variance > 0.0
            ? new MeanContrast(SquareMatrix.Dot(weights, _coefficients), Math.Sqrt(variance), DegreesOfFreedom, NotEstimable.None)
            : MeanContrast.Without(NotEstimable.NoVariance);
    }

    /// <summary>The F test that several linear combinations of the coefficients are all 0.</summary>
    /// <param name="weights">Combination after combination, a weight for each column of the design.</param>
    /// <param name="combinations">1 or more, none of them a combination of the others.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights than columns times combinations.</exception>
    public VarianceRatio Test(ReadOnlySpan<double> weights, int combinations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(combinations, 1);
        if (!IsEstimable)
        {
            return VarianceRatio.Without(Reason);
        }

        CheckWeights(weights.Length, combinations);
        int columns = _coefficients.Length;
        double[] estimates = new double[combinations];
        for (int row = 0; row < combinations; row++)
        {
            estimates[row] = SquareMatrix.Dot(weights.Slice(row * columns, columns), _coefficients);
        }

        double[] inverse = new double[combinations * combinations];
        return !SymmetricMatrix.TryInvert(SquareMatrix.Between(_covariance, columns, weights), combinations, inverse, out _)
            ? VarianceRatio.Without(ResidualSumOfSquares > 0.0 ? NotEstimable.Collinear : NotEstimable.NoVariance)
            : new VarianceRatio(SquareMatrix.Quadratic(inverse, estimates) / combinations, combinations, DegreesOfFreedom, NotEstimable.None);
    }

    private void CheckWeights(int count, int combinations)
    {
        if (count != (long)_coefficients.Length * combinations)
        {
            throw new ArgumentException($"{count} weights for {_coefficients.Length} coefficients and {combinations} combinations. Give one for each coefficient and combination.");
        }
    }

    /// <summary>Fits a response to a design.</summary>
    /// <param name="design">Row after row, one row for each observation; the constant is a column like others.</param>
    /// <param name="columns">Columns of the design, 1 or more.</param>
    /// <param name="response">One for each row, finite.</param>
    /// <exception cref="ArgumentException">The design has another number of rows than there are responses.</exception>
    public static LinearModel Fit(ReadOnlySpan<double> design, int columns, ReadOnlySpan<double> response)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (design.Length != (long)columns * response.Length)
        {
            throw new ArgumentException($"{design.Length} elements are not {response.Length} rows of {columns} columns.", nameof(design));
        }

        int n = response.Length;
        if (n <= columns)
        {
            return Without(n == 0 ? NotEstimable.NoPatients : NotEstimable.TooFewObservations);
        }

        // Column after column, for reflections run down columns.
        double[][] q = new double[columns + 1][];
        for (int j = 0; j <= columns; j++)
        {
            q[j] = new double[n];
            for (int i = 0; i < n; i++)
            {
                q[j][i] = Require.Finite(j == columns ? response[i] : design[(i * columns) + j], nameof(design));
            }
        }

        double[] diagonal = new double[columns];
        for (int j = 0; j < columns; j++)
        {
            double whole = Length(q[j], 0);
            double left = Length(q[j], j);
            if (!(left > CollinearTolerance * whole))
            {
                return Without(NotEstimable.Collinear);
            }

            diagonal[j] = q[j][j] > 0.0 ? -left : left;
            q[j][j] -= diagonal[j];
            double scale = 2.0 / Dot(q[j], q[j], j);
            for (int k = j + 1; k <= columns; k++)
            {
                double share = scale * Dot(q[j], q[k], j);
                for (int i = j; i < n; i++)
                {
                    q[k][i] -= share * q[j][i];
                }
            }
        }

        double squares = Dot(q[columns], q[columns], columns);
        return Solved(q, diagonal, columns, squares, n - columns);
    }

    /// <summary>Back substitution; the covariance is R⁻¹·R⁻ᵀ times the residual variance.</summary>
    private static LinearModel Solved(double[][] q, double[] diagonal, int p, double squares, int degreesOfFreedom)
    {
        double[] inverse = new double[p * p];
        for (int c = 0; c < p; c++)
        {
            for (int i = c; i >= 0; i--)
            {
                double sum = i == c ? 1.0 : 0.0;
                for (int k = i + 1; k <= c; k++)
                {
                    sum -= q[k][i] * inverse[(k * p) + c];
                }

                inverse[(i * p) + c] = sum / diagonal[i];
            }
        }

        double[] coefficients = new double[p];
        double[] covariance = new double[p * p];
        double variance = squares / degreesOfFreedom;
        for (int i = 0; i < p; i++)
        {
            for (int k = i; k < p; k++)
            {
                coefficients[i] += inverse[(i * p) + k] * q[p][k];
            }

            for (int j = 0; j < p; j++)
            {
                for (int k = Math.Max(i, j); k < p; k++)
                {
                    covariance[(i * p) + j] += variance * inverse[(i * p) + k] * inverse[(j * p) + k];
                }
            }
        }

        return new LinearModel(coefficients, covariance, squares, degreesOfFreedom, NotEstimable.None);
    }

    private static double Dot(double[] a, double[] b, int from)
    {
        double sum = 0.0;
        for (int i = from; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Length(double[] a, int from) => Math.Sqrt(Dot(a, a, from));

    private static LinearModel Without(NotEstimable reason) => new([], [], 0.0, 0, reason);
}
