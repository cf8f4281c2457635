using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>
/// Comparison of the probabilities of being without the event at a given day on the scale of ln(−ln S), where they are closer to
/// normal (Klein, Logan, Harhoff and Andersen 2007). Z is positive when the experimental arm does better.
/// </summary>
/// <param name="LogRatio">ln of the ratio of the cumulative hazards, experimental over control; negative when the experimental arm does better.</param>
/// <param name="StandardError">By the delta method from Greenwood's errors: the root of the sum of both Var(ln S) / (ln S)².</param>
/// <param name="Reason">
/// Why there is no comparison; the numbers are then 0. A survival of 0 or 1 in either arm has no place on the scale:
/// <see cref="NotEstimable.NoVariance"/>.
/// </param>
public readonly record struct MilestoneLogLog(double LogRatio, double StandardError, NotEstimable Reason)
{
    /// <summary>Whether there is a comparison.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Ratio of the cumulative hazards up to the day; the hazard ratio if hazards are proportional. 0 without an estimate.</summary>
    public double Ratio => IsEstimable ? Math.Exp(LogRatio) : 0.0;

    /// <summary>Minus the log ratio over its standard error.</summary>
    public double Z => IsEstimable ? -LogRatio / StandardError : 0.0;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    /// <summary>The comparison of two arms at the same day.</summary>
    /// <param name="control">Of the control arm.</param>
    /// <param name="experimental">Of the experimental arm.</param>
    public static MilestoneLogLog Between(MilestoneSurvival control, MilestoneSurvival experimental)
    {
        NotEstimable reason = !control.IsEstimable ? control.Reason
            : !experimental.IsEstimable ? experimental.Reason
            : control.Survival is <= 0.0 or >= 1.0 || experimental.Survival is <= 0.0 or >= 1.0 ? NotEstimable.NoVariance
            : NotEstimable.None;
        if (reason != NotEstimable.None)
        {
            return new MilestoneLogLog(0.0, 0.0, reason);
        }

        double controlLog = Math.Log(control.Survival);
        double experimentalLog = Math.Log(experimental.Survival);
        double controlError = control.StandardError / (control.Survival * controlLog);
        double experimentalError = experimental.StandardError / (experimental.Survival * experimentalLog);
        return new MilestoneLogLog(
            Math.Log(experimentalLog / controlLog),
            Math.Sqrt((controlError * controlError) + (experimentalError * experimentalError)),
            NotEstimable.None);
    }

    /// <summary>Interval of the ratio of cumulative hazards; from 0 to +∞ without an estimate.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval RatioInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return IsEstimable
            ? new Interval(Math.Exp(LogRatio - reach), Math.Exp(LogRatio + reach))
            : new Interval(0.0, double.PositiveInfinity);
    }
}
