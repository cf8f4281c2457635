using TrialSim.Model;
using TrialSim.Results.Samples;

namespace TrialSim.Results.Tests.Samples;

public sealed class TrialSamplerTests
{
    [Theory, Trait("Source", "ByHand")]
    [InlineData(60, 10_000, 200)] // 12,000 patients: no more replicates show more.
    [InlineData(450, 10_000, 44)] // 19,800 patients, and 45 replicates have more than 20,000.
    [InlineData(450, 7, 7)] // There are no more.
    [InlineData(50_000, 10_000, 1)] // At least one, whatever its size.
    public void ReplicatesOf_ATrial_AreThoseThatAPictureNeeds(int patients, long replicates, uint expected)
    {
        Trial trial = ThreeArmTrial.Trial with { Design = ThreeArmTrial.Trial.Design with { Patients = patients } };

        Assert.Equal(expected, TrialSampler.ReplicatesOf(trial, replicates));
    }

    [Fact, Trait("Source", "Property")]
    public void Take_ATrialWithoutProtocol_HasAccrualCurvesAndCoursesAndNothingElse()
    {
        TrialSample sample = TrialSampler.Take(ThreeArmTrial.Trial, 4, [], 2);

        Assert.Equal(4u, sample.Replicates);
        Assert.Equal(60, sample.Accrual[^1].Mean);
        Assert.Equal(["a", "b", "c"], sample.TrueCurves.Select(point => point.Arm).Distinct());
        Assert.All(sample.TrueCurves.Where(point => point.Months == 0), point => Assert.Equal((1.0, 80L), (point.Survival, point.AtRisk)));
        Assert.Equal(24, sample.Courses.Count(row => row.Kind == CourseRowKind.Followed));
        Assert.Equal((0, 0, 0, 0, 0, 0), (sample.BestLevels.Count, sample.MarkerCourses.Count, sample.BestChanges.Count, sample.AdverseEvents.Count, sample.ResourceMonths.Count, sample.SeenDelays.Count));
    }

    [Fact, Trait("Source", "Property")]
    public void Take_MoreReplicates_LeavesTheCoursesOfTheFirstAsTheyWere() =>
        Assert.Equal(TrialSampler.Take(ThreeArmTrial.Trial, 1, [], 1).Courses, TrialSampler.Take(ThreeArmTrial.Trial, 50, [], 3).Courses);

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0, 1, 0)]
    [InlineData(24, 97, 0.25)]
    [InlineData(26, 53, 0.5)] // 104 quarters of a month would be more than 100.
    [InlineData(300, 101, 3)]
    [InlineData(25.1, 52, 0.5)] // The last one lies behind.
    public void MonthGrid_UpToADay_IsEvenAndNotTooFine(double months, int count, double step)
    {
        double[] grid = [.. MonthGrid.UpTo(months, 100)];

        Assert.Equal(count, grid.Length);
        Assert.Equal(0, grid[0]);
        Assert.True(grid[^1] >= months);
        Assert.All(grid.Skip(1).Zip(grid), pair => Assert.Equal(step, pair.First - pair.Second));
    }
}
