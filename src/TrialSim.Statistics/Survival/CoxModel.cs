namespace TrialSim.Statistics.Survival;

/// <summary>
/// Cox's proportional hazards regression (1972) on any number of covariates, with strata and late entry, by partial likelihood. R's
/// <c>coxph(Surv(start, stop, event) ~ … + strata(…), ties = …)</c>. For the arm alone <see cref="CoxRegression"/> is faster.
/// </summary>
public static class CoxModel
{
    // Some ten seconds for each step of the search.
    private const double MaxExactSteps = 1e9;

    /// <summary>
    /// Fits all covariates. Sorting takes n log n, each of some five steps n times the square of the number of covariates; with exact ties
    /// that times the most events on a day, and where this would not end, the reason is <see cref="NotEstimable.TooManyOutcomes"/>.
    /// </summary>
    /// <param name="sample">In any order, with at least one covariate.</param>
    /// <param name="ties">Treatment of events on the same day.</param>
    /// <exception cref="ArgumentException">There are patients, but no covariate.</exception>
    public static CoxModelResult Fit(in CoxSample sample, TieHandling ties)
    {
        if (sample.Length > 0 && sample.CovariateCount == 0)
        {
            throw new ArgumentException("There is no covariate. Give a design matrix of at least one column.", nameof(sample));
        }

        CoxOrder order = new(sample);
        if (order.Length == 0)
        {
            return CoxModelResult.Without(NotEstimable.NoPatients, -1);
        }

        if (!order.HasEvent.Contains(true))
        {
            return CoxModelResult.Without(NotEstimable.NoEvents, -1);
        }

        int constant = Array.IndexOf(order.Scale, 0.0);
        if (constant >= 0)
        {
            return CoxModelResult.Without(NotEstimable.Collinear, constant);
        }

        if (ties == TieHandling.Exact && order.ExactSteps() * (1 + order.CovariateCount) > MaxExactSteps)
        {
            return CoxModelResult.Without(NotEstimable.TooManyOutcomes, -1);
        }

        CoxLikelihood likelihood = new(order, ties);
        CoxMaximum maximum = new(likelihood);
        if (!maximum.TryStart(out double nullValue, out double scoreChiSquare))
        {
            return CoxModelResult.Without(NotEstimable.Collinear, maximum.Column);
        }

        return maximum.TryClimb(-1)
            ? CoxModelResult.Of(likelihood, maximum, nullValue, scoreChiSquare)
            : CoxModelResult.Diverging(likelihood.Value, nullValue, scoreChiSquare, order.CovariateCount, maximum.Column);
    }
}
