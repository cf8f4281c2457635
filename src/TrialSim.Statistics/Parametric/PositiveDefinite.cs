namespace TrialSim.Statistics.Parametric;

/// <summary>Linear algebra of small symmetric positive definite matrices, by Cholesky's factor of the matrix scaled to a unit diagonal.</summary>
internal static class PositiveDefinite
{
    // A pivot below this share of its diagonal is a combination of the earlier columns.
    private const double SmallestPivot = 1e-13;

    /// <summary>Solves matrix · solution = right.</summary>
    /// <returns>Whether the matrix is positive definite, and not nearly singular.</returns>
    internal static bool TrySolve(double[,] matrix, ReadOnlySpan<double> right, out double[] solution)
    {
        int n = right.Length;
        solution = right.ToArray();
        double[] scale = new double[n];
        double[,] factor = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            if (!(matrix[i, i] > 0.0) || !double.IsFinite(matrix[i, i]))
            {
                return false;
            }

            scale[i] = 1.0 / Math.Sqrt(matrix[i, i]);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j] * scale[i] * scale[j];
                for (int k = 0; k < j; k++)
                {
                    sum -= factor[i, k] * factor[j, k];
                }

                if (i == j && !(sum > SmallestPivot))
                {
                    return false;
                }

                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }
        }

        for (int i = 0; i < n; i++)
        {
            solution[i] *= scale[i];
            for (int k = 0; k < i; k++)
            {
                solution[i] -= factor[i, k] * solution[k];
            }

            solution[i] /= factor[i, i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++)
            {
                solution[i] -= factor[k, i] * solution[k];
            }

            solution[i] /= factor[i, i];
        }

        for (int i = 0; i < n; i++)
        {
            solution[i] *= scale[i];
        }

        return true;
    }

    /// <summary>The inverse.</summary>
    /// <returns>Whether the matrix is positive definite, and not nearly singular.</returns>
    internal static bool TryInvert(double[,] matrix, out double[,] inverse)
    {
        int n = matrix.GetLength(0);
        inverse = new double[n, n];
        double[] unit = new double[n];
        for (int j = 0; j < n; j++)
        {
            Array.Clear(unit);
            unit[j] = 1.0;
            if (!TrySolve(matrix, unit, out double[] column))
            {
                return false;
            }

            for (int i = 0; i < n; i++)
            {
                inverse[i, j] = column[i];
            }
        }

        return true;
    }

    internal static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0.0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
