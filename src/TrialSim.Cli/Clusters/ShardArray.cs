namespace TrialSim.Cli.Clusters;

/// <summary>Numbers of shards as the <c>--array</c> of Slurm takes them.</summary>
internal static class ShardArray
{
    /// <summary>Numbers in order, such as <c>1-3,7</c>.</summary>
    public static string Of(IReadOnlyList<int> shards)
    {
        List<string> parts = [];
        for (int begin = 0; begin < shards.Count;)
        {
            int end = begin;
            while (end + 1 < shards.Count && shards[end + 1] == shards[end] + 1)
            {
                end++;
            }

            parts.Add(FormattableString.Invariant(end > begin ? (FormattableString)$"{shards[begin]}-{shards[end]}" : $"{shards[begin]}"));
            begin = end + 1;
        }

        return string.Join(',', parts);
    }
}
