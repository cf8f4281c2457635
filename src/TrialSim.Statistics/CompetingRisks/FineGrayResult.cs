using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.CompetingRisks;

/// <summary>A regression on the subdistribution hazard of one cause.</summary>
/// <param name="Coefficients">Log subdistribution hazard ratio per unit of each covariate; above 0 the cause occurs more often.</param>
/// <param name="Covariance">Of the coefficients, in the form asked for.</param>
/// <param name="LogLikelihoodNull">Log pseudo-likelihood at coefficients of 0.</param>
/// <param name="LogLikelihood">Log pseudo-likelihood at the estimate.</param>
/// <param name="Reason">
/// Why there is no estimate: <see cref="NotEstimable.Collinear"/> when a covariate is constant or a combination of others. All numbers
/// are then 0 and the arrays empty.
/// </param>
public sealed record FineGrayResult(
    double[] Coefficients, double[,] Covariance, double LogLikelihoodNull, double LogLikelihood, NotEstimable Reason)
{
    /// <summary>Whether there is an estimate.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Square roots of the diagonal of <see cref="Covariance"/>.</summary>
    public double[] StandardErrors => [.. Enumerable.Range(0, Coefficients.Length).Select(k => Math.Sqrt(Covariance[k, k]))];

    /// <summary>Wald's two-sided p-value of one coefficient.</summary>
    /// <param name="covariate">Number of the covariate, from 0.</param>
    public double TwoSidedPValue(int covariate) =>
        Normal.TwoSidedTail(Coefficients[covariate] / Math.Sqrt(Covariance[covariate, covariate]));

    /// <summary>Wald's interval of one subdistribution hazard ratio.</summary>
    /// <param name="covariate">Number of the covariate, from 0.</param>
    /// <param name="confidence">Strictly between 0 and 1, such as 0.95.</param>
    public Interval RatioInterval(int covariate, double confidence)
    {
        double reach = Normal.TwoSidedCriticalValue(confidence) * Math.Sqrt(Covariance[covariate, covariate]);
        return new Interval(Math.Exp(Coefficients[covariate] - reach), Math.Exp(Coefficients[covariate] + reach));
    }

    internal static FineGrayResult Without(NotEstimable reason) => new([], new double[0, 0], 0.0, 0.0, reason);
}
