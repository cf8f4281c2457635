using TrialSim.Engine.MonteCarlo;
using TrialSim.Results.Shards;

namespace TrialSim.Results.Tests.Shards;

public sealed class ShardNumberTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData(1, 1)]
    [InlineData(10, 3)]
    [InlineData(100_000, 64)]
    [InlineData(5, 7)]
    [InlineData(100_000_000, 99_999)]
    public void RangeOf_AllShards_HoldEachReplicateOnceInNearlyEqualParts(long replicates, int of)
    {
        ReplicateRange[] ranges = [.. Enumerable.Range(1, of).Select(number => new ShardNumber(number, of).RangeOf(replicates))];

        long next = 1;
        foreach (ReplicateRange range in ranges)
        {
            Assert.Equal(next, range.First);
            next += range.Count;
        }

        Assert.Equal(replicates + 1, next);
        Assert.InRange(ranges.Max(range => range.Count) - ranges.Min(range => range.Count), 0u, 1u);
    }

    [Fact, Trait("Source", "ByHand")]
    public void RangeOf_TenInThreeParts_IsThreeThreeFour() =>
        Assert.Equal([new(1, 3), new(4, 3), new(7, 4)], Enumerable.Range(1, 3).Select(number => new ShardNumber(number, 3).RangeOf(10)));
}
