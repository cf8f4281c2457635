using TrialSim.Engine.Randomness;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Randomness;

public sealed class DrawsTests
{
    [Fact, Trait("Source", "ByHand")]
    public void NextUniform_FirstOfABlock_TakesTheLowWordsFirst()
    {
        PhiloxBlock block = Philox4x32.Block(new PhiloxBlock(0, (uint)Purpose.Arrival, 57, 4711), 99);
        ulong first = ((ulong)block.Word1 << 32) | block.Word0;
        ulong second = ((ulong)block.Word3 << 32) | block.Word2;
        Draws draws = new(99, replicate: 4711, patient: 57, Purpose.Arrival);

        Assert.Equal(((first >> 11) + 0.5) / (1UL << 53), draws.NextUniform());
        Assert.Equal(((second >> 11) + 0.5) / (1UL << 53), draws.NextUniform());
    }

    [Fact, Trait("Source", "Property")]
    public void NextUniform_MillionDraws_LieStrictlyBetween0And1()
    {
        Draws draws = new(1, 1, 0, Purpose.Allocation);
        for (int draw = 0; draw < 1_000_000; draw++)
        {
            Assert.InRange(draws.NextUniform(), double.Epsilon, Math.BitDecrement(1.0));
        }
    }

    // Each decile holds Binomial(100,000, 0.1) of the draws; ten bands at 1e-7 each leave a false alarm of 1e-6.
    [Fact, Trait("Source", "Theory")]
    public void NextUniform_HundredThousandPatients_FillEachDecileAlike()
    {
        int[] counts = new int[10];
        for (uint patient = 0; patient < 100_000; patient++)
        {
            counts[(int)(10 * new Draws(SmallTrial.Seed, 1, patient, Purpose.LossToFollowUp).NextUniform())]++;
        }

        BinomialBand band = Binomial.Band(0.1, 100_000, 1e-7);
        Assert.All(counts, count => Assert.InRange(count, band.Lowest, band.Highest));
    }

    [Fact, Trait("Source", "Property")]
    public void NextUniform_AnyPartOfTheKeyChanged_IsAnotherDraw()
    {
        double[] draws =
        [
            new Draws(1, 1, 1, Purpose.Arrival).NextUniform(),
            new Draws(2, 1, 1, Purpose.Arrival).NextUniform(),
            new Draws(1, 2, 1, Purpose.Arrival).NextUniform(),
            new Draws(1, 1, 2, Purpose.Arrival).NextUniform(),
            new Draws(1, 1, 1, Purpose.Allocation).NextUniform(),
            new Draws(1UL << 32 | 1, 1, 1, Purpose.Arrival).NextUniform(),
        ];

        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Fact, Trait("Source", "Regression")]
    public void Purpose_NumbersOnceGiven_NeverChange()
    {
        Assert.Equal(1u, (uint)Purpose.Arrival);
        Assert.Equal(2u, (uint)Purpose.Allocation);
        Assert.Equal(3u, (uint)Purpose.LossToFollowUp);
        // FNV-1a of "event:death" over UTF-16 units, high bit set.
        Assert.Equal(Fnv1a("event:death") | 0x8000_0000, NamedPurpose.Of("event", "death"));
    }

    private static uint Fnv1a(string text) => text.Aggregate(2166136261u, (hash, unit) => unchecked((hash ^ unit) * 16777619u));
}
