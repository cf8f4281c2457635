using TrialSim.Statistics.Proportions;

namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>The difference of each arm's proportion to the control's.</summary>
internal static class RiskDifferenceMethod
{
    public static MethodOutput Run(BinaryData data) => ContrastTable.Run(
        data,
        "risk_difference",
        "Risk difference",
        "Newcombe's interval (method 10) rests on Wilson's; Miettinen and Nurminen's on the score with n/(n − 1). Wald's has no width, and says nothing, where each arm has a response in none or in all.",
        RiskDifference.Estimate,
        RiskDifference.StandardError,
        ("newcombe", "Newcombe", RiskDifference.Newcombe),
        ("miettinen_nurminen", "Miettinen–Nurminen", RiskDifference.MiettinenNurminen),
        ("wald", "Wald", RiskDifference.Wald));
}
