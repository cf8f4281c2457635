using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// Difference in the probability of being without the event at a given day, experimental minus control, taken to be normal on the
/// plain scale. Z is positive when the experimental arm does better.
/// </summary>
/// <param name="Difference">From −1 to 1.</param>
/// <param name="StandardError">Root of the sum of the two Greenwood variances.</param>
/// <param name="Reason">Why there is no difference; the numbers are then 0. Two arms without variance have none either.</param>
public readonly record struct MilestoneDifference(double Difference, double StandardError, NotEstimable Reason)
{
    /// <summary>Whether there is a difference with an error.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Difference over its standard error.</summary>
    public double Z => IsEstimable ? Difference / StandardError : 0.0;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    /// <summary>The difference between two arms at the same day.</summary>
    /// <param name="control">Of the control arm.</param>
    /// <param name="experimental">Of the experimental arm.</param>
    public static MilestoneDifference Between(MilestoneSurvival control, MilestoneSurvival experimental)
    {
        double standardError = Math.Sqrt(
            (control.StandardError * control.StandardError) + (experimental.StandardError * experimental.StandardError));
        NotEstimable reason = !control.IsEstimable ? control.Reason
            : !experimental.IsEstimable ? experimental.Reason
            : standardError == 0.0 ? NotEstimable.NoVariance
            : NotEstimable.None;
        return reason == NotEstimable.None
            ? new MilestoneDifference(experimental.Survival - control.Survival, standardError, reason)
            : new MilestoneDifference(0.0, 0.0, reason);
    }

    /// <summary>Normal interval of the difference, cut at −1 and 1; all of it without an estimate.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval DifferenceInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return IsEstimable
            ? new Interval(Math.Max(-1.0, Difference - reach), Math.Min(1.0, Difference + reach))
            : new Interval(-1.0, 1.0);
    }
}
