using System.Collections.Concurrent;
using System.Text;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Results;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;
using TrialSim.Results.Targets;
using TrialSim.Scenarios;

namespace TrialSim.Validation.Tests;

/// <summary>A scenario run from its text to its operating characteristics, as the command line does it.</summary>
internal sealed class SimulatedTrial
{
    private static readonly ConcurrentDictionary<(string Yaml, uint Replicates), SimulatedTrial> Runs = new();

    private readonly Trial _trial;
    private readonly RunSummary _summary;

    private SimulatedTrial(Trial trial, RunSummary summary)
    {
        _trial = trial;
        _summary = summary;
    }

    /// <summary>Replicates that were run.</summary>
    public long Replicates => _summary.Manifest.Replicates;

    /// <summary>Runs a scenario, once for all tests that ask for it.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="replicates">How many trials.</param>
    public static SimulatedTrial Run(string yaml, uint replicates) => Runs.GetOrAdd((yaml, replicates), run => Run(run.Yaml, run.Replicates, _ => { }));

    /// <summary>Runs a scenario and shows each row of <c>replicates.csv</c>.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="replicates">How many trials.</param>
    /// <param name="observe">Called for each row, in the order of the file.</param>
    public static SimulatedTrial Run(string yaml, uint replicates, Action<ReplicateRecord> observe)
    {
        Trial trial = Read(yaml);
        RunAccumulator sum = new(trial, CurvePlan.None);
        Campaign.Run(
            trial,
            trial.Run.Seed,
            new ReplicateRange(1, replicates),
            CurvePlan.None,
            Environment.ProcessorCount,
            batch => sum.Add(batch, observe),
            CancellationToken.None);
        Assert.Equal(replicates, sum.Replicates);
        return new SimulatedTrial(trial, sum.Summarise(new Manifest(trial.Name, "", "", "", trial.Run.Seed, 1, replicates, replicates, ""), TrialForecast.Of(trial)));
    }

    /// <summary>The courses of the first patients of many replicates: independent patients, with what no analysis sees.</summary>
    /// <param name="yaml">A scenario; of one patient it is quick.</param>
    /// <param name="count">How many.</param>
    public static PatientRecord[] Patients(string yaml, int count)
    {
        Trial trial = Read(yaml);
        return [.. Enumerable.Range(1, count).AsParallel().AsOrdered().Select(replicate => Replay.Patient(trial, trial.Run.Seed, (uint)replicate, 0))];
    }

    /// <summary>An operating characteristic of an analysis.</summary>
    public OperatingCharacteristic Of(string look, string analysis, string measure) =>
        _summary.OperatingCharacteristics.Single(row => row.Look == look && row.Analysis == analysis && row.Measure == measure);

    /// <summary>An operating characteristic of an analysis in an arm; without an analysis, a count of the first endpoint.</summary>
    public OperatingCharacteristic Of(string look, string analysis, string arm, string measure) =>
        _summary.OperatingCharacteristics.First(row => row.Look == look && row.Analysis == analysis && row.Arm == arm && row.Measure == measure);

    /// <summary>Replicates in which a test rejects.</summary>
    public long Rejections(string look, string analysis) => (long)Math.Round(Of(look, analysis, Measures.Power).Value!.Value * Replicates);

    /// <summary>What the scenario's targets say of this run.</summary>
    public IReadOnlyList<TargetCheck> Targets() => TargetChecks.Of(_trial.Design, _trial.Targets, _summary.OperatingCharacteristics);

    /// <summary>A compiled scenario.</summary>
    public static Trial Read(string yaml)
    {
        ScenarioReading reading = ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), "scenario.yaml", ScenarioOverrides.None);
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        return reading.Scenario!.Trial;
    }
}
