using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>A sample that fills a space evenly.</summary>
[Document("a Sobol sample")]
internal sealed record SobolDocument
{
    [Key("How many points; powers of two fill the space best.", IsRequired = true, Min = 1, Max = Limits.SweepCells)]
    public int? Points { get; init; }

    [Key("Keys of the scenario, joined by dots, each with what its values lie between. Of a key that takes whole numbers they are rounded.", IsRequired = true, IsOfPaths = true, MaxItems = Limits.SweptKeys)]
    public Named<SpanDocument>? Over { get; init; }
}
