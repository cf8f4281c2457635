using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>The ratio of each arm's odds to the control's.</summary>
internal static class OddsRatioMethod
{
    public static MethodOutput Run(BinaryData data) => ContrastTable.Run(
        data,
        "odds_ratio",
        "Odds ratio",
        "The sample odds ratio; the log interval is Woolf's, as of a logistic regression on the arm, and needs all four cells. fisher has the conditional estimate.",
        OddsRatio.Estimate,
        OddsRatio.LogStandardError,
        ("log", "log", OddsRatio.Log),
        ("miettinen_nurminen", "Miettinen–Nurminen", OddsRatio.MiettinenNurminen));
}
