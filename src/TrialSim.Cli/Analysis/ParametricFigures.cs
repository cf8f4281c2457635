using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Analysis;

/// <summary>The figures of a parametric model at full precision.</summary>
internal static class ParametricFigures
{
    /// <summary>Parameters with errors and limits, median, likelihood and criteria, each under a name of its own; a single figure with the reason where there is no fit.</summary>
    /// <param name="method">The method that they belong to.</param>
    /// <param name="arm">The arm; empty for all patients.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="confidence">Of the limits.</param>
    public static IEnumerable<AnalysisFigure> Of(string method, string arm, string model, ParametricFit fit, double confidence)
    {
        AnalysisFigure figure = new(method, arm, model) { Patients = fit.Patients, Status = AnalysisText.Status(fit.Reason) };
        if (!fit.IsEstimable && fit.Reason != NotEstimable.OnBoundary)
        {
            yield return figure;
            yield break;
        }

        foreach (FittedParameter parameter in fit.Parameters)
        {
            Interval? limits = fit.IsEstimable ? parameter.Limits(confidence) : null;
            yield return figure with
            {
                Measure = $"{model}_{NameOf(parameter)}",
                Value = parameter.Estimate,
                StandardError = fit.IsEstimable ? parameter.StandardError : null,
                Lower = limits?.Lower,
                Upper = limits?.Upper,
            };
        }

        // The median of a log-normal or log-logistic is a parameter, and has its row already.
        if (fit.Parameters.All(parameter => NameOf(parameter) != "median"))
        {
            yield return figure with { Measure = $"{model}_median", Value = fit.Hazard.MedianDays };
        }

        yield return figure with { Measure = $"{model}_log_likelihood", Value = fit.LogLikelihood };
        yield return figure with { Measure = $"{model}_aic", Value = fit.Aic };
        yield return figure with { Measure = $"{model}_bic", Value = fit.Bic };
    }

    /// <summary>Name of a parameter where a day stands for any unit.</summary>
    public static string NameOf(FittedParameter parameter) => parameter.Name
        .Replace("shape_per_day", "shape", StringComparison.Ordinal)
        .Replace("per_day", "rate", StringComparison.Ordinal)
        .Replace("_days", "", StringComparison.Ordinal);
}
