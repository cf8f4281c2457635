using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>The Wilcoxon–Mann–Whitney test of each arm against the control, with Hodges and Lehmann's shift.</summary>
internal static class WilcoxonMethod
{
    private const string Name = "wilcoxon";

    public static MethodOutput Run(ContinuousData data)
    {
        double confidence = data.Request.Confidence;
        Findings findings = new(
            "Tests", 2, "Comparison", "Variable", "Patients", "W", "P(higher)", $"Shift ({AnalysisText.Percent(confidence)} interval)", "Z", "p (two-sided)", "Null distribution");
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            foreach ((string name, Func<int, double> of) in data.Variables)
            {
                Add(findings, data.Comparison(arm), name, data.In(0, of), data.In(arm, of), confidence);
            }
        }

        return Findings.Output(
            "Wilcoxon–Mann–Whitney test",
            [
                "As R's wilcox.test: exact with fewer than 50 in each arm and no ties, else normal with corrections for ties and continuity. P(higher) is the probability that a patient of the first arm named "
                + "has the higher value, ties counted half. The shift is Hodges and Lehmann's; with ties its limits are ranks of the normal approximation, where R solves a step function.",
            ],
            findings);
    }

    private static void Add(Findings findings, string comparison, string variable, double[] control, double[] experimental, double confidence)
    {
        int patients = control.Length + experimental.Length;
        AnalysisFigure figure = new(Name, comparison, $"{Name}_{variable}") { Patients = patients };
        RankSumResult result = RankSum.Test(control, experimental, RankSumMethod.Automatic);
        if (!result.IsEstimable)
        {
            findings.AddMissing([comparison, variable, $"{patients}"], figure, result.Reason);
            return;
        }

        (double shift, Interval limits) = RankSum.LocationShift(control, experimental, confidence);
        RankSumResult normal = RankSum.Test(control, experimental, RankSumMethod.NormalCorrected);
        findings.Add(
            [
                comparison, variable, $"{patients}", AnalysisText.Time(result.U), AnalysisText.Number(result.Probability), AnalysisText.Number(shift, limits.Lower, limits.Upper),
                AnalysisText.Number(normal.Z), AnalysisText.PValue(result.TwoSidedPValue), result.IsExact ? "exact" : "normal",
            ],
            figure with { Value = result.U, Statistic = normal.Z, PValue = result.TwoSidedPValue },
            figure with { Measure = $"{Name}_{variable}_normal", Value = result.U, Statistic = normal.Z, PValue = normal.TwoSidedPValue },
            figure with { Measure = $"shift_{variable}", Value = shift, Lower = limits.Lower, Upper = limits.Upper },
            figure with { Measure = $"probability_higher_{variable}", Value = result.Probability });
    }
}
