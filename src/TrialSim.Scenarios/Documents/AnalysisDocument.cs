using TrialSim.Statistics.Survival;

namespace TrialSim.Scenarios.Documents;

/// <summary>A method applied to an endpoint.</summary>
[Document("an analysis")]
internal sealed record AnalysisDocument
{
    [Key("The endpoint.", IsRequired = true)]
    public string? Endpoint { get; init; }

    [Key("The method.", IsRequired = true)]
    public AnalysisMethod? Method { get; init; }

    [Key("The time since randomisation at which survival is read off. For milestone, which requires it.", Above = 0)]
    public Duration? Time { get; init; }

    [Key(
        "The experimental arm and the control, in this order. For log_rank, cox and milestone (which then tests the difference).",
        Default = "of two arms one of which is control, those; for milestone " + Names.None,
        Fewest = 2,
        Most = 2)]
    public OrNone<Listed<string>>? Compare { get; init; }

    [Key("The arms described. For kaplan_meier_median and milestone.", Default = "all arms", AcceptsOne = true)]
    public Listed<string>? Arms { get; init; }

    [Key("The looks at which it is done.", Default = "every look", AcceptsOne = true)]
    public Listed<string>? At { get; init; }

    [Key("Categorical covariates by which a log-rank test or a Cox model is stratified.", Default = "[]", Fewest = 0)]
    public Listed<string>? Strata { get; init; }

    [Key("Two-sided level of the intervals. For cox, kaplan_meier_median and milestone.", Default = Resolution.Defaults.ConfidenceText, Above = 0, Below = 1)]
    public double? Confidence { get; init; }

    [Key("Scale on which the interval of the curve is symmetric. For kaplan_meier_median and milestone.", Default = Resolution.Defaults.IntervalText)]
    public IntervalTransform? Interval { get; init; }
}
