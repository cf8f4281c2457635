using TrialSim.Cli.Commands;
using TrialSim.Engine;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.NullHypotheses;
using TrialSim.Results;
using TrialSim.Results.Costs;
using TrialSim.Results.Folder;
using TrialSim.Results.Shards;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Runs;

/// <summary>What is run, and all that its results say of where they come from.</summary>
/// <param name="Trial">The compiled trial.</param>
/// <param name="Scenario">The bytes of its file.</param>
/// <param name="ResolvedYaml">The scenario with every default filled in.</param>
/// <param name="Options">The options that give other results than the scenario alone, as a shell reads them.</param>
internal sealed record RunSubject(Trial Trial, byte[] Scenario, string ResolvedYaml, IReadOnlyList<string> Options)
{
    /// <summary>What the scenario says, statement by statement.</summary>
    public IReadOnlyList<ScenarioStatement> Statements { get; init; } = [];

    /// <summary>The same under the null hypothesis, where that is run too.</summary>
    public NullTrial? Null { get; } = Options.Contains(RunCommand.WithNull) ? NullOf(Trial) : null;

    /// <summary>What simulating some of its replicates takes, in both runs where there are two.</summary>
    public RunCost CostOf(long replicates) => CostOf((trial, _) => RunCost.Of(trial, replicates));

    /// <summary>The same, of each of the runs.</summary>
    /// <param name="each">What a trial of it takes, whose log is named.</param>
    public RunCost CostOf(Func<Trial, LogPart, RunCost> each) => Null is NullTrial nullTrial ? each(Trial, LogPart.Trial).And(each(nullTrial.Trial, LogPart.Null)) : each(Trial, LogPart.Trial);

    /// <summary>What a scenario and the options of a run ask for.</summary>
    public static RunSubject Of(ScenarioFile file, RunOptions options) => new(
        file.Scenario.Trial with { Run = file.Scenario.Trial.Run with { Stopping = options.Stopping } },
        file.Content,
        file.Scenario.ResolvedYaml,
        options.Written)
    {
        Statements = file.Scenario.Statements,
    };

    /// <summary>What the run of a replicate log was asked for.</summary>
    /// <exception cref="UserInputException">This version cannot read the scenario any more.</exception>
    public static RunSubject Of(LogHeader header)
    {
        ScenarioReading reading = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(header.ResolvedScenario), ResultsFiles.Resolved, ScenarioOverrides.None);
        Scenario scenario = reading.Scenario ?? throw new UserInputException(string.Join(Environment.NewLine, reading.Problems));
        StopObedience stopping = header.Run.Options.Contains(RunCommand.IgnoreStopping) ? StopObedience.GoesOn : StopObedience.Stops;
        Trial trial = scenario.Trial with { Run = scenario.Trial.Run with { Stopping = stopping } };
        return new RunSubject(trial, header.Scenario, header.ResolvedScenario, header.Run.Options) { Statements = scenario.Statements };
    }

    /// <summary>The manifest of the first replicates of the run.</summary>
    /// <param name="replicates">How many are finished.</param>
    /// <param name="requested">How many there were to be.</param>
    public Manifest ManifestOf(long replicates, long requested) => ManifestOf(new ReplicateRange(1, (uint)replicates)) with { ReplicatesRequested = requested };

    /// <summary>The header of a replicate log.</summary>
    public LogHeader HeaderOf(LogPart part, ShardNumber shard) => new(ManifestOf(shard.RangeOf(Trial.Run.Replicates)), part, shard, ResolvedYaml, Scenario);

    private Manifest ManifestOf(ReplicateRange range) => new(
        Trial.Name,
        Trial.Description,
        ProgramVersion.Text,
        EventKernel.Name,
        Trial.Run.Seed,
        range.First,
        range.Count,
        Trial.Run.Replicates,
        ScenarioDigest.Of(ResolvedYaml))
    {
        Options = Options,
    };

    private static NullTrial NullOf(Trial trial) => NullTrial.TryDerive(trial, out NullTrial derived, out string whyNot)
        ? derived
        : throw new UserInputException($"{RunCommand.WithNull}: {whyNot} Run it without this option, or leave analyses out of the scenario.");
}
