using TrialSim.Engine.MonteCarlo;

namespace TrialSim.Results.Shards;

/// <summary>One of several nearly equal, consecutive parts of the replicates of a run.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Of">How many there are.</param>
public readonly record struct ShardNumber(int Number, int Of)
{
    /// <summary>All replicates.</summary>
    public static ShardNumber Whole => new(1, 1);

    /// <summary>Its part of the replicates; empty for some where there are more shards than replicates.</summary>
    /// <param name="replicates">Replicates of the whole run.</param>
    public ReplicateRange RangeOf(long replicates)
    {
        long before = (Number - 1) * replicates / Of;
        return new ReplicateRange((uint)(before + 1), (uint)((Number * replicates / Of) - before));
    }

    /// <summary>As it is written on a command line: <c>3/64</c>.</summary>
    public override string ToString() => $"{Number}/{Of}";
}
