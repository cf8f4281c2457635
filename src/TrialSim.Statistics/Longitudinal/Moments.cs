namespace TrialSim.Statistics.Longitudinal;

/// <summary>Number, mean and sum of squared deviations, in two passes so that a large mean costs no digits.</summary>
internal readonly record struct Moments(int Count, double Mean, double SumOfSquares)
{
    internal double Variance => SumOfSquares / (Count - 1);

    internal static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        double mean = 0.0;
        foreach (double value in values)
        {
            mean += Require.Finite(value) / values.Length;
        }

        double correction = 0.0;
        double squares = 0.0;
        foreach (double value in values)
        {
            double deviation = value - mean;
            correction += deviation;
            squares += deviation * deviation;
        }

        correction /= values.Length;
        return new Moments(values.Length, mean + correction, Math.Max(0.0, squares - (values.Length * correction * correction)));
    }
}
