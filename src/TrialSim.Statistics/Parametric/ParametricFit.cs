using TrialSim.Statistics.Hazards;

namespace TrialSim.Statistics.Parametric;

/// <summary>A parametric model fitted by maximum likelihood, with time in days.</summary>
/// <param name="Hazard">The fitted curve; <see cref="NoHazard"/> without a fit.</param>
/// <param name="Parameters">Estimates with errors from the observed information.</param>
/// <param name="Covariance">Of the parameters on their transformed scales.</param>
/// <param name="LogLikelihood">
/// Sum of log densities (exact times), log survival (right censoring) and log probabilities (intervals). Another unit of time shifts it by
/// the number of exact times times the log of the unit.
/// </param>
/// <param name="Patients">Patients of the sample.</param>
/// <param name="Reason">
/// Why there is no fit. With <see cref="NotEstimable.OnBoundary"/> hazard and likelihood hold, but there are no errors; with
/// <see cref="NotEstimable.NoMaximum"/> the likelihood rises to a limit outside the family; with <see cref="NotEstimable.Diverges"/> it has no
/// maximum that was found.
/// </param>
public sealed record ParametricFit(
    Hazard Hazard, FittedParameter[] Parameters, double[,] Covariance, double LogLikelihood, int Patients, NotEstimable Reason)
{
    /// <summary>Whether the likelihood has a maximum inside the model.</summary>
    public bool IsEstimable => Reason == NotEstimable.None;

    /// <summary>Akaike's criterion, −2 ln L + 2k. Smaller is better.</summary>
    public double Aic => (-2.0 * LogLikelihood) + (2.0 * Parameters.Length);

    /// <summary>Schwarz's criterion, −2 ln L + k ln n with n the patients, as R's <c>BIC</c>. Smaller is better.</summary>
    public double Bic => (-2.0 * LogLikelihood) + (Parameters.Length * Math.Log(Math.Max(Patients, 1)));

    internal static ParametricFit Without(NotEstimable reason, int patients) =>
        new(new NoHazard(), [], new double[0, 0], 0.0, patients, reason);
}
