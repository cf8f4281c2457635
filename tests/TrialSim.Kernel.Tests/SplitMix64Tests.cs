namespace TrialSim.Kernel.Tests;

public sealed class SplitMix64Tests
{
    // The first outputs for seed 1234567, as commonly published with the algorithm.
    [Fact, Trait("Source", "Theory")]
    public void SplitMix64_Seed1234567_GivesPublishedNumbers()
    {
        SplitMix64 generator = new(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => generator.Next()));
    }
}
