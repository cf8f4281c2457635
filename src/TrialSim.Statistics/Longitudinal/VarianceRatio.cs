using TrialSim.Statistics.Probability;

namespace TrialSim.Statistics.Longitudinal;

/// <summary>An F test.</summary>
/// <param name="F">Ratio of two mean squares.</param>
/// <param name="NumeratorDegreesOfFreedom">Of the effect.</param>
/// <param name="DenominatorDegreesOfFreedom">Of the error.</param>
/// <param name="Reason">Why there is no test; the numbers are then 0 and the p-value 1.</param>
public readonly record struct VarianceRatio(
    double F, double NumeratorDegreesOfFreedom, double DenominatorDegreesOfFreedom, NotEstimable Reason)
{
    /// <summary>Whether there is a test.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Probability under the null hypothesis of an F at least as large.</summary>
    public double PValue => CorrectedPValue(1.0);

    /// <summary>The p-value with both degrees of freedom times an estimate of sphericity.</summary>
    /// <param name="sphericity">Greenhouse and Geisser's or Huynh and Feldt's ε; above 1 it counts as 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sphericity"/> is not above 0.</exception>
    public double CorrectedPValue(double sphericity)
    {
        double factor = Math.Min(1.0, Require.PositiveFinite(sphericity));
        return IsEstimable
            ? FisherF.UpperTail(F, factor * NumeratorDegreesOfFreedom, factor * DenominatorDegreesOfFreedom)
            : 1.0;
    }

    internal static VarianceRatio Without(NotEstimable reason) => new(0.0, 0.0, 0.0, reason);
}
