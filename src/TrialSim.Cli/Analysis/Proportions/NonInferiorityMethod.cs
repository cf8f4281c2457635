using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>Miettinen and Nurminen's score test that an arm's proportion is not lower than the control's by the margin or more.</summary>
internal static class NonInferiorityMethod
{
    private const string Name = "non_inferiority";

    public static MethodOutput Run(BinaryData data)
    {
        double margin = data.Endpoint.Margin!.Value;
        string limits = AnalysisText.Percent(data.Request.Confidence);
        Findings findings = new("Non-inferiority", 1, "Comparison", "Patients", $"Risk difference ({limits} interval)", "Z", "p (one-sided)");
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            TwoArmCounts counts = data.Compared(arm);
            ProportionTestResult test = RiskDifference.ScoreTest(counts, -margin);
            AnalysisFigure figure = new(Name, data.Comparison(arm), Name) { Patients = (int)counts.Patients, Events = (int)counts.Responders };
            if (!test.IsEstimable)
            {
                findings.AddMissing([data.Comparison(arm), $"{counts.Patients}"], figure, test.Reason);
                continue;
            }

            double difference = RiskDifference.Estimate(counts).Estimate;
            Interval interval = RiskDifference.MiettinenNurminen(counts, data.Request.Confidence);
            findings.Add(
                [data.Comparison(arm), $"{counts.Patients}", AnalysisText.Number(difference, interval.Lower, interval.Upper), AnalysisText.Number(test.Z), AnalysisText.PValue(test.OneSidedPValue)],
                figure with { Value = difference, Lower = interval.Lower, Upper = interval.Upper, Statistic = test.Z, PValue = test.OneSidedPValue });
        }

        return Findings.Output(
            $"Non-inferiority with a margin of {AnalysisText.Rate(margin)}",
            ["Miettinen and Nurminen's score test that the first arm named is not worse by the margin or more; small p-values show non-inferiority. A response counts as good. The p-value is one-sided."],
            findings);
    }
}
