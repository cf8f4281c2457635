namespace TrialSim.Statistics.Survival;

/// <summary>Cholesky's factor of a symmetric positive definite matrix, row by row.</summary>
internal sealed class CholeskyFactor(int count)
{
    private readonly double[] _factor = new double[count * count];

    /// <summary>
    /// Factors <paramref name="matrix"/>. What is left of a diagonal element after the columns before it have been taken out must exceed
    /// <paramref name="smallest"/> times the element of <paramref name="diagonal"/>.
    /// </summary>
    /// <returns>The first column for which it does not; −1 when there is a factor.</returns>
    internal int Factor(ReadOnlySpan<double> matrix, ReadOnlySpan<double> diagonal, double smallest)
    {
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[(i * count) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= _factor[(i * count) + k] * _factor[(j * count) + k];
                }

                if (i == j && !(sum > smallest * diagonal[i]))
                {
                    return i;
                }

                _factor[(i * count) + j] = i == j ? Math.Sqrt(sum) : sum / _factor[(j * count) + j];
            }
        }

        return -1;
    }

    /// <summary>Solves for <paramref name="vector"/> in place.</summary>
    internal void Solve(Span<double> vector)
    {
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < i; k++)
            {
                vector[i] -= _factor[(i * count) + k] * vector[k];
            }

            vector[i] /= _factor[(i * count) + i];
        }

        for (int i = count - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < count; k++)
            {
                vector[i] -= _factor[(k * count) + i] * vector[k];
            }

            vector[i] /= _factor[(i * count) + i];
        }
    }
}
