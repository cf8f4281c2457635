using TrialSim.Model;

namespace TrialSim.Benchmarks.Bare;

/// <summary>Runs bare trials, and sees to it that they are the trials with which they are compared.</summary>
internal static class BareLoop
{
    /// <summary>Replicates that are compared with the engine's before anything is measured.</summary>
    private const uint Compared = 2_000;

    /// <summary>How many of the replicates reject anything.</summary>
    public static int Rejections(IBareTrial bare, int analyses, uint replicates)
    {
        Span<int> rejectedAt = stackalloc int[analyses];
        int rejections = 0;
        for (uint replicate = 1; replicate <= replicates; replicate++)
        {
            bare.Run(replicate, rejectedAt);
            rejections += rejectedAt.ContainsAnyInRange(0, int.MaxValue) ? 1 : 0;
        }

        return rejections;
    }

    /// <summary>Compares the verdicts of each analysis in each replicate with the engine's.</summary>
    /// <exception cref="InvalidOperationException">They differ: the bare loop is one of another trial.</exception>
    public static void RequireSameVerdicts(IBareTrial bare, Trial trial)
    {
        int[] rejectedAt = new int[trial.Design.Analyses.Length];
        BenchmarkScenario.Run(trial, Compared, threads: 1, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                bare.Run(batch.First + (uint)index, rejectedAt);
                if (!batch.RejectionLooksOf(index).SequenceEqual(rejectedAt))
                {
                    throw new InvalidOperationException(
                        $"Replicate {batch.First + index}: the engine rejects at looks [{string.Join(", ", batch.RejectionLooksOf(index).ToArray())}], "
                        + $"{bare.GetType().Name} at [{string.Join(", ", rejectedAt)}]. Make it the same trial before measuring it.");
                }
            }
        });
    }
}
