namespace TrialSim.Cli.Runs;

/// <summary>When a run has enough replicates. It is asked only after numbers of replicates that depend on nothing that was simulated, so that neither threads nor a resumed run change the answer.</summary>
/// <param name="NextAfter">The number of replicates at which it is asked next, after a number of them.</param>
/// <param name="IsEnough">Whether those that were taken are enough.</param>
internal sealed record StoppingRule(Func<long, long> NextAfter, Func<bool> IsEnough)
{
    /// <summary>Only when all are there.</summary>
    public static StoppingRule None { get; } = new(static _ => long.MaxValue, static () => false);
}
