using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// An estimate with a standard error and a t distribution. T is positive when the experimental arm has the higher values, which
/// count as better; give values with their sign changed where lower is better.
/// </summary>
/// <param name="Estimate">A difference, experimental minus control, or another linear combination.</param>
/// <param name="StandardError">Of the estimate.</param>
/// <param name="DegreesOfFreedom">Of the t distribution; need not be whole.</param>
/// <param name="Reason">Why there is no estimate; the numbers are then 0, the two-sided p-value 1 and the one-sided ½.</param>
public readonly record struct MeanContrast(double Estimate, double StandardError, double DegreesOfFreedom, NotEstimable Reason)
{
    /// <summary>Whether there is an estimate.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Estimate over its standard error.</summary>
    public double T => IsEstimable ? Estimate / StandardError : 0.0;

    /// <summary>Probability under the null hypothesis of a T at least as far from 0.</summary>
    public double TwoSidedPValue => IsEstimable ? StudentT.TwoSidedTail(T, DegreesOfFreedom) : 1.0;

    /// <summary>Probability under the null hypothesis of a T at least as large.</summary>
    public double OneSidedPValue => IsEstimable ? StudentT.UpperTail(T, DegreesOfFreedom) : 0.5;

    /// <summary>The interval of the estimate; all numbers without one.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public Interval EstimateInterval(double confidence)
    {
        Require.InsideUnitInterval(confidence);
        if (!IsEstimable)
        {
            return new Interval(double.NegativeInfinity, double.PositiveInfinity);
        }

        double reach = StudentT.TwoSidedCriticalValue(confidence, DegreesOfFreedom) * StandardError;
        return new Interval(Estimate - reach, Estimate + reach);
    }

    internal static MeanContrast Without(NotEstimable reason) => new(0.0, 0.0, 0.0, reason);
}
