using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>A baseline covariate: its levels with their probabilities, or one of the named distributions.</summary>
[Document("a covariate")]
internal sealed record CovariateDocument
{
    [Key("Probability of yes, for a covariate that is yes or no.", Min = 0, Max = 1)]
    public double? Probability { get; init; }

    [Key("A normal distribution.")]
    public NormalDocument? Normal { get; init; }

    [Key("A log-normal distribution.")]
    public LogNormalDocument? LogNormal { get; init; }

    [Key(SourceKey.Summary, Default = SourceKey.Default)]
    public string? Source { get; init; }

    [Key("Levels with their probabilities, which sum to 1. A level may have any name but those of the other keys.", Min = 0, Max = 1, MaxItems = Limits.NamedThings), OtherKeys]
    public Named<double?>? Levels { get; init; }
}
