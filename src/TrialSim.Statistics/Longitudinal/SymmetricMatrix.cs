namespace TrialSim.Statistics.Longitudinal;

/// <summary>Small symmetric positive definite matrices, row after row, by Cholesky's factors.</summary>
internal static class SymmetricMatrix
{
    // A pivot this much smaller than its diagonal element is rounding: R's tolerance for collinear columns.
    private const double PivotTolerance = 1e-13;

    /// <summary>The inverse and the log determinant; false when the matrix is not positive definite to working precision.</summary>
    internal static bool TryInvert(ReadOnlySpan<double> matrix, int size, Span<double> inverse, out double logDeterminant)
    {
        double[] lower = new double[size * size];
        logDeterminant = 0.0;
        for (int j = 0; j < size; j++)
        {
            double pivot = matrix[(j * size) + j];
            for (int k = 0; k < j; k++)
            {
                pivot -= lower[(j * size) + k] * lower[(j * size) + k];
            }

            if (!(pivot > PivotTolerance * matrix[(j * size) + j]) || !double.IsFinite(pivot))
            {
                return false;
            }

            double root = Math.Sqrt(pivot);
            lower[(j * size) + j] = root;
            logDeterminant += Math.Log(pivot);
            for (int i = j + 1; i < size; i++)
            {
                double sum = matrix[(i * size) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= lower[(i * size) + k] * lower[(j * size) + k];
                }

                lower[(i * size) + j] = sum / root;
            }
        }

        // Columns of the inverse: L·y = e, then Lᵀ·x = y.
        Span<double> column = size <= 64 ? stackalloc double[size] : new double[size];
        for (int c = 0; c < size; c++)
        {
            for (int i = 0; i < size; i++)
            {
                double sum = i == c ? 1.0 : 0.0;
                for (int k = c; k < i; k++)
                {
                    sum -= lower[(i * size) + k] * column[k];
                }

                column[i] = i < c ? 0.0 : sum / lower[(i * size) + i];
            }

            for (int i = size - 1; i >= 0; i--)
            {
                double sum = column[i];
                for (int k = i + 1; k < size; k++)
                {
                    sum -= lower[(k * size) + i] * column[k];
                }

                column[i] = sum / lower[(i * size) + i];
            }

            for (int i = 0; i < size; i++)
            {
                inverse[(i * size) + c] = column[i];
            }
        }

        return true;
    }
}
