using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class MilestoneAndLandmarkTests
{
    [Fact, Trait("Source", "Theory")]
    public void LogLog_SurvivalOfOneOrZero_GivesTheReason()
    {
        MilestoneSurvival half = new(0.5, 0.1, 0.3, 0.7, NotEstimable.None);
        MilestoneSurvival one = new(1.0, 0.0, 1.0, 1.0, NotEstimable.None);
        MilestoneSurvival zero = new(0.0, 0.0, 0.0, 0.0, NotEstimable.None);
        MilestoneSurvival none = new(0.0, 0.0, 0.0, 0.0, NotEstimable.NotReached);

        Assert.Equal(NotEstimable.NoVariance, MilestoneLogLog.Between(half, one).Reason);
        Assert.Equal(NotEstimable.NoVariance, MilestoneLogLog.Between(zero, half).Reason);
        Assert.Equal(NotEstimable.NotReached, MilestoneLogLog.Between(half, none).Reason);
        Assert.Equal(new Interval(0.0, double.PositiveInfinity), MilestoneLogLog.Between(half, none).RatioInterval(0.95));
        Assert.True(MilestoneLogLog.Between(half, half).IsEstimable);
    }

    // R 4.2.2: survdiff(Surv(time - 180, status) ~ sex, subset(lung, time > 180)).
    [Fact, Trait("Source", "AgainstR")]
    public void Landmark_LungAt180Days_MatchesTheSubset()
    {
        ReferenceData data = new("lung");
        int n = data.Days.Length;
        SurvivalSample left = Landmark.Fill(
            new SurvivalSample(data.Days, data.HasEvent, data.Arm), 180.0, new double[n], new bool[n], new byte[n], []);

        LogRankOfArmsResult result = LogRankOfArms.Test(new SurvivalOrder(n).Sort(left), RankWeight.Constant);

        Assert.Equal(159, left.Length);
        Close.Relative(2.5380405888775677, result.ChiSquare, 1e-11);
    }

    [Fact, Trait("Source", "Theory")]
    public void Landmark_OnTheDayItself_BelongsToThePast()
    {
        byte[] arm = new byte[4];
        Landmark.FillGroups([5.0, 10.0, 10.5, double.PositiveInfinity], 10.0, arm);
        SurvivalSample left = Landmark.Fill(
            new SurvivalSample([10, 12, 20, 9], [true, true, false, true], arm, [0, 1, 2, 3]), 10.0, new double[4], new bool[4], new byte[4], new int[4]);

        Assert.Equal([1, 1, 0, 0], arm);
        Assert.Equal([2.0, 10.0], left.Days);
        Assert.Equal([true, false], left.HasEvent);
        Assert.Equal([(byte)1, (byte)0], left.Arm);
        Assert.Equal([1, 2], left.Stratum);
    }

    // Four patients under a hazard of 0.1 a day: 1 + 2 + 3 + 4 days give 1 expected event; 2 are seen.
    [Fact, Trait("Source", "ByHand")]
    public void OneSample_FourPatients_GivesTheSums()
    {
        SurvivalSample sample = new([1, 2, 3, 4], [true, false, true, false], []);
        Hazard reference = new ExponentialHazard(0.1);

        OneSampleLogRankResult plain = OneSampleLogRank.Test(sample, reference, OneSampleVariance.Expected);
        OneSampleLogRankResult average = OneSampleLogRank.Test(sample, reference, OneSampleVariance.Average);

        Assert.Equal(2, plain.Observed);
        Close.Relative(1.0, plain.Expected, 1e-14);
        Close.Relative(-1.0, plain.Z, 1e-14);
        Close.Relative(2.0, plain.Ratio, 1e-14);
        Close.Relative(-1.0 / Math.Sqrt(1.5), average.Z, 1e-14);
    }

    // R 4.2.2: survdiff(Surv(time, status) ~ offset(exp(-0.1 * time)), gehan) on the 6-MP patients.
    [Fact, Trait("Source", "AgainstR")]
    public void OneSample_SixMercaptopurine_MatchesSurvdiffWithOffset()
    {
        ReferenceData data = new("gehan");
        int[] treated = [.. Enumerable.Range(0, data.Days.Length).Where(i => data.Arm[i] == 1)];
        SurvivalSample sample = new([.. treated.Select(i => data.Days[i])], [.. treated.Select(i => data.HasEvent[i])], []);

        OneSampleLogRankResult result = OneSampleLogRank.Test(sample, new ExponentialHazard(0.1), OneSampleVariance.Expected);

        Close.Relative(20.156267409470757, result.ChiSquare, 1e-12);
        Assert.True(result.Z > 0.0);
    }

    [Fact, Trait("Source", "Theory")]
    public void OneSample_DegenerateData_GivesTheReason()
    {
        Hazard reference = new ExponentialHazard(0.1);

        Assert.Equal(NotEstimable.NoPatients, OneSampleLogRank.Test(new SurvivalSample([], [], []), reference, OneSampleVariance.Expected).Reason);
        Assert.Equal(
            NotEstimable.NoVariance, OneSampleLogRank.Test(new SurvivalSample([0], [true], []), reference, OneSampleVariance.Average).Reason);
    }
}
