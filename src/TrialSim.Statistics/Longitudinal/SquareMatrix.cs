namespace TrialSim.Statistics.Longitudinal;

/// <summary>Products with small square matrices, row after row.</summary>
internal static class SquareMatrix
{
    internal static double[] Times(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector)
    {
        double[] image = new double[vector.Length];
        for (int a = 0; a < image.Length; a++)
        {
            for (int b = 0; b < vector.Length; b++)
            {
                image[a] += matrix[(a * vector.Length) + b] * vector[b];
            }
        }

        return image;
    }

    /// <summary>vᵀMv.</summary>
    internal static double Quadratic(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector) => Dot(vector, Times(matrix, vector));

    internal static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0.0;
        for (int a = 0; a < left.Length; a++)
        {
            sum += left[a] * right[a];
        }

        return sum;
    }

    internal static double[] Product(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int size)
    {
        double[] product = new double[left.Length];
        for (int a = 0; a < size; a++)
        {
            for (int c = 0; c < size; c++)
            {
                double weight = left[(a * size) + c];
                for (int b = 0; b < size; b++)
                {
                    product[(a * size) + b] += weight * right[(c * size) + b];
                }
            }
        }

        return product;
    }

    internal static double Trace(ReadOnlySpan<double> matrix, int size)
    {
        double trace = 0.0;
        for (int a = 0; a < size; a++)
        {
            trace += matrix[(a * size) + a];
        }

        return trace;
    }

    internal static double TraceOfProduct(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int size)
    {
        double trace = 0.0;
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < size; b++)
            {
                trace += left[(a * size) + b] * right[(b * size) + a];
            }
        }

        return trace;
    }

    /// <summary>L·M·Lᵀ for the rows of L.</summary>
    internal static double[] Between(ReadOnlySpan<double> matrix, int size, ReadOnlySpan<double> rows)
    {
        int count = rows.Length / size;
        double[] between = new double[count * count];
        for (int r = 0; r < count; r++)
        {
            double[] image = Times(matrix, rows.Slice(r * size, size));
            for (int s = 0; s < count; s++)
            {
                between[(s * count) + r] = Dot(rows.Slice(s * size, size), image);
            }
        }

        return between;
    }

    internal static void AddTo(Span<double> sum, ReadOnlySpan<double> matrix, double weight)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * matrix[i];
        }
    }
}
