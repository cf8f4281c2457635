using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Number, mean, standard deviation, median and range of each arm.</summary>
internal static class MeansMethod
{
    public static MethodOutput Run(ContinuousData data)
    {
        double confidence = data.Request.Confidence;
        Findings findings = new("Means", 2, "Arm", "Variable", "Patients", $"Mean ({AnalysisText.Percent(confidence)} interval)", "Standard deviation", "Median", "Least", "Greatest");
        for (int arm = 0; arm < data.Arms.Count; arm++)
        {
            foreach ((string name, Func<int, double> of) in data.Variables)
            {
                double[] values = data.In(arm, of);
                AnalysisFigure figure = new("means", data.Arms[arm], $"mean_{name}") { Patients = values.Length };
                if (values.Length == 0)
                {
                    findings.AddMissing([data.Arms[arm], name, "0"], figure, NotEstimable.NoPatients);
                    continue;
                }

                SampleMean mean = SampleMean.Of(values);
                Interval limits = mean.Limits(confidence);
                double[] sorted = [.. values.Order()];
                double median = 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
                findings.Add(
                    [
                        data.Arms[arm], name, $"{mean.Count}", mean.Count > 1 ? AnalysisText.Number(mean.Mean, limits.Lower, limits.Upper) : AnalysisText.Number(mean.Mean),
                        mean.Count > 1 ? AnalysisText.Number(mean.StandardDeviation) : AnalysisText.Blank, AnalysisText.Number(median), AnalysisText.Number(sorted[0]), AnalysisText.Number(sorted[^1]),
                    ],
                    MeanFigure.Of(figure, mean, confidence),
                    figure with { Measure = $"median_{name}", Value = median });
                if (mean.Count > 1)
                {
                    findings.Figures.Add(figure with { Measure = $"standard_deviation_{name}", Value = mean.StandardDeviation });
                }
            }
        }

        return Findings.Output("Means", ["Intervals of a mean by Student's t; a single patient has no standard deviation."], findings);
    }
}
