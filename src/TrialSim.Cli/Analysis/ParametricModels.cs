using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Analysis;

/// <summary>Parametric models of each arm by maximum likelihood, with what tells which one fits best.</summary>
internal static class ParametricModels
{
    /// <summary>Every model of every arm.</summary>
    /// <param name="name">The method's name on the command line.</param>
    /// <param name="arms">The arms.</param>
    /// <param name="cuts">Cuts of the piecewise exponential; empty for no such model.</param>
    /// <param name="unitInBrackets">The unit of time in brackets after a space, or nothing.</param>
    /// <param name="confidence">Of the intervals.</param>
    public static MethodOutput Fit(string name, IReadOnlyList<ParametricArm> arms, IReadOnlyList<double> cuts, string unitInBrackets, double confidence)
    {
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        foreach (ParametricArm arm in arms)
        {
            foreach ((string model, ParametricModel family) in ParametricFamilies.Of(cuts))
            {
                ParametricFit fit = MaximumLikelihood.Fit(family, arm.Sample);
                bool hasCurve = fit.IsEstimable || fit.Reason == NotEstimable.OnBoundary;
                figures.AddRange(ParametricFigures.Of(name, arm.Name, model, fit, confidence).Select(figure => figure with { Events = arm.Events }));
                if (!hasCurve)
                {
                    notes.Add($"{arm.Name}, {model}: not estimable, because {ReasonOf(fit)}.");
                    continue;
                }

                if (!fit.IsEstimable)
                {
                    notes.Add($"{arm.Name}, {model}: the best fit is a limit of the model, so there are no errors.");
                }

                cells.Add(
                [
                    arm.Name,
                    model,
                    string.Join("; ", fit.Parameters.Select(parameter => TextOf(parameter, fit.IsEstimable, confidence))),
                    AnalysisText.Time(Math.Round(fit.Hazard.MedianDays, 4)),
                    AnalysisText.Number(fit.LogLikelihood),
                    AnalysisText.Number(fit.Aic),
                    AnalysisText.Number(fit.Bic),
                ]);
            }
        }

        notes.Add("Smaller AIC and BIC are better. Rates are per unit of time. Likelihoods as in R's flexsurv; BIC counts patients.");
        ChartTable table = new(
            ["Arm", "Model", $"Parameters ({AnalysisText.Percent(confidence)} interval)", $"Median{unitInBrackets}", "Log likelihood", "AIC", "BIC"], cells);
        return new MethodOutput("Parametric models", [new MethodTable("Models", 3, table)], notes, figures);
    }

    // An arm's likelihood tells no groups apart.
    private static string ReasonOf(ParametricFit fit) =>
        fit.Reason == NotEstimable.Diverges ? "the search found no maximum of the likelihood" : AnalysisText.Reason(fit.Reason);

    private static string TextOf(FittedParameter parameter, bool hasErrors, double confidence)
    {
        if (!hasErrors)
        {
            return $"{ParametricFigures.NameOf(parameter)} {AnalysisText.Number(parameter.Estimate)}";
        }

        Interval limits = parameter.Limits(confidence);
        return $"{ParametricFigures.NameOf(parameter)} {AnalysisText.Number(parameter.Estimate, limits.Lower, limits.Upper)}";
    }
}
