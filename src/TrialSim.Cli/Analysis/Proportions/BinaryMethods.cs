namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>The methods for responses.</summary>
internal static class BinaryMethods
{
    /// <summary>The methods, in the order in which they are applied.</summary>
    public static IReadOnlyList<AnalysisMethod> All { get; } =
    [
        Of("proportions", ProportionsMethod.Run, _ => ""),
        Of("chi_square", ChiSquareMethod.Run, _ => "") with { Arms = 2 },
        Of("fisher", FisherMethod.Run, _ => "") with { Arms = 2 },
        Of("risk_difference", RiskDifferenceMethod.Run, Responses) with { Arms = 2 },
        Of("risk_ratio", RiskRatioMethod.Run, Responses) with { Arms = 2 },
        Of("odds_ratio", OddsRatioMethod.Run, Responses) with { Arms = 2 },
        Of("mantel_haenszel", MantelHaenszelMethod.Run, data => data.Strata.Count == 0 ? "needs strata. Name their columns with --strata" : Responses(data)) with { Arms = 2 },
        Of("binomial", BinomialMethod.Run, data => data.Endpoint.NullProbability is null ? "needs a null hypothesis. Add --null-probability <share>" : Responses(data)),
        Of("non_inferiority", NonInferiorityMethod.Run, data => data.Endpoint.Margin is null ? "needs a margin. Add --margin <share>" : Responses(data)) with { Arms = 2 },
    ];

    private static AnalysisMethod Of(string name, Func<BinaryData, MethodOutput> run, Func<BinaryData, string> requirement) =>
        AnalysisMethod.Of(name, AnalysisShape.Binary, run, requirement);

    private static string Responses(BinaryData data) =>
        data.Responses.Count == 0 ? $"needs to know which levels of {data.Endpoint.Response} are a response. Add --response-level <levels>" : "";
}
