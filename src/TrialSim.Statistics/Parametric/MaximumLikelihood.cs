using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;

namespace TrialSim.Statistics.Parametric;

/// <summary>
/// Parametric survival models by maximum likelihood from exact, right-censored, left-censored and interval-censored times. R's
/// <c>survreg</c> and flexsurv's <c>flexsurvreg</c> without covariates.
/// </summary>
public static class MaximumLikelihood
{
    /// <summary>Fits a model to exact and right-censored times.</summary>
    /// <param name="model">Family of curves.</param>
    /// <param name="days">Days of follow-up, 0 or above, finite.</param>
    /// <param name="hasEvent">Whether the follow-up ended with the event.</param>
    /// <exception cref="ArgumentException">Columns differ in length, or a day is negative or not finite.</exception>
    public static ParametricFit Fit(ParametricModel model, ReadOnlySpan<double> days, ReadOnlySpan<bool> hasEvent) =>
        Fit(model, IntervalSample.OfRightCensored(days, hasEvent));

    /// <summary>Fits a model to times that are known to lie in intervals.</summary>
    /// <param name="model">Family of curves.</param>
    /// <param name="sample">Intervals, exact times among them, in any order.</param>
    public static ParametricFit Fit(ParametricModel model, in IntervalSample sample)
    {
        IntervalCounts counts = IntervalCounts.Of(sample);
        if (counts.Length == 0)
        {
            return ParametricFit.Without(NotEstimable.NoPatients, 0);
        }

        double events = 0.0;
        double exposure = 0.0;
        for (int i = 0; i < counts.Length; i++)
        {
            bool hasEvent = counts.HasEvent(i);
            events += hasEvent ? counts.Count[i] : 0.0;
            exposure += counts.Count[i] * (hasEvent ? 0.5 * (counts.Lower[i] + counts.Upper[i]) : counts.Lower[i]);
            if (counts.Upper[i] == 0.0 && !model.AllowsEventAtStart)
            {
                return ParametricFit.Without(NotEstimable.EventAtStart, sample.Length);
            }
        }

        return events == 0.0 ? ParametricFit.Without(NotEstimable.NoEvents, sample.Length)
            : exposure == 0.0 ? ParametricFit.Without(NotEstimable.Diverges, sample.Length)
            : model is PiecewiseExponentialModel pieces ? PiecewiseFit.Of(pieces, events / exposure, counts)
            : model is CureMixtureModel mixture ? FitMixture(mixture, events / exposure, counts)
            : FitModel(model, events / exposure, counts);
    }

    private static ParametricFit FitModel(ParametricModel model, double perDay, IntervalCounts counts) =>
        Describe(model, LikelihoodMaximum.Find(model, perDay, counts), counts);

    private static ParametricFit Describe(ParametricModel model, Maximum maximum, IntervalCounts counts)
    {
        int patients = (int)counts.Patients;
        if (!maximum.HasConverged || !PositiveDefinite.TryInvert(maximum.Information, out double[,] covariance))
        {
            return ParametricFit.Without(NotEstimable.Diverges, patients);
        }

        FittedParameter[] parameters = new FittedParameter[maximum.Transformed.Length];
        for (int k = 0; k < parameters.Length; k++)
        {
            parameters[k] = new FittedParameter(
                model.ParameterNames[k], model.ParameterScales[k], maximum.Transformed[k], Math.Sqrt(covariance[k, k]));
        }

        return new ParametricFit(
            model.HazardOf(maximum.Transformed), parameters, covariance, maximum.LogLikelihood, patients, NotEstimable.None);
    }

    /// <summary>Without a cured share the mixture is its base: then that fit is given, as lying on the boundary.</summary>
    private static ParametricFit FitMixture(CureMixtureModel model, double perDay, IntervalCounts counts)
    {
        ParametricFit uncured = model.Uncured is PiecewiseExponentialModel pieces
            ? PiecewiseFit.Of(pieces, perDay, counts)
            : FitModel(model.Uncured, perDay, counts);
        Maximum maximum = LikelihoodMaximum.Find(model, perDay, counts);
        bool isInside = maximum.HasConverged
            && maximum.Transformed[0] > CureMixtureModel.SmallestLogit
            && (!uncured.IsEstimable || maximum.LogLikelihood > uncured.LogLikelihood);
        return isInside ? Describe(model, maximum, counts)
            : !uncured.IsEstimable ? ParametricFit.Without(NotEstimable.Diverges, (int)counts.Patients)
            : uncured with { Hazard = new CureMixtureHazard(0.0, uncured.Hazard), Reason = NotEstimable.OnBoundary };
    }
}
