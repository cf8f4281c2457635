namespace TrialSim.Statistics.Probability;

/// <summary>
/// Gauss–Legendre rule of 16 points, laid panel by panel. On a panel of at most 1.5 standard deviations of the narrowest normal
/// density in the integrand its error is below the rounding of doubles.
/// </summary>
internal static class GaussLegendre
{
    /// <summary>Points of one panel.</summary>
    internal const int Points = 16;

    /// <summary>Panel width, in standard deviations of the narrowest normal density in the integrand.</summary>
    internal const double PanelWidth = 1.5;

    private static readonly (double[] Nodes, double[] Weights) Rule = Build();

    /// <summary>Nodes and weights on [<paramref name="low"/>, <paramref name="high"/>], nodes ascending; none when the range is empty.</summary>
    internal static (double[] Nodes, double[] Weights) Between(double low, double high, double narrowest)
    {
        int panels = high > low ? (int)Math.Ceiling((high - low) / (PanelWidth * narrowest)) : 0;
        double[] nodes = new double[panels * Points];
        double[] weights = new double[panels * Points];
        double half = panels == 0 ? 0.0 : 0.5 * (high - low) / panels;
        for (int panel = 0; panel < panels; panel++)
        {
            double start = low + (2 * panel * half);
            FillPanel(start, start + (2 * half), nodes.AsSpan(panel * Points, Points), weights.AsSpan(panel * Points, Points));
        }

        return (nodes, weights);
    }

    /// <summary>The nodes, ascending, and weights of one panel.</summary>
    internal static void FillPanel(double low, double high, Span<double> nodes, Span<double> weights)
    {
        double half = 0.5 * (high - low);
        double centre = low + half;
        for (int i = 0; i < Points; i++)
        {
            nodes[i] = centre + (half * Rule.Nodes[i]);
            weights[i] = half * Rule.Weights[i];
        }
    }

    /// <summary>The integral of <paramref name="function"/> over [<paramref name="low"/>, <paramref name="high"/>].</summary>
    internal static double Integrate(Func<double, double> function, double low, double high, double narrowest)
    {
        (double[] nodes, double[] weights) = Between(low, high, narrowest);
        double sum = 0.0;
        for (int i = 0; i < nodes.Length; i++)
        {
            sum += weights[i] * function(nodes[i]);
        }

        return sum;
    }

    // Newton on the Legendre polynomial from the usual cosine start; weights 2 / ((1 − x²) P'(x)²).
    private static (double[] Nodes, double[] Weights) Build()
    {
        double[] nodes = new double[Points];
        double[] weights = new double[Points];
        for (int i = 0; i < Points; i++)
        {
            double x = -Math.Cos(Math.PI * (i + 0.75) / (Points + 0.5));
            double slope = 1.0;
            for (int iteration = 0; iteration < 20; iteration++)
            {
                double before = 1.0;
                double value = x;
                for (int degree = 2; degree <= Points; degree++)
                {
                    (before, value) = (value, ((((2 * degree) - 1) * x * value) - ((degree - 1) * before)) / degree);
                }

                slope = Points * ((x * value) - before) / ((x * x) - 1.0);
                x -= value / slope;
            }

            nodes[i] = x;
            weights[i] = 2.0 / ((1.0 - (x * x)) * slope * slope);
        }

        return (nodes, weights);
    }
}
