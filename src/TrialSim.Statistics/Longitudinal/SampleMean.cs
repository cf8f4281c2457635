using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Longitudinal;

/// <summary>A mean and what it is known to.</summary>
/// <param name="Count">How many values there are.</param>
/// <param name="Mean">Of the values; 0 for none.</param>
/// <param name="StandardDeviation">With n − 1; 0 for fewer than two values.</param>
public readonly record struct SampleMean(int Count, double Mean, double StandardDeviation)
{
    /// <summary>Of the mean; 0 for fewer than two values, which show nothing of it.</summary>
    public double StandardError => Count < 2 ? 0.0 : StandardDeviation / Math.Sqrt(Count);

    /// <summary>The mean of some values. Allocates nothing.</summary>
    /// <param name="values">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public static SampleMean Of(ReadOnlySpan<double> values)
    {
        Moments moments = Moments.Of(values);
        return new SampleMean(moments.Count, moments.Mean, moments.Count < 2 ? 0.0 : Math.Sqrt(moments.Variance));
    }

    /// <summary>Student's interval, R's <c>t.test(values)$conf.int</c>; all numbers for fewer than two values.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval Limits(double confidence)
    {
        double reach = Count > 1 ? StudentT.TwoSidedCriticalValue(confidence, Count - 1) * StandardError : double.PositiveInfinity;
        return new Interval(Mean - reach, Mean + reach);
    }
}
