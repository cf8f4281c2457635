namespace TrialSim.Cli.Analysis.Proportions;

/// <summary>A response of each patient, and what was asked of it. An empty name stands for a column or level that was not named.</summary>
internal sealed record BinaryEndpoint : AnalysisEndpoint
{
    public override AnalysisShape Shape => AnalysisShape.Binary;

    public override IReadOnlyList<NamedColumn> EssentialColumns => [new("--response", Response)];

    /// <summary>Column of the response, of two levels or more.</summary>
    public required string Response { get; init; }

    /// <summary>Levels that are a response; empty to find them.</summary>
    public IReadOnlyList<string> ResponseLevels { get; init; } = [];

    /// <summary>Proportion that each arm is tested against; null for no such test.</summary>
    public double? NullProbability { get; init; }

    /// <summary>How much lower a proportion may be without being inferior; null for no such test.</summary>
    public double? Margin { get; init; }
}
