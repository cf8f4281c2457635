using TrialSim.Charts;
using TrialSim.Cli.Analysis;
using TrialSim.Results.Data;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Fitting;

/// <summary>All families fitted to the patients of an arm, compared in a table and on a chart.</summary>
internal static class ArmFit
{
    /// <summary>What was found.</summary>
    /// <param name="arm">The arm; empty for all patients.</param>
    /// <param name="sample">Its patients, with the unit for days.</param>
    /// <param name="kind">What the chart draws of them.</param>
    /// <param name="name">What that is called.</param>
    /// <param name="observed">The curve of it.</param>
    /// <param name="cuts">Cuts of the piecewise exponential; empty for none.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="figures">Receives the estimates.</param>
    public static FittedArm Of(
        string arm, ParametricSample sample, ObservedKind kind, string name, ObservedPoint[] observed, IReadOnlyList<double> cuts, FitUnit unit, List<AnalysisFigure> figures)
    {
        FamilyFit[] fits = FamilyFit.AllOf(sample, cuts);
        foreach (FamilyFit fit in fits)
        {
            figures.AddRange(ParametricFigures.Of("fit", arm, fit.Family, fit.Fit, AnalysisRequest.UsualConfidence));
        }

        FamilyFit[] found = [.. fits.Where(fit => fit.IsEstimable)];
        FamilyCurve[] families = [.. found.Select(fit => new FamilyCurve(fit.Family, fit.Fit.Hazard, fit.Fit.Aic, FormattableString.Invariant($"AIC {fit.Fit.Aic:F2}")))];
        ChartTable table = new(
            ["Family", "Parameters", $"Median ({unit.Name})", "Log likelihood", "AIC", "BIC"],
            [
                .. found.Select(fit => (IReadOnlyList<string>)
                [
                    fit.Family,
                    string.Join("; ", fit.Fit.Parameters.Select(parameter => $"{ParametricFigures.NameOf(parameter)} {AnalysisText.Number(parameter.Estimate)}")),
                    AnalysisText.Time(fit.Fit.Hazard.MedianDays),
                    AnalysisText.Number(fit.Fit.LogLikelihood),
                    AnalysisText.Number(fit.Fit.Aic),
                    AnalysisText.Number(fit.Fit.Bic),
                ]),
            ]);
        double last = observed.Max(point => point.Time);
        return new FittedArm(
            arm.Length == 0 ? "Fits, the best first" : $"Fits of {arm}, the best first",
            new MethodTable("Families by AIC", 2, table),
            [.. fits.Where(fit => !fit.IsEstimable).Select(fit => $"{fit.Family}: no fit, because {fit.Reason}.")],
            families,
            FittedCurvesBuilder.Of(arm, kind, name, observed, families, last, last * (1 + FittedCurvesBuilder.Extrapolation)));
    }
}
