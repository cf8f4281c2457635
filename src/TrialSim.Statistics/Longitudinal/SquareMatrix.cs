namespace TrialSim.Statistics.Longitudinal;

/// <summary>Products of square matrices, row by row in one array, with vectors and with each other.</summary>
internal static class SquareMatrix
{
    /// <summary>M·v.</summary>
    internal static double[] Times(double[] matrix, ReadOnlySpan<double> vector)
    {
        int order = vector.Length;
        double[] image = new double[order];
        for (int a = 0; a < order; a++)
        {
            for (int b = 0; b < order; b++)
            {
                image[a] += matrix[(a * order) + b] * vector[b];
            }
        }

        return image;
    }

    /// <summary>vᵀ·M·v.</summary>
    internal static double Quadratic(double[] matrix, ReadOnlySpan<double> vector)
    {
        double[] image = Times(matrix, vector);
        double sum = 0.0;
        for (int a = 0; a < vector.Length; a++)
        {
            sum += vector[a] * image[a];
        }

        return sum;
    }

    /// <summary>L·R.</summary>
    internal static double[] Product(double[] left, double[] right)
    {
        int order = Order(left);
        double[] product = new double[left.Length];
        for (int a = 0; a < order; a++)
        {
            for (int c = 0; c < order; c++)
            {
                double weight = left[(a * order) + c];
                for (int b = 0; b < order; b++)
                {
                    product[(a * order) + b] += weight * right[(c * order) + b];
                }
            }
        }

        return product;
    }

    /// <summary>tr(L·R).</summary>
    internal static double TraceOfProduct(double[] left, double[] right)
    {
        int order = Order(left);
        double trace = 0.0;
        for (int a = 0; a < order; a++)
        {
            for (int b = 0; b < order; b++)
            {
                trace += left[(a * order) + b] * right[(b * order) + a];
            }
        }

        return trace;
    }

    private static int Order(double[] matrix) => (int)Math.Round(Math.Sqrt(matrix.Length));
}
