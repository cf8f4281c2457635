namespace TrialSim.Statistics.Probability;

/// <summary>
/// Standard normal variables with a correlation matrix, singular or not: the probability of a box, without random numbers. Three and four
/// variables are conditioned on one, which leaves a line integral of bivariate probabilities for three, and for four where one of them is a
/// sum of others. From five on, by Plackett's identity (1954), the derivative of the probability with respect to one correlation is the
/// density of two variables at the corners of their sides times the probability that the others, given these two, keep to theirs; integrated
/// along the line from independence to the given correlations, n dimensions come down to n − 2 (Genz 2004 for three dimensions). Meant for
/// up to six variables; time grows by a factor of about a thousand for every second one. Allocates nothing, unless a variable has no limits
/// or is the same as another.
/// </summary>
public static class MultivariateNormal
{
    private const double RelativeTolerance = 1e-9;

    // From five variables on a digit costs seconds.
    private const int ManyVariables = 5;
    private const double RelativeToleranceOfMany = 1e-7;

    /// <summary>The probability that every variable lies within its limits. Absolute error below 1e-9, from five variables on below 1e-7.</summary>
    /// <param name="lower">Lower limits, −∞ included.</param>
    /// <param name="upper">Upper limits, +∞ included.</param>
    /// <param name="correlation">Correlation matrix row by row, positive semi-definite with a unit diagonal.</param>
    /// <exception cref="ArgumentException">Sizes do not match, or the matrix is not one of correlations.</exception>
    public static double Inside(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> correlation) =>
        Math.Clamp(1.0 - Outside(lower, upper, correlation), 0.0, 1.0);

    /// <summary>
    /// The probability that at least one variable lies beyond its limits: the p-value of a maximum. Relative error below 1e-8 down to
    /// probabilities of 1e-12, from five variables on below 1e-6.
    /// </summary>
    /// <param name="lower">Lower limits, −∞ included.</param>
    /// <param name="upper">Upper limits, +∞ included.</param>
    /// <param name="correlation">Correlation matrix row by row, positive semi-definite with a unit diagonal.</param>
    /// <exception cref="ArgumentException">Sizes do not match, or the matrix is not one of correlations.</exception>
    public static double Outside(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<double> correlation)
    {
        RequireCorrelations(lower.Length, upper.Length, correlation);
        double total = 0.0;
        for (int i = 0; i < lower.Length; i++)
        {
            total += lower[i] <= upper[i] ? Normal.Cdf(lower[i]) + Normal.UpperTail(upper[i]) : 1.0;
        }

        // The largest of the single probabilities is a lower bound, so this is relative to the answer within a factor of the dimension.
        double relative = lower.Length < ManyVariables ? RelativeTolerance : RelativeToleranceOfMany;
        double tolerance = relative * Math.Min(1.0, total / Math.Max(1, lower.Length));
        return new NormalBox(lower, upper, correlation).Outside(tolerance);
    }

    private static void RequireCorrelations(int lower, int upper, ReadOnlySpan<double> correlation)
    {
        if (upper != lower || correlation.Length != lower * lower)
        {
            throw new ArgumentException(
                $"There are {lower} lower limits, {upper} upper limits and {correlation.Length} correlations. Give n, n and n * n.");
        }

        for (int i = 0; i < lower; i++)
        {
            for (int j = 0; j < lower; j++)
            {
                double value = correlation[(i * lower) + j];
                bool isCorrelation = i == j ? value == 1.0 : Math.Abs(value) <= 1.0 && value == correlation[(j * lower) + i];
                if (!isCorrelation)
                {
                    throw new ArgumentException(
                        $"Element ({i}, {j}) is {value}. Give a symmetric matrix of correlations with ones on its diagonal.", nameof(correlation));
                }
            }
        }
    }
}
