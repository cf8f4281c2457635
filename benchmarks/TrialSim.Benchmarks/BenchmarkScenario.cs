using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Results;
using TrialSim.Results.Summary;
using TrialSim.Scenarios;

namespace TrialSim.Benchmarks;

/// <summary>Reads scenarios for benchmarks, and runs them.</summary>
internal static class BenchmarkScenario
{
    /// <summary>The text of a scenario that ships, of those in the project file.</summary>
    public static byte[] TextOf(string file)
    {
        using Stream scenario = typeof(BenchmarkScenario).Assembly.GetManifestResourceStream(file)!;
        using MemoryStream text = new();
        scenario.CopyTo(text);
        return text.ToArray();
    }

    /// <summary>The compiled trial; a scenario that is refused ends the benchmark with all that is wrong with it.</summary>
    public static Trial Read(ReadOnlyMemory<byte> yaml, ScenarioOverrides overrides)
    {
        ScenarioReading reading = ScenarioReader.Read(yaml, "benchmark.yaml", overrides);
        return reading.Scenario?.Trial ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    /// <summary>A scenario that ships.</summary>
    public static Trial ReadShipped(string file) => Read(TextOf(file), ScenarioOverrides.None);

    /// <summary>The trial without its analyses: courses and looks.</summary>
    public static Trial Unread(Trial trial) => trial with { Design = trial.Design with { Analyses = [] } };

    /// <summary>The trial with endpoints to which every visit and every treatment matters, so that a run leaves nothing of the protocol out.</summary>
    public static Trial Whole(Trial trial)
    {
        TrialDesign design = trial.Design;
        TimeToEventEndpoint everyVisit = new("every visit", [0]) { AssessedAt = [.. Enumerable.Range(0, design.Protocol.Visits.Length)] };
        IEnumerable<Endpoint> everyTreatment = design.Protocol.Treatments.Select((treatment, index) => new NumericEndpoint(treatment.Name, new SessionCount(index), BetterDirection.Higher));
        return trial with { Design = design with { Endpoints = [.. design.Endpoints, everyVisit, .. everyTreatment] } };
    }

    /// <summary>Runs replicates.</summary>
    public static void Run(Trial trial, uint replicates, int threads, Action<ReplicateBatch> consume) =>
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, replicates), CurvePlan.None, threads, consume, CancellationToken.None);

    /// <summary>Runs replicates on one worker.</summary>
    /// <returns>How many were run.</returns>
    public static int Run(Trial trial, uint replicates)
    {
        int done = 0;
        Run(trial, replicates, threads: 1, batch => done += batch.Count);
        return done;
    }

    /// <summary>Runs replicates and adds them up, as a run of the command line does that writes nothing.</summary>
    public static IReadOnlyList<OperatingCharacteristic> Summarise(Trial trial, uint replicates, int threads)
    {
        RunAccumulator sum = new(trial, CurvePlan.None);
        Run(trial, replicates, threads, batch => sum.Add(batch, static _ => { }));
        return sum.Characteristics();
    }

    /// <summary>Says on the console how many entries the courses of a trial have: what was done, happened and came to be known, a patient.</summary>
    public static void TellEntriesPerPatient(string name, Trial trial, int patients)
    {
        const int Replicates = 10;
        long entries = 0;
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            for (int patient = 0; patient < patients; patient++)
            {
                PatientRecord record = Replay.Patient(trial, trial.Run.Seed, replicate, patient);
                entries += record.Course.Length + record.EventDays.Count(day => double.IsFinite(day.Value));
            }
        }

        Console.WriteLine($"// {name}: {(double)entries / (Replicates * patients):F1} entries a patient");
    }
}
