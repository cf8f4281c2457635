using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Engine.Tests.Sites;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;

namespace TrialSim.Engine.Tests.Randomness;

public sealed class NeighbourUniformsTests
{
    private const uint Purpose = 0x8000_0001U;

    // Sessions wait for slots there, so that each patient is drawn alone.
    private static readonly TrialProtocol WithQueue =
        QueueTrial.OneSession(1, 1, QueueTrial.Suite(1, new FixedSession(1)), TimeWindow.Exactly(0)).Design.Protocol;

    public static TheoryData<ulong, uint> Keys => new() { { 1UL, 1U }, { 0xFEDC_BA98_7654_3210UL, 4711U }, { ulong.MaxValue, uint.MaxValue } };

    [Theory, Trait("Source", "Property"), MemberData(nameof(Keys))]
    public void Of_AnyOrderOfPatientsAndOccasions_IsTheirDraws(ulong seed, uint replicate)
    {
        NeighbourUniforms[] both = [new(Purpose, TrialProtocol.None), new(Purpose, WithQueue)];
        uint[] patients = [0, 1, 2, 200, 199, 3, 63, 64, 7, 8, 1_000_003, uint.MaxValue, .. Enumerable.Range(0, 100).Select(patient => (uint)patient)];
        foreach (uint patient in patients)
        {
            foreach (int occasion in new[] { 0, 1, 7, 8, 2, 1_000 })
            {
                PatientKey key = new(seed, replicate, patient);
                Draws draws = key.Draws(Purpose, occasion);
                (double, double) expected = (draws.NextUniform(), draws.NextUniform());

                Assert.All(both, uniforms => Assert.Equal(expected, uniforms.Of(key, occasion)));
            }
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Of_OtherReplicateOrSeed_IsAnotherDraw()
    {
        NeighbourUniforms uniforms = new(Purpose, TrialProtocol.None);

        Assert.Equal(3, new[] { uniforms.Of(new PatientKey(1, 1, 5), 0), uniforms.Of(new PatientKey(1, 2, 5), 0), uniforms.Of(new PatientKey(2, 2, 5), 0) }.Distinct().Count());
    }
}
