using TrialSim.Charts;
using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Analysis.Survival;

/// <summary>Parametric models of each arm by maximum likelihood, with what tells which one fits best.</summary>
internal static class ParametricMethod
{
    private const string Name = "parametric";

    public static MethodOutput Run(SurvivalData data)
    {
        List<AnalysisFigure> figures = [];
        List<IReadOnlyList<string>> cells = [];
        List<string> notes = [];
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            SurvivalRows sample = data.Sample.Where(row => data.Sample.Arms[row] == arm);
            foreach ((string model, ParametricModel family) in ModelsOf(data.Endpoint))
            {
                ParametricFit fit = MaximumLikelihood.Fit(family, sample.Times, sample.HasEvent);
                bool hasCurve = fit.IsEstimable || fit.Reason == NotEstimable.OnBoundary;
                AddFigures(figures, data, arm, model, fit, hasCurve, sample);
                if (!hasCurve)
                {
                    notes.Add($"{data.Arms[arm]}, {model}: not estimable, because {AnalysisText.Reason(fit.Reason)}.");
                    continue;
                }

                if (!fit.IsEstimable)
                {
                    notes.Add($"{data.Arms[arm]}, {model}: the best fit is a limit of the model, so there are no errors.");
                }

                cells.Add(
                [
                    data.Arms[arm],
                    model,
                    string.Join("; ", fit.Parameters.Select(parameter => TextOf(parameter, fit.IsEstimable, data.Request.Confidence))),
                    AnalysisText.Time(Math.Round(fit.Hazard.MedianDays, 4)),
                    AnalysisText.Number(fit.LogLikelihood),
                    AnalysisText.Number(fit.Aic),
                    AnalysisText.Number(fit.Bic),
                ]);
            }
        }

        notes.Add("Smaller AIC and BIC are better. Rates are per unit of time. Likelihoods as in R's flexsurv; BIC counts patients.");
        ChartTable table = new(
            ["Arm", "Model", $"Parameters ({AnalysisText.Percent(data.Request.Confidence)} interval)", $"Median{data.UnitInBrackets}", "Log likelihood", "AIC", "BIC"], cells);
        return new MethodOutput("Parametric models", [new MethodTable("Models", 3, table)], notes, figures);
    }

    private static IEnumerable<(string Name, ParametricModel Family)> ModelsOf(SurvivalEndpoint endpoint)
    {
        yield return ("exponential", new ExponentialModel());
        yield return ("weibull", new WeibullModel());
        yield return ("gompertz", new GompertzModel());
        yield return ("log_normal", new LogNormalModel());
        yield return ("log_logistic", new LogLogisticModel());
        yield return ("generalised_gamma", new GeneralisedGammaModel());
        yield return ("cure_weibull", new CureMixtureModel(new WeibullModel()));
        if (endpoint.Cuts.Count > 0)
        {
            yield return ("piecewise_exponential", new PiecewiseExponentialModel([.. endpoint.Cuts]));
        }
    }

    private static void AddFigures(
        List<AnalysisFigure> figures, SurvivalData data, int arm, string model, ParametricFit fit, bool hasCurve, SurvivalRows sample)
    {
        AnalysisFigure figure = new(Name, data.Arms[arm], model) { Patients = sample.Rows, Events = sample.Events, Status = AnalysisText.Status(fit.Reason) };
        if (!hasCurve)
        {
            figures.Add(figure);
            return;
        }

        figures.AddRange(fit.Parameters.Select(parameter =>
        {
            Interval? limits = fit.IsEstimable ? parameter.Limits(data.Request.Confidence) : null;
            return figure with
            {
                Measure = $"{model}_{NameOf(parameter)}",
                Value = parameter.Estimate,
                StandardError = fit.IsEstimable ? parameter.StandardError : null,
                Lower = limits?.Lower,
                Upper = limits?.Upper,
            };
        }));
        figures.Add(figure with { Measure = $"{model}_median", Value = fit.Hazard.MedianDays });
        figures.Add(figure with { Measure = $"{model}_log_likelihood", Value = fit.LogLikelihood });
        figures.Add(figure with { Measure = $"{model}_aic", Value = fit.Aic });
        figures.Add(figure with { Measure = $"{model}_bic", Value = fit.Bic });
    }

    private static string TextOf(FittedParameter parameter, bool hasErrors, double confidence)
    {
        if (!hasErrors)
        {
            return $"{NameOf(parameter)} {AnalysisText.Number(parameter.Estimate)}";
        }

        Interval limits = parameter.Limits(confidence);
        return $"{NameOf(parameter)} {AnalysisText.Number(parameter.Estimate, limits.Lower, limits.Upper)}";
    }

    // The models speak of days; the data may be in any unit.
    private static string NameOf(FittedParameter parameter) => parameter.Name
        .Replace("shape_per_day", "shape", StringComparison.Ordinal)
        .Replace("per_day", "rate", StringComparison.Ordinal)
        .Replace("_days", "", StringComparison.Ordinal);
}
