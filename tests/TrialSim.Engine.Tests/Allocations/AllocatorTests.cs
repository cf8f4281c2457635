using TrialSim.Engine.Allocations;
using TrialSim.Engine.Randomness;
using TrialSim.Model.Design;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Allocations;

public sealed class AllocatorTests
{
    [Fact, Trait("Source", "Property")]
    public void Next_PermutedBlocksOfSix_HoldTheRatioInEachBlock()
    {
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.PermutedBlock, [1, 2], [6], Stratification.None));
        int[] arms = allocator.Next(replicate: 1, patients: 600);

        Assert.All(arms.Chunk(6), block => Assert.Equal(4, block.Count(arm => arm == 1)));
    }

    [Fact, Trait("Source", "Property")]
    public void Next_PermutedBlocks_AreNotAllInTheSameOrder()
    {
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.PermutedBlock, [1, 1], [4], Stratification.None));
        int[] arms = allocator.Next(replicate: 1, patients: 400);

        Assert.Equal(6, arms.Chunk(4).Select(block => string.Concat(block)).Distinct().Count()); // 4 over 2
    }

    [Fact, Trait("Source", "Property")]
    public void Next_TwoStrata_BalancesEachOfThem()
    {
        Stratification strata = new([new StratificationFactor(0, 2)]);
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.PermutedBlock, [1, 1], [2], strata));
        int[] difference = new int[2];
        for (uint patient = 0; patient < 300; patient++)
        {
            int level = patient % 3 == 0 ? 1 : 0;
            difference[level] += allocator.Next(1, 1, patient, [level]) == 1 ? 1 : -1;
            Assert.InRange(difference[level], -1, 1);
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Next_FixedSizes_AreMetExactly()
    {
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.FixedSizes, [54, 53], [], Stratification.None));
        for (uint replicate = 1; replicate <= 20; replicate++)
        {
            allocator.Restart();
            Assert.Equal(53, allocator.Next(replicate, patients: 107).Count(arm => arm == 1));
        }
    }

    // Binomial(100,000, 2/3), false alarm 1e-6.
    [Fact, Trait("Source", "Theory")]
    public void Next_Simple_FollowsTheRatio()
    {
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.Simple, [1, 2], [], Stratification.None));
        BinomialBand band = Binomial.Band(2.0 / 3.0, 100_000, 1e-6);

        Assert.InRange(allocator.Next(replicate: 1, patients: 100_000).Count(arm => arm == 1), band.Lowest, band.Highest);
    }

    // Oracle: the first draw of who opens a block says its size, the others shuffle it from its end (Durstenfeld, Algorithm 235, 1964).
    [Fact, Trait("Source", "Independent")]
    public void Next_BlocksOfTwoSizes_AreShuffledByTheDrawsOfWhoOpensThem()
    {
        const int Patients = 3_000;
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.PermutedBlock, [1, 2], [3, 9], Stratification.None));
        List<int> expected = [];
        while (expected.Count < Patients)
        {
            Draws draws = new(SmallTrial.Seed, 1, (uint)expected.Count, Purpose.Allocation);
            int[] block = draws.NextIndex(2) == 0 ? [0, 1, 1] : [0, 0, 0, 1, 1, 1, 1, 1, 1];
            for (int last = block.Length - 1; last > 0; last--)
            {
                int other = draws.NextIndex(last + 1);
                (block[last], block[other]) = (block[other], block[last]);
            }

            expected.AddRange(block);
        }

        Assert.Equal(expected.Take(Patients), allocator.Next(replicate: 1, Patients));
    }

    // Each of the 6 orders of a block of 4 is Binomial(30,000, 1/6); six bands leave a false alarm of 1e-6.
    [Fact, Trait("Source", "Theory")]
    public void Next_BlocksOfFour_TakeEachOrderEquallyOften()
    {
        Allocator allocator = Allocating.Of(new Allocation(AllocationMethod.PermutedBlock, [1, 1], [4], Stratification.None));
        BinomialBand band = Binomial.Band(1.0 / 6.0, 30_000, 1e-6 / 6);
        IEnumerable<int> counts = allocator.Next(replicate: 1, patients: 120_000)
            .Chunk(4).GroupBy(block => string.Concat(block)).Select(group => group.Count());

        Assert.All(counts, count => Assert.InRange(count, band.Lowest, band.Highest));
    }
}
