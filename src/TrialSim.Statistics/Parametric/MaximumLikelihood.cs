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
    public static ParametricFit Fit(ParametricModel model, in IntervalSample sample) => Fit(model, ParametricSample.Of(sample));

    /// <summary>Fits a model to patients made ready once for several models.</summary>
    /// <param name="model">Family of curves.</param>
    /// <param name="sample">The patients.</param>
    public static ParametricFit Fit(ParametricModel model, ParametricSample sample)
    {
        NotEstimable reason = sample.Patients == 0 ? NotEstimable.NoPatients
            : sample.Events == 0.0 ? NotEstimable.NoEvents
            : sample.HasEventAtStart && !model.AllowsEventAtStart ? NotEstimable.EventAtStart
            : !(sample.Exposure > 0.0) ? NotEstimable.Diverges
            : NotEstimable.None;
        if (reason != NotEstimable.None)
        {
            return ParametricFit.Without(reason, sample.Patients);
        }

        double perDay = sample.Events / sample.Exposure;
        IntervalCounts counts = model.IsSmooth ? sample.Compact : sample.Exact;
        return model switch
        {
            PiecewiseExponentialModel pieces => PiecewiseFit.Of(pieces, perDay, counts),
            CureMixtureModel mixture => FitMixture(mixture, perDay, counts),
            GeneralisedGammaModel gamma => GeneralisedGammaFit.Of(gamma, perDay, counts),
            _ => FitModel(model, perDay, counts),
        };
    }

    private static ParametricFit FitModel(ParametricModel model, double perDay, IntervalCounts counts) =>
        Describe(model, LikelihoodMaximum.Find(model, perDay, counts), counts);

    /// <summary>The fit at a maximum; <see cref="NotEstimable.Diverges"/> where it is none.</summary>
    internal static ParametricFit Describe(ParametricModel model, Maximum maximum, IntervalCounts counts)
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
            : model.Uncured is GeneralisedGammaModel gamma ? GeneralisedGammaFit.Of(gamma, perDay, counts)
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
