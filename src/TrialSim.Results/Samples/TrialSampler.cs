using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;

namespace TrialSim.Results.Samples;

/// <summary>Simulates the first replicates of a run again, and reads off them what the run has kept nothing of: their patients.</summary>
public static class TrialSampler
{
    /// <summary>The most replicates of a sample: more show nothing more in a picture.</summary>
    public const uint MostReplicates = 200;

    /// <summary>The most patients of a sample, of all replicates together, as long as it has a replicate.</summary>
    public const int MostPatients = 20_000;

    /// <summary>How many replicates the sample of a run has.</summary>
    /// <param name="trial">The compiled scenario.</param>
    /// <param name="replicates">Replicates of the run.</param>
    public static uint ReplicatesOf(Trial trial, long replicates) =>
        (uint)Math.Min(replicates, Math.Clamp(MostPatients / trial.Design.MaxPatients, 1, MostReplicates));

    /// <summary>The sample of a run. It depends on the scenario, the seed and the number of replicates, and on nothing else.</summary>
    /// <param name="trial">The compiled scenario, as it was run.</param>
    /// <param name="replicates">Replicates of the run, at least 1.</param>
    /// <param name="threads">Threads to simulate on.</param>
    public static TrialSample Take(Trial trial, long replicates, int threads)
    {
        ReplicateRange range = new(1, ReplicatesOf(trial, replicates));
        AccrualAccumulator accrual = new(trial);
        TrueCurveAccumulator[] curves = [.. trial.Design.Endpoints.OfType<TimeToEventEndpoint>().Where(endpoint => endpoint.IsPlain).Select(endpoint => new TrueCurveAccumulator(trial.Design, endpoint))];
        ReplayCampaign.Run(trial, trial.Run.Seed, range, threads, replayed =>
        {
            accrual.Add(replayed);
            foreach (TrueCurveAccumulator curve in curves)
            {
                curve.Add(replayed);
            }
        });
        return TrialSample.None with
        {
            Replicates = range.Count,
            Accrual = accrual.Summarise(),
            TrueCurves = [.. curves.SelectMany(curve => curve.Summarise())],
        };
    }
}
