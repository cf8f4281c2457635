using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>The ratio of each arm's proportion to the control's.</summary>
internal static class RiskRatioMethod
{
    public static MethodOutput Run(BinaryData data) => ContrastTable.Run(
        data,
        "risk_ratio",
        "Risk ratio",
        "The log interval is Katz's and needs responses in both arms; its standard error is of the logarithm.",
        RiskRatio.Estimate,
        RiskRatio.LogStandardError,
        ("log", "log", RiskRatio.Log),
        ("miettinen_nurminen", "Miettinen–Nurminen", RiskRatio.MiettinenNurminen));
}
