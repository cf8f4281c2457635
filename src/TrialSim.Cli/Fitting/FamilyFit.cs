using TrialSim.Cli.Analysis;
using TrialSim.Statistics;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Fitting;

/// <summary>A family fitted to the patients of an arm.</summary>
/// <param name="Arm">The arm; empty for all patients.</param>
/// <param name="Family">Name of the family.</param>
/// <param name="Fit">The fit, with the unit for its days.</param>
internal sealed record FamilyFit(string Arm, string Family, ParametricFit Fit)
{
    /// <summary>Whether there is a curve inside the family.</summary>
    public bool IsEstimable => Fit.IsEstimable;

    /// <summary>Why there is none.</summary>
    public string Reason => Fit.Reason == NotEstimable.Diverges ? "the likelihood has no maximum that was found" : AnalysisText.Reason(Fit.Reason);

    /// <summary>Every family fitted to the patients of an arm, the smallest AIC first and those without a fit last.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="times">In the unit.</param>
    /// <param name="hasEvent">Whether the event ended each.</param>
    /// <param name="cuts">Cuts of the piecewise exponential; empty for none.</param>
    public static FamilyFit[] AllOf(string arm, double[] times, bool[] hasEvent, IReadOnlyList<double> cuts) =>
    [
        .. Models(cuts)
            .Select(model => new FamilyFit(arm, model.Name, MaximumLikelihood.Fit(model.Model, times, hasEvent)))
            .OrderBy(fit => fit.IsEstimable ? fit.Fit.Aic : double.PositiveInfinity),
    ];

    private static IEnumerable<(string Name, ParametricModel Model)> Models(IReadOnlyList<double> cuts)
    {
        yield return ("exponential", new ExponentialModel());
        yield return ("weibull", new WeibullModel());
        yield return ("gompertz", new GompertzModel());
        yield return ("log_normal", new LogNormalModel());
        yield return ("log_logistic", new LogLogisticModel());
        yield return ("generalised_gamma", new GeneralisedGammaModel());
        yield return ("cure_exponential", new CureMixtureModel(new ExponentialModel()));
        yield return ("cure_weibull", new CureMixtureModel(new WeibullModel()));
        if (cuts.Count > 0)
        {
            yield return ("piecewise_exponential", new PiecewiseExponentialModel([.. cuts]));
        }
    }
}
