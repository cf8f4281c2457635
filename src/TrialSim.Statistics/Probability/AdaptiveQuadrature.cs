namespace TrialSim.Statistics.Probability;

/// <summary>Gauss–Kronrod quadrature with 7 and 15 points, halving an interval until the two agree (Piessens et al. 1983, QUADPACK).</summary>
internal static class AdaptiveQuadrature
{
    private const int MaxDepth = 30;

    private static readonly double[] Nodes =
    [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
        0.741531185599394439863864773280788, 0.586087235467691130294144691258545, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245,
    ];

    private static readonly double[] KronrodWeights =
    [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
        0.140653259715525918745189590510238, 0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
    ];

    // Of the nodes with odd index, and of the middle.
    private static readonly double[] GaussWeights =
    [
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975,
        0.417959183673469387755102040816327,
    ];

    /// <summary>The integral over an interval. Allocates nothing.</summary>
    /// <param name="integrand">Finite within the interval; the ends are not asked for.</param>
    /// <param name="from">Lower end, finite.</param>
    /// <param name="to">Upper end, finite.</param>
    /// <param name="tolerance">Absolute error aimed at.</param>
    internal static double Integrate<TIntegrand>(in TIntegrand integrand, double from, double to, double tolerance)
        where TIntegrand : IIntegrand, allows ref struct =>
        Integrate(integrand, from, to, tolerance, 0);

    private static double Integrate<TIntegrand>(in TIntegrand integrand, double from, double to, double tolerance, int depth)
        where TIntegrand : IIntegrand, allows ref struct
    {
        double middle = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double central = integrand.At(middle);
        double kronrod = KronrodWeights[7] * central;
        double gauss = GaussWeights[3] * central;
        for (int i = 0; i < Nodes.Length; i++)
        {
            double pair = integrand.At(middle - (half * Nodes[i])) + integrand.At(middle + (half * Nodes[i]));
            kronrod += KronrodWeights[i] * pair;
            gauss += i % 2 == 1 ? GaussWeights[i / 2] * pair : 0.0;
        }

        // The longer rule is far better than the difference tells: QUADPACK's empirical power.
        double difference = Math.Abs(half * (kronrod - gauss));
        double error = Math.Min(difference, Math.Pow(200.0 * difference, 1.5));
        return error <= tolerance || depth == MaxDepth
            ? half * kronrod
            : Integrate(integrand, from, middle, 0.5 * tolerance, depth + 1) + Integrate(integrand, middle, to, 0.5 * tolerance, depth + 1);
    }
}
