using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Results.Costs;

namespace TrialSim.Results.Samples;

/// <summary>Simulates the first replicates of a run again, and reads off them what the run has kept nothing of: their patients.</summary>
public static class TrialSampler
{
    /// <summary>The most replicates of a sample: more show nothing more in a picture.</summary>
    public const uint MostReplicates = 200;

    /// <summary>The most patients of a sample, of all replicates together, as long as it has a replicate.</summary>
    public const int MostPatients = 20_000;

    // Of all courses together, roughly: the time for it is seconds.
    private const double MostEntries = 2e7;

    /// <summary>How many replicates the sample of a run has: fewer where patients have long courses.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="replicates">Replicates of the run.</param>
    public static uint ReplicatesOf(Trial trial, long replicates) =>
        (uint)Math.Min(replicates, Math.Clamp(Math.Min(MostPatients, MostEntries / CourseWork.Of(trial).Sum(work => work.Entries)) / trial.Design.MaxPatients, 1, MostReplicates));

    /// <summary>The sample of a run. It depends on the scenario, the seed, the number of replicates and the examples, and on nothing else.</summary>
    /// <param name="trial">The compiled scenario, as it was run.</param>
    /// <param name="replicates">Replicates of the run, at least 1.</param>
    /// <param name="examples">Trials whose courses are told; the first one where there are none.</param>
    /// <param name="threads">Threads to simulate on.</param>
    public static TrialSample Take(Trial trial, long replicates, IReadOnlyList<ExampleTrial> examples, int threads)
    {
        ReplicateRange range = new(1, ReplicatesOf(trial, replicates));
        AccrualAccumulator accrual = new(trial);
        TrueCurveAccumulator[] curves = [.. trial.Design.Endpoints.OfType<TimeToEventEndpoint>().Where(endpoint => endpoint.IsPlain).Select(endpoint => new TrueCurveAccumulator(trial.Design, endpoint))];
        BestLevelAccumulator[] levels = [.. trial.Truth.States.Select((_, state) => new BestLevelAccumulator(trial, state))];
        MarkerAccumulator[] markers = [.. trial.Truth.Markers.Select((_, marker) => new MarkerAccumulator(trial, marker))];
        AdverseEventAccumulator[] adverseEvents = [.. Enumerable.Range(0, trial.Truth.Events.Length).Where(index => trial.Truth.Events[index].IsRecorded).Select(index => new AdverseEventAccumulator(trial, index))];
        ResourceMonthAccumulator[] resources = [.. trial.Truth.Sites.Resources.Select((_, resource) => new ResourceMonthAccumulator(trial, resource))];
        SeenDelayReader[] delays = trial.Truth.Events.All(one => one.IsSeenAtOnce) ? [] : [new SeenDelayReader(trial)];
        ITrialReader[] readers = [accrual, .. curves, .. levels, .. markers, .. adverseEvents, .. resources, .. delays];
        ReplayCampaign.Run(trial, trial.Run.Seed, range, threads, replayed =>
        {
            foreach (ITrialReader reader in readers)
            {
                reader.Add(replayed);
            }
        });
        uint[] told = examples.Count == 0 ? [1] : [.. examples.Select(example => example.Replicate).Distinct().Order()];
        return new TrialSample(
            range.Count,
            accrual.Summarise(),
            [.. curves.SelectMany(curve => curve.Summarise())],
            [.. levels.SelectMany(level => level.Summarise())],
            [.. markers.SelectMany(marker => marker.Courses())],
            [.. markers.SelectMany(marker => marker.BestChanges)],
            [.. adverseEvents.SelectMany(one => one.Summarise())],
            [.. resources.SelectMany(resource => resource.Summarise())],
            [.. delays.SelectMany(reader => reader.Delays)],
            [.. told.SelectMany(replicate => CourseReader.Read(trial, replicate))]);
    }
}
