namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// An element of a covariance matrix, which stands for the derivative V in it: ones at the element and its mirror image, else zeros.
/// </summary>
/// <param name="Row">From 0; −1 where the visits at hand do not hold the element.</param>
/// <param name="Column">From 0, at most <paramref name="Row"/>.</param>
internal readonly record struct CovarianceElement(int Row, int Column)
{
    internal bool IsSeen => Row >= 0;

    /// <summary>The elements on and below the diagonal, in order, as places among the visits that are seen.</summary>
    internal static CovarianceElement[] Of(ReadOnlySpan<int> seen, int visits)
    {
        CovarianceElement[] elements = new CovarianceElement[visits * (visits + 1) / 2];
        Array.Fill(elements, new CovarianceElement(-1, -1));
        for (int r = 0; r < seen.Length; r++)
        {
            for (int s = 0; s <= r; s++)
            {
                elements[(seen[r] * (seen[r] + 1) / 2) + seen[s]] = new CovarianceElement(r, s);
            }
        }

        return elements;
    }

    /// <summary>tr(M·V).</summary>
    internal double TraceWith(double[] matrix, int size) => Row == Column
        ? matrix[(Row * size) + Row]
        : matrix[(Row * size) + Column] + matrix[(Column * size) + Row];

    /// <summary>L·V·R.</summary>
    internal void Chain(double[] left, double[] right, int size, double[] into)
    {
        for (int r = 0; r < size; r++)
        {
            for (int s = 0; s < size; s++)
            {
                double value = left[(r * size) + Row] * right[(Column * size) + s];
                into[(r * size) + s] = Row == Column ? value : value + (left[(r * size) + Column] * right[(Row * size) + s]);
            }
        }
    }
}
