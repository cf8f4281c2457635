using TrialSim.Results.Data;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>The mixed model for repeated measures: means of each arm at each visit, adjusted for the baseline by visit and for covariates, with an unstructured covariance.</summary>
internal static class MixedModelMethod
{
    private const string Name = "mmrm";

    public static MethodOutput Run(RepeatedData data)
    {
        MixedModelDesign design = MixedModelDesign.Of(data);
        DegreesOfFreedomMethod degrees = data.Endpoint.DegreesOfFreedom;
        double confidence = data.Request.Confidence;
        string limits = $"({AnalysisText.Percent(confidence)} interval)";
        RepeatedMeasuresModel model = design.Fit();
        Findings means = new("Adjusted means", 2, "Visit", "Arm", "Patients", $"Adjusted mean {limits}", "Standard error", "t", "df", "p (two-sided)");
        Findings differences = new("Differences", 2, "Visit", "Comparison", "Patients", $"Difference {limits}", "Standard error", "t", "df", "p (two-sided)");
        for (int visit = 0; visit < data.Visits.Count; visit++)
        {
            for (int arm = 0; arm < data.Arms.Count; arm++)
            {
                AnalysisFigure figure = new(Name, data.Arms[arm], "adjusted_mean") { Visit = data.Visits[visit], Patients = design.PatientsIn(visit, arm) };
                string[] cells = [data.Visits[visit], data.Arms[arm], $"{figure.Patients}"];
                ContrastRow.Add(means, cells, figure, design.MeanIn(model, visit, arm), confidence);
                if (arm > 0)
                {
                    int patients = design.PatientsIn(visit, 0) + figure.Patients.Value;
                    ContrastRow.Add(
                        differences,
                        [data.Visits[visit], data.Comparison(arm), $"{patients}"],
                        figure with { Group = data.Comparison(arm), Measure = "difference", Patients = patients },
                        design.DifferenceIn(model, visit, arm),
                        confidence);
                }
            }
        }

        Findings tests = new("Tests", 1, "Effect", "F", "df", "df of error", "p");
        foreach ((string effect, string measure, double[] weights, int combinations) in design.Effects())
        {
            ContrastRow.Add(tests, [effect], new AnalysisFigure(Name, "all arms", measure) { Patients = design.Patients }, model.Test(weights, combinations, degrees));
        }

        return Findings.Output("Mixed model for repeated measures", [Note(data, design, model)], [means, .. data.Arms.Count > 1 ? [differences] : Array.Empty<Findings>(), tests, .. Covariance(data, model)]);
    }

    private static string Note(RepeatedData data, MixedModelDesign design, RepeatedMeasuresModel model)
    {
        string response = data.Baselines.Length > 0 ? $"the change of {data.Endpoint.Value} from {data.Endpoint.Baseline}" : data.Endpoint.Value;
        string[] terms =
        [
            data.Arms.Count > 1 ? "arm by visit" : "visit",
            .. data.Baselines.Length > 0 ? [$"{data.Endpoint.Baseline} by visit"] : Array.Empty<string>(),
            .. data.Covariates.Select(covariate => covariate.Name),
        ];
        string degrees = data.Endpoint.DegreesOfFreedom switch
        {
            DegreesOfFreedomMethod.KenwardRoger => "Errors and degrees of freedom: Kenward and Roger's, as R's pbkrtest and SAS; the fit is that of R's nlme::gls",
            DegreesOfFreedomMethod.Satterthwaite => "Degrees of freedom: Satterthwaite's, for several df Fai and Cornelius's, as R's mmrm and lmerTest; the fit is that of R's nlme::gls",
            _ => "Degrees of freedom: observations less coefficients, as R's nlme::gls",
        };
        string likelihood = model.IsEstimable ? $" Log restricted likelihood {AnalysisText.Number(model.LogLikelihood)}." : "";
        return $"{Description.Counted(design.Patients, "patient")}, {Description.Counted(design.Observations, "observation")}. Response: {response}; terms: {string.Join(", ", terms)}; unstructured covariance of the visits, by restricted maximum likelihood. "
            + $"A missing visit is taken to be missing at random. {degrees}; adjusted means as emmeans: numbers at their mean over these observations, the levels of a category weighted equally.{likelihood}";
    }

    /// <summary>Standard deviations and correlations of the visits.</summary>
    private static Findings[] Covariance(RepeatedData data, RepeatedMeasuresModel model)
    {
        if (!model.IsEstimable)
        {
            return [];
        }

        Findings findings = new("Standard deviations, and correlations with later visits", 1, ["Visit", "Standard deviation", .. data.Visits.Skip(1)]);
        for (int visit = 0; visit < data.Visits.Count; visit++)
        {
            double deviation = Math.Sqrt(model.VisitCovariance(visit, visit));
            List<string> cells = [data.Visits[visit], AnalysisText.Number(deviation)];
            List<AnalysisFigure> figures = [new(Name, "all arms", "standard_deviation") { Visit = data.Visits[visit], Value = deviation }];
            for (int other = 1; other < data.Visits.Count; other++)
            {
                double correlation = model.VisitCovariance(visit, other) / (deviation * Math.Sqrt(model.VisitCovariance(other, other)));
                cells.Add(other > visit ? AnalysisText.Number(correlation) : "");
                if (other > visit)
                {
                    figures.Add(new AnalysisFigure(Name, "all arms", $"correlation_with_{data.Visits[other]}") { Visit = data.Visits[visit], Value = correlation });
                }
            }

            findings.Add(cells, figures);
        }

        return [findings];
    }
}
