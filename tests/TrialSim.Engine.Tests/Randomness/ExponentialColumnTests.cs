using TrialSim.Engine.Randomness;

namespace TrialSim.Engine.Tests.Randomness;

public sealed class ExponentialColumnTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData(1UL, 1U, (uint)Purpose.Arrival)]
    [InlineData(0xFEDC_BA98_7654_3210UL, 4711U, 0x8000_0001U)]
    [InlineData(ulong.MaxValue, uint.MaxValue, uint.MaxValue)]
    public void Of_AnyOrderOfPatients_IsTheFirstOfTheirDraws(ulong seed, uint replicate, uint purpose)
    {
        ExponentialColumn column = new(purpose);
        uint[] patients = [0, 1, 2, 200, 199, 3, 63, 64, 127, 128, 1_000_003, .. Enumerable.Range(0, 3_000).Select(patient => (uint)patient)];

        Assert.All(patients, patient => Assert.Equal(new Draws(seed, replicate, patient, purpose).NextExponential(), column.Of(seed, replicate, patient)));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(1_001)]
    public void Fill_AnyNumberOfPatients_IsTheFirstOfTheirDraws(int patients)
    {
        double[] exponentials = new double[ExponentialColumn.LengthFor(patients)];
        new ExponentialColumn((uint)Purpose.Arrival).Fill(3, 2, exponentials);

        Assert.Equal(Enumerable.Range(0, exponentials.Length).Select(patient => new Draws(3, 2, (uint)patient, Purpose.Arrival).NextExponential()), exponentials);
        Assert.InRange(exponentials.Length, patients, patients + WideDraws.Width - 1);
    }

    [Fact, Trait("Source", "Property")]
    public void Of_OtherReplicate_IsAnotherDraw()
    {
        ExponentialColumn column = new((uint)Purpose.Arrival);

        Assert.Equal(3, new[] { column.Of(1, 1, 5), column.Of(1, 2, 5), column.Of(2, 2, 5) }.Distinct().Count());
    }
}
