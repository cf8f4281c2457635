namespace TrialSim.Fuzzing.Mutations;

/// <summary>Where an input comes from: draws that depend on the campaign's seed and the input's index alone, so that each input can be made again.</summary>
internal sealed class Chance(ulong seed, long index)
{
    // Mixed twice, so that neither neighbouring indices nor neighbouring seeds give streams that overlap.
    private readonly SplitMix64 _draws = new(new SplitMix64(seed ^ new SplitMix64((ulong)index).Next()).Next());

    /// <summary>A whole number from 0 to below a bound.</summary>
    public int Below(int bound) => _draws.NextBelow(bound);

    /// <summary>A whole number within limits, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of several, each as likely as the others.</summary>
    public T Pick<T>(IReadOnlyList<T> all) => all[Below(all.Count)];
}
