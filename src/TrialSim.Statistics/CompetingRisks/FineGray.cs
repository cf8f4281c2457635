using TrialSim.Statistics.Parametric;

namespace TrialSim.Statistics.CompetingRisks;

/// <summary>
/// Proportional subdistribution hazards (Fine and Gray, JASA 1999; 94:496–509): a patient with a competing event stays in the risk set
/// with weight G(t−)/G(own day−), where G is the Kaplan–Meier estimate of remaining uncensored, one for all patients.
/// </summary>
public static class FineGray
{
    private const int MaxSteps = 100;
    private const double LastStep = 1e-10;

    // Beyond it one patient's hazard is e³⁰ of another's: the likelihood is rising for ever.
    private const double LargestSpread = 30.0;

    /// <summary>Fits the regression. n log n in the patients.</summary>
    /// <param name="sample">In any order; groups and strata are not looked at.</param>
    /// <param name="cause">The cause of interest, 1 or above.</param>
    /// <param name="covariates">Patient by patient, <paramref name="covariateCount"/> finite numbers each.</param>
    /// <param name="covariateCount">1 or above.</param>
    /// <param name="form">Ties and variance.</param>
    /// <exception cref="ArgumentException">The covariates do not fit the sample, or are not finite.</exception>
    public static FineGrayResult Fit(
        in CompetingSample sample, byte cause, ReadOnlySpan<double> covariates, int covariateCount, FineGrayForm form)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cause);
        ArgumentOutOfRangeException.ThrowIfLessThan(covariateCount, 1);
        if (covariates.Length != sample.Length * covariateCount)
        {
            throw new ArgumentException(
                $"{covariates.Length} numbers for {sample.Length} patients of {covariateCount} covariates. Give one of each for each patient.",
                nameof(covariates));
        }

        foreach (double covariate in covariates)
        {
            if (!double.IsFinite(covariate))
            {
                throw new ArgumentException($"A covariate is {covariate}. Leave out patients without it.", nameof(covariates));
            }
        }

        if (sample.Length == 0)
        {
            return FineGrayResult.Without(NotEstimable.NoPatients);
        }

        if (!sample.Cause.Contains(cause))
        {
            return FineGrayResult.Without(NotEstimable.NoEvents);
        }

        return Maximise(new SubdistributionOrder(sample, cause, covariates, covariateCount, form), form);
    }

    private static FineGrayResult Maximise(SubdistributionOrder patients, FineGrayForm form)
    {
        SubdistributionLikelihood likelihood = new(patients);
        int count = patients.Covariates;
        double[] estimate = new double[count];
        double[] score = new double[count];
        double[,] information = new double[count, count];
        double logLikelihood = likelihood.Evaluate(estimate, score, information);
        double logLikelihoodNull = logLikelihood;
        for (int step = 0; step < MaxSteps; step++)
        {
            if (!PositiveDefinite.TrySolve(information, score, out double[] direction))
            {
                return FineGrayResult.Without(step == 0 ? NotEstimable.Collinear : NotEstimable.Diverges);
            }

            double decrement = PositiveDefinite.Dot(score, direction);
            double[] next = new double[count];
            double reached = double.NegativeInfinity;
            double tolerance = 1e-12 * (1.0 + Math.Abs(logLikelihood));
            for (double length = 1.0; length > 1e-6 && !(reached >= logLikelihood - tolerance); length *= 0.5)
            {
                for (int k = 0; k < count; k++)
                {
                    next[k] = estimate[k] + (length * direction[k]);
                }

                reached = likelihood.Evaluate(next, score, information);
            }

            estimate = next;
            logLikelihood = reached;
            if (patients.Spread(estimate) > LargestSpread)
            {
                return FineGrayResult.Without(NotEstimable.Diverges);
            }

            // The decrement is the squared step in units of the standard error.
            if (decrement <= LastStep * LastStep)
            {
                break;
            }
        }

        if (!PositiveDefinite.TryInvert(information, out double[,] inverse))
        {
            return FineGrayResult.Without(NotEstimable.Diverges);
        }

        double[,] covariance = form == FineGrayForm.Sandwich ? new SubdistributionSandwich(patients).Covariance(estimate, inverse) : inverse;
        return new FineGrayResult(estimate, covariance, logLikelihoodNull, logLikelihood, NotEstimable.None);
    }
}
