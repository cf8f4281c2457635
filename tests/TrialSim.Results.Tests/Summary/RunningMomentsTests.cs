using TrialSim.Results.Summary;

namespace TrialSim.Results.Tests.Summary;

public sealed class RunningMomentsTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Add_FourNumbers_GivesMeanAndStandardError()
    {
        RunningMoments moments = default;
        foreach (double value in new[] { 2.0, 4, 4, 10 })
        {
            moments.Add(value);
        }

        // Mean 5; squares 9 + 1 + 1 + 25 = 36; variance 12; standard error √(12 / 4).
        Assert.Equal(4, moments.Count);
        Assert.Equal(5.0, moments.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(3), moments.StandardError, 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void StandardError_OneNumber_IsZero()
    {
        RunningMoments moments = default;
        moments.Add(3);

        Assert.Equal(0.0, moments.StandardError);
    }
}
