using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Proportions;

/// <summary>
/// A Cochran–Mantel–Haenszel test of two arms over strata, with the common odds ratio. Z and the log odds ratio are positive when
/// the experimental arm has the higher proportion.
/// </summary>
/// <param name="Z">Signed root of the chi-square that R's <c>mantelhaen.test</c> prints.</param>
/// <param name="OddsRatio">Mantel and Haenszel's common odds ratio, experimental over control; 0 or +∞ where one arm has nobody to compare.</param>
/// <param name="LogOddsRatioStandardError">Of Robins, Breslow and Greenland (1986); 0 when the odds ratio is 0 or +∞.</param>
/// <param name="RiskDifference">Mantel and Haenszel's common difference, experimental minus control.</param>
/// <param name="RiskDifferenceStandardError">Of Sato (1989), good for few large strata and for many small ones.</param>
/// <param name="Reason">Why there is no test; the numbers are then 0.</param>
public readonly record struct MantelHaenszelResult(
    double Z,
    double OddsRatio,
    double LogOddsRatioStandardError,
    double RiskDifference,
    double RiskDifferenceStandardError,
    NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Z squared; chi-square with one degree of freedom under the null hypothesis.</summary>
    public double ChiSquare => Z * Z;

    /// <summary>Probability under the null hypothesis of a Z at least as far from 0.</summary>
    public double TwoSidedPValue => Normal.TwoSidedTail(Z);

    /// <summary>Probability under the null hypothesis of a Z at least as large: small when the experimental arm does better.</summary>
    public double OneSidedPValue => Normal.UpperTail(Z);

    /// <summary>Interval of the common odds ratio, normal on the log scale; from 0 to +∞ where it has no error.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval OddsRatioInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * LogOddsRatioStandardError;
        return reach > 0.0
            ? new Interval(OddsRatio * Math.Exp(-reach), OddsRatio * Math.Exp(reach))
            : new Interval(0.0, double.PositiveInfinity);
    }

    /// <summary>Normal interval of the common difference, cut at −1 and 1; all of it without a test.</summary>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval RiskDifferenceInterval(double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * RiskDifferenceStandardError;
        return IsEstimable
            ? new Interval(Math.Max(-1.0, RiskDifference - reach), Math.Min(1.0, RiskDifference + reach))
            : new Interval(-1.0, 1.0);
    }

    internal static MantelHaenszelResult Without(NotEstimable reason) => new(0.0, 0.0, 0.0, 0.0, 0.0, reason);
}
