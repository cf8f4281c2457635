using TrialSim.Results.Data;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>Pearson's and the likelihood-ratio test: of all arms by all levels, and of each arm against the control.</summary>
internal static class ChiSquareMethod
{
    private const string Name = "chi_square";

    public static MethodOutput Run(BinaryData data)
    {
        Findings findings = new("Tests", 2, "Comparison", "Test", "Patients", "Z", "χ²", "df", "p (two-sided)");
        if (data.Arms.Count > 2 || data.Responses.Count == 0)
        {
            bool isByLevel = data.Responses.Count == 0;
            long[] counts = isByLevel ? data.Counts() : [.. Enumerable.Range(0, data.Arms.Count).Select(data.ArmCounts).SelectMany(arm => new long[] { arm.Responders, arm.Patients - arm.Responders })];
            ContingencyTable table = new(counts, data.Arms.Count, isByLevel ? data.Levels.Count : 2);
            string group = data.Arms.Count > 2 ? "all arms" : data.Comparison(1);
            AddTable(findings, data, group, "Pearson", ProportionTests.Pearson(table));
            AddTable(findings, data, group, "likelihood ratio", ProportionTests.LikelihoodRatio(table));
        }

        for (int arm = 1; arm < data.Arms.Count && data.Responses.Count > 0; arm++)
        {
            TwoArmCounts counts = data.Compared(arm);
            AddPair(findings, data, arm, "Pearson", ProportionTests.Pearson(counts, ContinuityCorrection.None));
            AddPair(findings, data, arm, "Pearson, Yates", ProportionTests.Pearson(counts, ContinuityCorrection.Yates));
            AddPair(findings, data, arm, "likelihood ratio", ProportionTests.LikelihoodRatio(counts));
        }

        return Findings.Output(
            "Chi-square tests",
            [
                "Pearson as R's chisq.test with and without correct; the likelihood ratio G as MASS::loglm. Z, the signed root, is positive when the first arm named has the higher proportion."
                + (SmallestExpected(data) < 5 ? " An expected count is below 5, where the approximation may be poor: see fisher." : ""),
            ],
            findings);
    }

    private static void AddTable(Findings findings, BinaryData data, string group, string test, ChiSquareResult result)
    {
        AnalysisFigure figure = new(Name, group, MeasureOf(test)) { Patients = data.Rows.Count };
        if (!result.IsEstimable)
        {
            findings.AddMissing([group, test, $"{data.Rows.Count}"], figure, result.Reason);
            return;
        }

        findings.Add(
            [group, test, $"{data.Rows.Count}", AnalysisText.Blank, AnalysisText.Number(result.Statistic), $"{result.DegreesOfFreedom}", AnalysisText.PValue(result.PValue)],
            figure with { Statistic = result.Statistic, DegreesOfFreedom = result.DegreesOfFreedom, PValue = result.PValue });
    }

    private static void AddPair(Findings findings, BinaryData data, int arm, string test, ProportionTestResult result)
    {
        TwoArmCounts counts = data.Compared(arm);
        AnalysisFigure figure = new(Name, data.Comparison(arm), MeasureOf(test)) { Patients = (int)counts.Patients, Events = (int)counts.Responders };
        if (!result.IsEstimable)
        {
            findings.AddMissing([data.Comparison(arm), test, $"{counts.Patients}"], figure, result.Reason);
            return;
        }

        findings.Add(
            [data.Comparison(arm), test, $"{counts.Patients}", AnalysisText.Number(result.Z), AnalysisText.Number(result.ChiSquare), "1", AnalysisText.PValue(result.TwoSidedPValue)],
            figure with { Value = result.Z, Statistic = result.ChiSquare, DegreesOfFreedom = 1, PValue = result.TwoSidedPValue });
    }

    private static double SmallestExpected(BinaryData data)
    {
        long[] counts = data.Counts();
        int levels = data.Levels.Count;
        double[] byArm = [.. Enumerable.Range(0, data.Arms.Count).Select(arm => (double)counts.Skip(arm * levels).Take(levels).Sum())];
        double[] byLevel = [.. Enumerable.Range(0, levels).Select(level => (double)counts.Where((_, index) => index % levels == level).Sum())];
        return byArm.Min() * byLevel.Min() / data.Rows.Count;
    }

    private static string MeasureOf(string test) => test switch
    {
        "Pearson" => "pearson",
        "Pearson, Yates" => "pearson_yates",
        _ => "likelihood_ratio",
    };
}
