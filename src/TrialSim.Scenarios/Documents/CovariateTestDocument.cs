namespace TrialSim.Scenarios.Documents;

/// <summary>What a condition asks of a covariate: a level, several levels, or a range.</summary>
[Document("a test of a covariate")]
internal sealed record CovariateTestDocument
{
    [Key("The value is this or more.", Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public double? AtLeast { get; init; }

    [Key("The value is less than this.", Min = -Magnitudes.Value, Max = Magnitudes.Value)]
    public double? Below { get; init; }

    [Key("A level, or a list of levels.", AcceptsOne = true), Shorthand]
    public Listed<string>? Levels { get; init; }
}
