using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// Difference in restricted mean survival time, experimental minus control, in days. Z is positive when the experimental arm does
/// better. R's <c>survRM2::rmst2</c>, first row.
/// </summary>
/// <param name="Difference">Days gained up to the horizon.</param>
/// <param name="StandardError">Root of the sum of the two variances.</param>
/// <param name="Reason">Why there is no difference; the numbers are then 0. Two arms without variance have none either.</param>
public readonly record struct RestrictedMeanDifference(double Difference, double StandardError, NotEstimable Reason)
{
    /// <summary>Whether there is a difference with an error.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Difference over its standard error.</summary>
    public double Z => IsEstimable ? Difference / StandardError : 0.0;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    /// <summary>The difference between two arms up to the same horizon.</summary>
    /// <param name="control">Of the control arm.</param>
    /// <param name="experimental">Of the experimental arm.</param>
    public static RestrictedMeanDifference Between(in RestrictedMean control, in RestrictedMean experimental)
    {
        double standardError = Math.Sqrt(
            (control.StandardError * control.StandardError) + (experimental.StandardError * experimental.StandardError));
        NotEstimable reason = !control.IsEstimable ? control.Reason
            : !experimental.IsEstimable ? experimental.Reason
            : standardError == 0.0 ? NotEstimable.NoVariance
            : NotEstimable.None;
        return reason == NotEstimable.None
            ? new RestrictedMeanDifference(experimental.Mean - control.Mean, standardError, reason)
            : new RestrictedMeanDifference(0.0, 0.0, reason);
    }

    /// <summary>Normal interval of the difference; without an estimate from −∞ to +∞.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval DifferenceInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return IsEstimable
            ? new Interval(Difference - reach, Difference + reach)
            : new Interval(double.NegativeInfinity, double.PositiveInfinity);
    }
}
