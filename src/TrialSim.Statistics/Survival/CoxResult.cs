using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Survival;

/// <summary>A Cox regression on the arm. The hazard ratio is experimental over control; Z is positive when the experimental arm does better.</summary>
/// <param name="LogHazardRatio">Maximum partial likelihood estimate; negative when the experimental arm does better.</param>
/// <param name="StandardError">From the observed information at the estimate.</param>
/// <param name="LogLikelihoodNull">Log partial likelihood at a hazard ratio of 1.</param>
/// <param name="LogLikelihood">Log partial likelihood at the estimate.</param>
/// <param name="ScoreChiSquare">Score test at a hazard ratio of 1, one degree of freedom; without ties the log-rank's chi-square.</param>
/// <param name="Reason">
/// Why there is no estimate. Where it is <see cref="NotEstimable.Diverges"/>, <paramref name="LogLikelihoodNull"/> and
/// <paramref name="ScoreChiSquare"/> hold and the rest is 0; for any other reason all numbers are 0.
/// </param>
public readonly record struct CoxResult(
    double LogHazardRatio,
    double StandardError,
    double LogLikelihoodNull,
    double LogLikelihood,
    double ScoreChiSquare,
    NotEstimable Reason)
{
    /// <summary>Whether there is an estimate.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Experimental over control; below 1 the experimental arm does better. 0 without an estimate.</summary>
    public double HazardRatio => IsEstimable ? Math.Exp(LogHazardRatio) : 0.0;

    /// <summary>Wald's Z: minus the log hazard ratio over its standard error, the opposite of the sign that R prints.</summary>
    public double Z => IsEstimable ? -LogHazardRatio / StandardError : 0.0;

    /// <summary>Wald's chi-square, one degree of freedom.</summary>
    public double WaldChiSquare => Z * Z;

    /// <summary>Twice the gain in log likelihood, chi-square with one degree of freedom.</summary>
    public double LikelihoodRatioChiSquare => IsEstimable ? 2.0 * (LogLikelihood - LogLikelihoodNull) : 0.0;

    /// <summary>Of Wald's test.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Of Wald's test: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    /// <summary>Wald's interval of the hazard ratio; from 0 to +∞ without an estimate.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval HazardRatioInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * StandardError;
        return IsEstimable
            ? new Interval(Math.Exp(LogHazardRatio - reach), Math.Exp(LogHazardRatio + reach))
            : new Interval(0.0, double.PositiveInfinity);
    }

    internal static CoxResult Without(NotEstimable reason) => new(0.0, 0.0, 0.0, 0.0, 0.0, reason);
}
