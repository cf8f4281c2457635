namespace TrialSim.Statistics.Multiplicity;

/// <summary>
/// A graph of hypotheses after Bretz, Maurer, Brannath and Posch (Statistics in Medicine 28, 2009): each holds a share of α, and passes it along its arrows when it is
/// rejected. Every test is a weighted Bonferroni test, so the family-wise error holds for any dependence. R's <c>gMCP</c>. Immutable.
/// </summary>
public sealed class GatekeepingGraph
{
    // Shares that add up to 1 in decimals do so in doubles only to rounding.
    private const double Rounding = 1e-12;

    private readonly double[] _weights;
    private readonly double[][] _transitions;

    /// <summary>A graph.</summary>
    /// <param name="weights">Share of α that each hypothesis starts with, 0 or above; together at most 1.</param>
    /// <param name="transitions">
    /// Row by row, the share of its α that a rejected hypothesis passes to each other: 0 or above, 0 to itself, each row together at most 1.
    /// </param>
    /// <exception cref="ArgumentException">The matrix is not square, or shares are out of range.</exception>
    public GatekeepingGraph(ReadOnlySpan<double> weights, double[][] transitions)
    {
        RequireShares(weights, "Weights");
        if (weights.Length == 0 || transitions.Length != weights.Length)
        {
            throw new ArgumentException($"{weights.Length} weights and {transitions.Length} rows of transitions. Give one of each for each hypothesis.", nameof(transitions));
        }

        for (int i = 0; i < transitions.Length; i++)
        {
            if (transitions[i].Length != weights.Length || transitions[i][i] != 0.0)
            {
                throw new ArgumentException($"Row {i + 1} of the transitions does not have {weights.Length} shares with 0 for the hypothesis itself.", nameof(transitions));
            }

            RequireShares(transitions[i], $"Row {i + 1} of the transitions");
        }

        _weights = weights.ToArray();
        _transitions = [.. transitions.Select(row => row.ToArray())];
    }

    /// <summary>Number of hypotheses.</summary>
    public int Count => _weights.Length;

    /// <summary>The graph of Holm's procedure: equal shares, passed on equally.</summary>
    /// <param name="hypotheses">1 or more.</param>
    public static GatekeepingGraph Holm(int hypotheses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hypotheses, 1);
        double[] weights = new double[hypotheses];
        Array.Fill(weights, 1.0 / hypotheses);
        double[][] transitions = new double[hypotheses][];
        for (int i = 0; i < hypotheses; i++)
        {
            transitions[i] = new double[hypotheses];
            Array.Fill(transitions[i], hypotheses == 1 ? 0.0 : 1.0 / (hypotheses - 1));
            transitions[i][i] = 0.0;
        }

        return new GatekeepingGraph(weights, transitions);
    }

    /// <summary>The graph of a fixed sequence: all of α to the first, and on to the next.</summary>
    /// <param name="hypotheses">1 or more.</param>
    public static GatekeepingGraph FixedSequence(int hypotheses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hypotheses, 1);
        double[] weights = new double[hypotheses];
        weights[0] = 1.0;
        double[][] transitions = new double[hypotheses][];
        for (int i = 0; i < hypotheses; i++)
        {
            transitions[i] = new double[hypotheses];
            if (i < hypotheses - 1)
            {
                transitions[i][i + 1] = 1.0;
            }
        }

        return new GatekeepingGraph(weights, transitions);
    }

    /// <summary>Adjusted p-values: a hypothesis is rejected at family-wise error α exactly when its own is at most α. 1 where no α can ever come to.</summary>
    /// <param name="pValues">One-sided or two-sided, from 0 to 1, in the order of the hypotheses.</param>
    /// <param name="adjusted">Receives as many.</param>
    /// <exception cref="ArgumentException">Lengths differ from the number of hypotheses.</exception>
    public void FillAdjusted(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        AdjustedPValues.RequireFamily(pValues, Count);
        AdjustedPValues.RequireFamily(pValues, adjusted.Length);
        double[] weights = [.. _weights];
        double[][] transitions = [.. _transitions.Select(row => row.ToArray())];
        bool[] isLeft = new bool[Count];
        Array.Fill(isLeft, true);
        double largest = 0.0;
        for (int step = 0; step < Count; step++)
        {
            int next = -1;
            double smallest = double.PositiveInfinity;
            for (int i = 0; i < Count; i++)
            {
                // 0/0 would be NaN: without α even a p-value of 0 rejects nothing.
                double ratio = weights[i] > 0.0 ? pValues[i] / weights[i] : double.PositiveInfinity;
                if (isLeft[i] && (next < 0 || ratio < smallest))
                {
                    (next, smallest) = (i, ratio);
                }
            }

            largest = Math.Min(1.0, Math.Max(largest, smallest));
            adjusted[next] = largest;
            isLeft[next] = false;
            Remove(next, weights, transitions, isLeft);
        }
    }

    /// <summary>Shares of α of the hypotheses that are left once some have been rejected; the order of rejection does not matter.</summary>
    /// <param name="rejected">Whether each has been.</param>
    /// <param name="weights">Receives as many; 0 for those that have been rejected.</param>
    /// <exception cref="ArgumentException">Lengths differ from the number of hypotheses.</exception>
    public void FillWeightsAfter(ReadOnlySpan<bool> rejected, Span<double> weights)
    {
        if (rejected.Length != Count || weights.Length != Count)
        {
            throw new ArgumentException($"{Count} hypotheses, {rejected.Length} decisions and {weights.Length} places. Give one of each.", nameof(rejected));
        }

        double[] left = [.. _weights];
        double[][] transitions = [.. _transitions.Select(row => row.ToArray())];
        bool[] isLeft = new bool[Count];
        Array.Fill(isLeft, true);
        for (int i = 0; i < Count; i++)
        {
            if (rejected[i])
            {
                isLeft[i] = false;
                Remove(i, left, transitions, isLeft);
            }
        }

        left.CopyTo(weights);
    }

    /// <summary>Passes on the α of a rejected hypothesis, and joins the arrows that led into it with those that led out.</summary>
    private static void Remove(int gone, double[] weights, double[][] transitions, bool[] isLeft)
    {
        int count = weights.Length;
        double[][] joined = new double[count][];
        for (int i = 0; i < count; i++)
        {
            joined[i] = new double[count];
            if (!isLeft[i])
            {
                continue;
            }

            weights[i] += weights[gone] * transitions[gone][i];
            double loop = transitions[i][gone] * transitions[gone][i];
            for (int j = 0; j < count; j++)
            {
                if (isLeft[j] && i != j && loop < 1.0 - Rounding)
                {
                    joined[i][j] = (transitions[i][j] + (transitions[i][gone] * transitions[gone][j])) / (1.0 - loop);
                }
            }
        }

        weights[gone] = 0.0;
        joined.CopyTo(transitions, 0);
    }

    private static void RequireShares(ReadOnlySpan<double> shares, string what)
    {
        double sum = 0.0;
        foreach (double share in shares)
        {
            sum += Require.NonNegativeFinite(share, nameof(shares));
        }

        if (sum > 1.0 + Rounding)
        {
            throw new ArgumentException($"{what} add up to {sum}. Make them at most 1 together.", nameof(shares));
        }
    }
}
