using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;

namespace TrialSim.Engine.Tests.Randomness;

public sealed class StreamUniformsTests
{
    [Theory, Trait("Source", "Property")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1_001)]
    public void Draw_AnyCount_IsTheBeginningOfTheStream(int count)
    {
        StreamUniforms uniforms = new((uint)Purpose.Allocation);
        foreach (PatientKey patient in new[] { new PatientKey(1, 1, 0), new PatientKey(ulong.MaxValue, uint.MaxValue, 7), new PatientKey(1, 1, 0) })
        {
            double[] expected = new double[count];
            Draws draws = new(patient.Seed, patient.Replicate, patient.Patient, Purpose.Allocation);
            foreach (ref double uniform in expected.AsSpan())
            {
                uniform = draws.NextUniform();
            }

            Assert.Equal(expected, uniforms.Draw(patient, count).ToArray());
        }
    }
}
