using System.Globalization;

namespace TrialSim.Results.Shards;

/// <summary>Which shards should hold what is missing of a run or a sweep. Where all that are there are parts of the same number of shards, that is known.</summary>
internal static class MissingShards
{
    /// <summary>What is said where they are not.</summary>
    public const string OfSeveralNumbers = "the shards that are there are not all of the same number of shards. Remove those of one number, and run what is missing with --shard.";

    /// <summary>Of how many shards those that are there are parts.</summary>
    /// <param name="headers">Their headers.</param>
    /// <param name="of">The number.</param>
    /// <returns>False where they are not all parts of the same number.</returns>
    public static bool TryCount(IEnumerable<LogHeader> headers, out int of)
    {
        int[] numbers = [.. headers.Select(header => header.Shard.Of).Distinct()];
        of = numbers[0];
        return numbers.Length == 1;
    }

    /// <summary>Why something of a shard is missing, and what to do.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="there">Replicates, or cells, that it has; none where it is not there.</param>
    /// <param name="wanted">How many those are to be.</param>
    public static string Why(ShardNumber shard, long? there, long wanted) => there is long finished
        ? string.Create(CultureInfo.InvariantCulture, $"shard {shard} stopped after {finished:N0} of {wanted:N0}. Run it again with --shard {shard}; it goes on where it stopped.")
        : $"shard {shard} is not there. Run it with --shard {shard}.";
}
