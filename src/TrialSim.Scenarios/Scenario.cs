using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Sweeps;

namespace TrialSim.Scenarios;

/// <summary>A scenario that can be run.</summary>
/// <param name="Trial">The compiled trial.</param>
/// <param name="Resolved">The scenario with every default filled in, written when somebody asks for it.</param>
/// <param name="TargetPlaces">Where each target of the trial was written, with an empty message: for who finds out later that it means nothing.</param>
public sealed record Scenario(Trial Trial, Lazy<string> Resolved, ImmutableArray<ScenarioProblem> TargetPlaces)
{
    /// <summary>The bytes of its file; of one that extends another, those of a file that says what the two say together.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The scenario with every default filled in, itself a valid file that resolves to itself. Without its sweep, which changes nothing of the scenario itself.</summary>
    public string ResolvedYaml => Resolved.Value;

    /// <summary>The same, statement by statement, for people: what the protocol decides, then what is assumed.</summary>
    public ImmutableArray<ScenarioStatement> Statements => Told.Value;

    /// <summary><see cref="Statements"/>, made when somebody asks for them.</summary>
    internal Lazy<ImmutableArray<ScenarioStatement>> Told { get; init; } = new([]);

    /// <summary>The scenarios that differ from this one in what it varies.</summary>
    public required ScenarioSweep Sweep { get; init; }

    /// <summary>The scenario with further values in the place of its own, or everything that is wrong with it; the file is not parsed again.</summary>
    public ScenarioReading With(ImmutableArray<Setting> settings) => Sweep.Read(settings);
}
