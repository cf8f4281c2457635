using System.Runtime.Intrinsics;
using TrialSim.Engine.Randomness;

namespace TrialSim.Engine.Tests.Randomness;

public sealed class NaturalLogarithmTests
{
    // Expected: the runtime's logarithm, itself within one unit in the last place.
    [Fact, Trait("Source", "Theory")]
    public void Of_UniformsAndTheirExtremes_IsWithinTwoUnitsInTheLastPlace()
    {
        double[] uniforms =
        [
            Math.ScaleB(1.0, -54), Math.BitDecrement(1.0), 1.0, 0.5, Math.Sqrt(0.5), Math.BitDecrement(Math.Sqrt(0.5)), Math.BitIncrement(Math.Sqrt(0.5)), 2.0, 1e300,
            .. Enumerable.Range(0, 100_000).Select(Uniform),
            .. Enumerable.Range(1, 1_000).Select(step => 1.0 - (step * 1e-9)),
        ];

        Assert.All(uniforms, uniform =>
        {
            double expected = Math.Log(uniform);
            Assert.InRange(NaturalLogarithm.Of(uniform), expected - (2 * UnitInTheLastPlace(expected)), expected + (2 * UnitInTheLastPlace(expected)));
        });
    }

    [Fact, Trait("Source", "Property")]
    public void Of_EightAtATime_GivesTheSameBits()
    {
        for (int trial = 0; trial < 20_000; trial++)
        {
            double[] uniforms = [.. Enumerable.Range(trial * Vector512<double>.Count, Vector512<double>.Count).Select(Uniform)];
            Vector512<double> wide = NaturalLogarithm.Of(Vector512.Create(uniforms));

            Assert.All(Enumerable.Range(0, uniforms.Length), lane => Assert.Equal(NaturalLogarithm.Of(uniforms[lane]), wide[lane]));
        }
    }

    private static double Uniform(int patient) => new Draws(5, 1, (uint)patient, Purpose.Arrival).NextUniform();

    private static double UnitInTheLastPlace(double x) => Math.BitIncrement(Math.Abs(x)) - Math.Abs(x);
}
