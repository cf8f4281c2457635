using System.Text.Json.Serialization;

namespace TrialSim.Results;

/// <summary>What a run was: enough to run it again and to know that two runs are of the same thing.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Description">The scenario's description, as written.</param>
/// <param name="ProgramVersion">Version of TrialSim.</param>
/// <param name="Kernel">Name of the event calendar that the build uses.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="FirstReplicate">Number of the first replicate, from 1.</param>
/// <param name="Replicates">How many replicates are finished.</param>
/// <param name="ReplicatesRequested">How many were asked for; more than <paramref name="Replicates"/> after an interruption.</param>
/// <param name="ResolvedScenarioSha256">Hash of <c>resolved.yaml</c>, lower-case hexadecimal.</param>
public sealed record Manifest(
    string Scenario,
    string Description,
    string ProgramVersion,
    string Kernel,
    ulong Seed,
    long FirstReplicate,
    long Replicates,
    long ReplicatesRequested,
    string ResolvedScenarioSha256)
{
    /// <summary>The options of the run that give other results than the scenario alone, as a shell reads them: <c>--with-null</c>, <c>--ignore-stopping</c>, each <c>--set</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Of a sweep its number of cells, each of so many replicates; null where it is no sweep.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Cells { get; init; }
}
