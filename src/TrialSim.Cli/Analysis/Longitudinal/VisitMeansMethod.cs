using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Number, mean and standard deviation of each arm at each visit.</summary>
internal static class VisitMeansMethod
{
    public static MethodOutput Run(RepeatedData data)
    {
        double confidence = data.Request.Confidence;
        Findings findings = new("Means", 2, "Visit", "Arm", "Patients", $"Mean ({AnalysisText.Percent(confidence)} interval)", "Standard deviation");
        for (int visit = 0; visit < data.Visits.Count; visit++)
        {
            for (int arm = 0; arm < data.Arms.Count; arm++)
            {
                double[] values = data.At(visit, arm);
                AnalysisFigure figure = new("visit_means", data.Arms[arm], "mean") { Visit = data.Visits[visit], Patients = values.Length };
                if (values.Length == 0)
                {
                    findings.AddMissing([data.Visits[visit], data.Arms[arm], "0"], figure, NotEstimable.NoPatients);
                    continue;
                }

                SampleMean mean = SampleMean.Of(values);
                Interval limits = mean.Limits(confidence);
                findings.Add(
                    [
                        data.Visits[visit], data.Arms[arm], $"{mean.Count}", mean.Count > 1 ? AnalysisText.Number(mean.Mean, limits.Lower, limits.Upper) : AnalysisText.Number(mean.Mean),
                        mean.Count > 1 ? AnalysisText.Number(mean.StandardDeviation) : AnalysisText.Blank,
                    ],
                    MeanFigure.Of(figure, mean, confidence));
                if (mean.Count > 1)
                {
                    findings.Figures.Add(figure with { Measure = "standard_deviation", Value = mean.StandardDeviation });
                }
            }
        }

        return Findings.Output("Means by visit", [$"{(data.Baselines.Length > 0 ? $"Of {data.Endpoint.Value} itself, not its change, in the" : "Of the")} patients seen at each visit; intervals by Student's t."], findings);
    }
}
