using TrialSim.Scenarios.Parsing;

namespace TrialSim.Scenarios.Documents;

/// <summary>How much to simulate.</summary>
[Document("a run")]
internal sealed record RunDocument
{
    [Key("Key of all random draws; the same seed gives the same results.", Default = Resolution.Defaults.SeedText, Min = 0)]
    public ulong? Seed { get; init; }

    [Key("How many trials to simulate.", Default = Resolution.Defaults.ReplicatesText, Min = 1, Max = Limits.Replicates)]
    public long? Replicates { get; init; }
}
