using TrialSim.Cli.Analysis;
using TrialSim.Statistics;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Fitting;

/// <summary>A family fitted to the patients of an arm.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="Fit">The fit, with the unit for its days.</param>
internal sealed record FamilyFit(string Family, ParametricFit Fit)
{
    /// <summary>Whether there is a curve inside the family.</summary>
    public bool IsEstimable => Fit.IsEstimable;

    /// <summary>Why there is none.</summary>
    public string Reason => Fit.Reason switch
    {
        NotEstimable.OnBoundary => $"the best fit has nobody cured: it is the {ParametricFamilies.UncuredOf(Family)}",
        NotEstimable.Diverges => "the likelihood has no maximum that was found",
        _ => AnalysisText.Reason(Fit.Reason),
    };

    /// <summary>Every family fitted to the patients of an arm, the smallest AIC first and those without a fit last.</summary>
    /// <param name="sample">With the unit for its days.</param>
    /// <param name="cuts">Cuts of the piecewise exponential; empty for none.</param>
    public static FamilyFit[] AllOf(ParametricSample sample, IReadOnlyList<double> cuts) =>
    [
        .. ParametricFamilies.Of(cuts)
            .Select(model => new FamilyFit(model.Name, MaximumLikelihood.Fit(model.Model, sample)))
            .OrderBy(fit => fit.IsEstimable ? fit.Fit.Aic : double.PositiveInfinity),
    ];
}
