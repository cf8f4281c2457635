namespace TrialSim.Statistics.Multiplicity;

/// <summary>
/// Adjusted p-values: a hypothesis is rejected with family-wise error α exactly when its adjusted p-value is at most α. Each method fills a buffer as long as the
/// p-values, in their order; ties do not matter. R's <c>p.adjust</c>.
/// </summary>
public static class AdjustedPValues
{
    /// <summary>Bonferroni: m·p, at most 1. Holds for any dependence.</summary>
    /// <param name="pValues">From 0 to 1.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void FillBonferroni(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        RequireFamily(pValues, adjusted.Length);
        for (int i = 0; i < pValues.Length; i++)
        {
            adjusted[i] = Math.Min(1.0, pValues.Length * pValues[i]);
        }
    }

    /// <summary>Holm (Scandinavian Journal of Statistics 6, 1979): step-down Bonferroni. Holds for any dependence.</summary>
    /// <param name="pValues">From 0 to 1.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void FillHolm(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        int[] order = AscendingOrder(pValues, adjusted.Length);
        double largest = 0.0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1.0, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }
    }

    /// <summary>
    /// Hochberg (Biometrika 75, 1988): step-up. Never weaker than Holm, but holds only for independent or positively dependent tests, such as
    /// comparisons with one control.
    /// </summary>
    /// <param name="pValues">From 0 to 1.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void FillHochberg(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        int[] order = AscendingOrder(pValues, adjusted.Length);
        double smallest = 1.0;
        for (int rank = order.Length - 1; rank >= 0; rank--)
        {
            smallest = Math.Min(smallest, (order.Length - rank) * pValues[order[rank]]);
            adjusted[order[rank]] = smallest;
        }
    }

    /// <summary>Fixed sequence: each at full α, in the order given, until the first that fails; the largest p-value so far. Holds for any dependence.</summary>
    /// <param name="pValues">From 0 to 1, in the order of testing.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void FillFixedSequence(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        RequireFamily(pValues, adjusted.Length);
        double largest = 0.0;
        for (int i = 0; i < pValues.Length; i++)
        {
            largest = Math.Max(largest, pValues[i]);
            adjusted[i] = largest;
        }
    }

    internal static void RequireFamily(ReadOnlySpan<double> pValues, int places)
    {
        if (places != pValues.Length)
        {
            throw new ArgumentException($"{pValues.Length} p-values and {places} places. Give one place for each.", nameof(pValues));
        }

        foreach (double p in pValues)
        {
            Require.Probability(p, nameof(pValues));
        }
    }

    private static int[] AscendingOrder(ReadOnlySpan<double> pValues, int places)
    {
        RequireFamily(pValues, places);
        int[] order = new int[pValues.Length];
        double[] keys = pValues.ToArray();
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(keys, order);
        return order;
    }
}
