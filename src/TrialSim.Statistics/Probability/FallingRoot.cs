namespace TrialSim.Statistics.Probability;

/// <summary>The root of a falling function by the Illinois form of regula falsi (Dowell and Jarratt 1971), for functions given as values, so that nothing is allocated.</summary>
internal static class FallingRoot
{
    private const int MaxSteps = 500;
    private const double Precision = 1e-15;

    /// <summary>Where the function is 0.</summary>
    /// <param name="function">Falls; 0 or above at <paramref name="low"/>, 0 or below at <paramref name="high"/>.</param>
    /// <param name="low">Left end, 0 or above.</param>
    /// <param name="high">Right end.</param>
    public static double Find<TFunction>(TFunction function, double low, double high)
        where TFunction : struct, IIntegrand
    {
        double atLow = function.At(low);
        double atHigh = function.At(high);
        double root = low;
        int side = 0;
        for (int step = 0; step < MaxSteps && atLow > 0.0 && atHigh < 0.0; step++)
        {
            double before = root;
            root = ((low * atHigh) - (high * atLow)) / (atHigh - atLow);
            double value = function.At(root);
            if (value == 0.0 || Math.Abs(root - before) <= Precision * high || high - low <= Precision * high)
            {
                return root;
            }

            // An end that stays for a second step counts half, or it would stay for ever.
            if (value > 0.0)
            {
                (low, atLow) = (root, value);
                atHigh *= side > 0 ? 0.5 : 1.0;
                side = 1;
            }
            else
            {
                (high, atHigh) = (root, value);
                atLow *= side < 0 ? 0.5 : 1.0;
                side = -1;
            }
        }

        return atLow <= 0.0 ? low : atHigh >= 0.0 ? high : root;
    }
}
