using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// Ratio of two restricted means, experimental over control, of the days lived or of the days lost; taken to be normal on the log
/// scale, its error by the delta method. Z is positive when the experimental arm does better. R's <c>survRM2::rmst2</c>, second and
/// third row.
/// </summary>
/// <param name="LogRatio">ln of the ratio.</param>
/// <param name="StandardError">Of <paramref name="LogRatio"/>.</param>
/// <param name="Z">For days lived the log ratio over its error, for days lost minus that.</param>
/// <param name="Reason">Why there is no ratio; the numbers are then 0. Two arms without variance have none, nor does a mean of 0.</param>
public readonly record struct RestrictedMeanRatio(double LogRatio, double StandardError, double Z, NotEstimable Reason)
{
    /// <summary>Whether there is a ratio with an error.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Experimental over control; 0 without an estimate.</summary>
    public double Ratio => IsEstimable ? Math.Exp(LogRatio) : 0.0;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    /// <summary>The ratio of the days lived up to the same horizon.</summary>
    /// <param name="control">Of the control arm.</param>
    /// <param name="experimental">Of the experimental arm.</param>
    public static RestrictedMeanRatio Of(in RestrictedMean control, in RestrictedMean experimental) =>
        Between(control, experimental, control.Mean, experimental.Mean, 1.0);

    /// <summary>The ratio of the days lost up to the same horizon; below 1 the experimental arm does better.</summary>
    /// <param name="control">Of the control arm.</param>
    /// <param name="experimental">Of the experimental arm.</param>
    public static RestrictedMeanRatio OfLost(in RestrictedMean control, in RestrictedMean experimental) =>
        Between(control, experimental, control.Lost, experimental.Lost, -1.0);

    /// <summary>Interval of the ratio; from 0 to +∞ without an estimate.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval RatioInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return IsEstimable
            ? new Interval(Math.Exp(LogRatio - reach), Math.Exp(LogRatio + reach))
            : new Interval(0.0, double.PositiveInfinity);
    }

    private static RestrictedMeanRatio Between(
        in RestrictedMean control, in RestrictedMean experimental, double controlDays, double experimentalDays, double sign)
    {
        double controlError = control.StandardError / controlDays;
        double experimentalError = experimental.StandardError / experimentalDays;
        double standardError = Math.Sqrt((controlError * controlError) + (experimentalError * experimentalError));
        NotEstimable reason = !control.IsEstimable ? control.Reason
            : !experimental.IsEstimable ? experimental.Reason
            : !(controlDays > 0.0 && experimentalDays > 0.0 && standardError > 0.0) ? NotEstimable.NoVariance
            : NotEstimable.None;
        if (reason != NotEstimable.None)
        {
            return new RestrictedMeanRatio(0.0, 0.0, 0.0, reason);
        }

        double logRatio = Math.Log(experimentalDays / controlDays);
        return new RestrictedMeanRatio(logRatio, standardError, sign * logRatio / standardError, reason);
    }
}
