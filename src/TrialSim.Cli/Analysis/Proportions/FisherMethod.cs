using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>Fisher's exact test: of all arms by all levels, and of each arm against the control with the conditional odds ratio.</summary>
internal static class FisherMethod
{
    private const string Name = "fisher";

    public static MethodOutput Run(BinaryData data)
    {
        string limits = AnalysisText.Percent(data.Request.Confidence);
        Findings findings = new("Fisher's exact test", 1, "Comparison", "Patients", $"Conditional odds ratio ({limits} interval)", "p (higher)", "p (lower)", "p (two-sided)");
        if (data.Arms.Count > 2 || data.Responses.Count == 0)
        {
            string group = data.Arms.Count > 2 ? "all arms" : data.Comparison(1);
            AnalysisFigure figure = new(Name, group, Name) { Patients = data.Rows.Count };
            bool isByLevel = data.Responses.Count == 0;
            long[] counts = isByLevel ? data.Counts() : [.. Enumerable.Range(0, data.Arms.Count).Select(data.ArmCounts).SelectMany(arm => new long[] { arm.Responders, arm.Patients - arm.Responders })];
            FisherTable table = FisherTable.Test(new ContingencyTable(counts, data.Arms.Count, isByLevel ? data.Levels.Count : 2));
            if (table.IsEstimable)
            {
                findings.Add([group, $"{data.Rows.Count}", AnalysisText.Blank, AnalysisText.Blank, AnalysisText.Blank, AnalysisText.PValue(table.PValue)], figure with { PValue = table.PValue });
            }
            else
            {
                findings.AddMissing([group, $"{data.Rows.Count}"], figure, table.Reason);
            }
        }

        for (int arm = 1; arm < data.Arms.Count && data.Responses.Count > 0; arm++)
        {
            Add(findings, data, arm);
        }

        return Findings.Output(
            "Fisher's exact test",
            ["Two-sided: all tables no more likely than the one seen, as R's fisher.test; higher and lower are about the first arm named. The odds ratio is the conditional estimate, whose digits R finds to four."],
            findings);
    }

    private static void Add(Findings findings, BinaryData data, int arm)
    {
        TwoArmCounts counts = data.Compared(arm);
        FisherResult test = FisherExact.Test(counts);
        AnalysisFigure figure = new(Name, data.Comparison(arm), Name) { Patients = (int)counts.Patients, Events = (int)counts.Responders };
        if (!test.IsEstimable)
        {
            findings.AddMissing([data.Comparison(arm), $"{counts.Patients}"], figure, test.Reason);
            return;
        }

        double ratio = FisherExact.ConditionalOddsRatio(counts).Estimate;
        Interval interval = FisherExact.ConditionalOddsRatioInterval(counts, data.Request.Confidence);
        findings.Add(
            [data.Comparison(arm), $"{counts.Patients}", AnalysisText.Number(ratio, interval.Lower, interval.Upper), AnalysisText.PValue(test.OneSidedPValue), AnalysisText.PValue(test.OtherOneSidedPValue), AnalysisText.PValue(test.TwoSidedPValue)],
            figure with { PValue = test.TwoSidedPValue },
            figure with { Measure = "conditional_odds_ratio", Value = ratio, Lower = interval.Lower, Upper = interval.Upper });
    }
}
