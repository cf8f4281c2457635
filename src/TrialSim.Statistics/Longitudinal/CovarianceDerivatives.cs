namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// What the derivatives of a restricted likelihood are made of: for W = V⁻¹ and Vⱼ = ∂V/∂θⱼ the traces tr WVⱼ and tr WVⱼWVₖ, and the moments of design
/// and response about WVⱼW and WVⱼWVₖW, summed over patients.
/// </summary>
internal sealed class CovarianceDerivatives
{
    private readonly int _unknowns;

    /// <summary>For so many elements of Σ, and moments of so many numbers each.</summary>
    internal CovarianceDerivatives(int unknowns, int momentCount)
    {
        _unknowns = unknowns;
        Traces = new double[unknowns];
        Products = new double[unknowns * unknowns];
        First = [.. Enumerable.Range(0, unknowns).Select(_ => new double[momentCount])];
        Second = [.. Enumerable.Range(0, unknowns * unknowns).Select(_ => new double[momentCount])];
    }

    internal double[] Traces { get; }

    internal double[] Products { get; }

    internal double[][] First { get; }

    internal double[][] Second { get; }

    /// <summary>Adds the patients of one pattern, whose covariance has this inverse.</summary>
    internal void Add(VisitPattern pattern, double[] inverse)
    {
        int m = pattern.Visits.Length;
        (int Row, int Column)[] elements = new (int, int)[_unknowns];
        Array.Fill(elements, (-1, -1));
        for (int r = 0; r < m; r++)
        {
            for (int s = 0; s <= r; s++)
            {
                int a = pattern.Visits[r];
                elements[(a * (a + 1) / 2) + pattern.Visits[s]] = (r, s);
            }
        }

        double[] middle = new double[m * m];
        double[] left = new double[m * m];
        for (int j = 0; j < _unknowns; j++)
        {
            if (elements[j].Row < 0)
            {
                continue;
            }

            Sandwich(inverse, m, elements[j], left);
            AddMoments(left, pattern, First[j]);
            Traces[j] += pattern.Patients * Pick(inverse, m, elements[j]);
            for (int k = 0; k < _unknowns; k++)
            {
                if (elements[k].Row < 0)
                {
                    continue;
                }

                int index = (j * _unknowns) + k;
                Products[index] += pattern.Patients * Pick(left, m, elements[k]);
                Chain(left, inverse, m, elements[k], middle);
                AddMoments(middle, pattern, Second[index]);
            }
        }
    }

    /// <summary>Adds Σ zᵣᵀ·Mᵣₛ·zₛ over patients and pairs of visits.</summary>
    internal static void AddMoments(double[] matrix, VisitPattern pattern, double[] into)
    {
        int size = into.Length;
        for (int pair = 0; pair < matrix.Length; pair++)
        {
            double weight = matrix[pair];
            ReadOnlySpan<double> block = pattern.Products.AsSpan(pair * size, size);
            for (int i = 0; i < block.Length; i++)
            {
                into[i] += weight * block[i];
            }
        }
    }

    /// <summary>tr(M·V) for the V with ones at one element and its mirror image.</summary>
    private static double Pick(double[] matrix, int m, (int Row, int Column) element) =>
        element.Row == element.Column
            ? matrix[(element.Row * m) + element.Row]
            : matrix[(element.Row * m) + element.Column] + matrix[(element.Column * m) + element.Row];

    /// <summary>W·V·W.</summary>
    private static void Sandwich(double[] inverse, int m, (int Row, int Column) element, double[] into) => Chain(inverse, inverse, m, element, into);

    /// <summary>L·V·W.</summary>
    private static void Chain(double[] left, double[] inverse, int m, (int Row, int Column) element, double[] into)
    {
        (int a, int b) = element;
        for (int r = 0; r < m; r++)
        {
            for (int s = 0; s < m; s++)
            {
                double value = left[(r * m) + a] * inverse[(b * m) + s];
                into[(r * m) + s] = a == b ? value : value + (left[(r * m) + b] * inverse[(a * m) + s]);
            }
        }
    }
}
