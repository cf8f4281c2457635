using System.Collections.Immutable;

namespace TrialSim.Scenarios;

/// <summary>What a person asks for instead of what the file says. Applied before the scenario is resolved, so that the resolved text shows it.</summary>
/// <param name="Seed">Key of all draws; null for the file's.</param>
/// <param name="Replicates">Trials to simulate, 1…100,000,000; null for the file's.</param>
public sealed record ScenarioOverrides(ulong? Seed, long? Replicates)
{
    /// <summary>The scenario as the file says.</summary>
    public static ScenarioOverrides None { get; } = new(null, null);

    /// <summary>Values of single keys, applied in this order.</summary>
    public ImmutableArray<Setting> Settings { get; init; } = [];

    /// <summary>Keys that a sweep varies, beside those of the file or instead of the same ones; each value is the list of the key's values, or what it runs from and to, as YAML.</summary>
    public ImmutableArray<Setting> Varied { get; init; } = [];
}
