using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>Scenarios that differ from this one in some keys.</summary>
[Document("a sweep")]
internal sealed record SweepDocument
{
    [Key("Keys of the scenario, joined by dots, list items by their number from 0, each with its values: a list, or {from, to, steps}. Every value of one meets every value of the others; the last key varies fastest.", Default = Names.None, IsOfPaths = true, MaxItems = Limits.SweptKeys)]
    public Named<LevelsDocument>? Vary { get; init; }

    [Key("Keys that move together: a mapping for each group of keys, with lists of equal length.", Default = Names.None, IsOfPaths = true)]
    public Listed<Named<Listed<AnyValue>>>? Paired { get; init; }

    [Key("A sample that fills the space between the ends of some keys evenly.", Default = Names.None)]
    public SobolDocument? Sobol { get; init; }
}
