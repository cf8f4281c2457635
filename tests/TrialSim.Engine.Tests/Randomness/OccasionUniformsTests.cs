using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;

namespace TrialSim.Engine.Tests.Randomness;

public sealed class OccasionUniformsTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData(1UL, 1U, 0U, 0x8000_0001U)]
    [InlineData(ulong.MaxValue, uint.MaxValue, 1_000_003U, uint.MaxValue)]
    public void Of_AnyOrderOfOccasionsAndPatients_AreTheirDraws(ulong seed, uint replicate, uint patient, uint purpose)
    {
        OccasionUniforms uniforms = new(purpose);
        (uint Patient, int Occasion)[] asked = [(patient, 0), (patient, 7), (patient, 8), (patient + 1, 8), (patient, 0), .. Enumerable.Range(0, 100).Select(one => (patient, 3 * one))];

        Assert.All(asked, one =>
        {
            PatientKey key = new(seed, replicate, one.Patient);
            Draws draws = key.Draws(purpose, one.Occasion);
            (double first, double second) = (draws.NextUniform(), draws.NextUniform());

            Assert.Equal((first, second), uniforms.Of(key, one.Occasion));
        });
    }
}
