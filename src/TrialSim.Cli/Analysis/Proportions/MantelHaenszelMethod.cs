using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>Cochran, Mantel and Haenszel's test of each arm against the control over strata, with the common odds ratio and risk difference.</summary>
internal static class MantelHaenszelMethod
{
    private const string Name = "mantel_haenszel";

    public static MethodOutput Run(BinaryData data)
    {
        double confidence = data.Request.Confidence;
        string limits = $"({AnalysisText.Percent(confidence)} interval)";
        Findings tests = new("Tests", 2, "Comparison", "Test", "Patients", "Z", "χ²", "df", "p (two-sided)");
        Findings common = new("Common effects", 2, "Comparison", "Measure", $"Estimate {limits}", "Standard error");
        for (int arm = 1; arm < data.Arms.Count; arm++)
        {
            string comparison = data.Comparison(arm);
            TwoArmCounts[] strata = [.. Enumerable.Range(0, data.Strata.Count).Select(stratum => data.ComparedIn(stratum, arm))];
            int patients = (int)strata.Sum(stratum => stratum.Patients);
            AnalysisFigure figure = new(Name, comparison, Name) { Patients = patients, Events = (int)strata.Sum(stratum => stratum.Responders) };
            (string Test, string Measure, ContinuityCorrection Correction)[] forms =
                [("Cochran–Mantel–Haenszel", Name, ContinuityCorrection.None), ("corrected for continuity", $"{Name}_corrected", ContinuityCorrection.Yates)];
            foreach ((string test, string measure, ContinuityCorrection correction) in forms)
            {
                MantelHaenszelResult result = MantelHaenszel.Test(strata, correction);
                if (!result.IsEstimable)
                {
                    tests.AddMissing([comparison, test, $"{patients}"], figure with { Measure = measure }, result.Reason);
                    continue;
                }

                tests.Add(
                    [comparison, test, $"{patients}", AnalysisText.Number(result.Z), AnalysisText.Number(result.ChiSquare), "1", AnalysisText.PValue(result.TwoSidedPValue)],
                    figure with { Measure = measure, Value = result.Z, Statistic = result.ChiSquare, DegreesOfFreedom = 1, PValue = result.TwoSidedPValue });
            }

            MantelHaenszelResult effects = MantelHaenszel.Test(strata, ContinuityCorrection.None);
            if (effects.IsEstimable)
            {
                Add(common, comparison, "odds ratio", figure with { Measure = "common_odds_ratio" }, effects.OddsRatio, effects.LogOddsRatioStandardError, effects.OddsRatioInterval(confidence));
                Add(common, comparison, "risk difference", figure with { Measure = "common_risk_difference" }, effects.RiskDifference, effects.RiskDifferenceStandardError, effects.RiskDifferenceInterval(confidence));
            }
        }

        return Findings.Output(
            "Cochran–Mantel–Haenszel test",
            ["Over strata, as R's mantelhaen.test with and without correct. Errors: of the log odds ratio Robins, Breslow and Greenland's, of the risk difference Sato's."],
            tests,
            common);
    }

    private static void Add(Findings common, string comparison, string name, AnalysisFigure figure, double value, double error, Interval limits) => common.Add(
        [comparison, name, AnalysisText.Number(value, limits.Lower, limits.Upper), error > 0 ? AnalysisText.Number(error) : AnalysisText.Blank],
        figure with { Value = value, StandardError = error > 0 ? error : null, Lower = limits.Lower, Upper = limits.Upper });
}
