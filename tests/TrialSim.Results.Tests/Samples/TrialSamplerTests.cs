using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
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

    // 60 patients who are followed for about a year, 9,000 hours: 40 replicates have 2e7 visits.
    [Fact, Trait("Source", "Regression")]
    public void ReplicatesOf_VisitsOfEveryHour_AreFewer() => Assert.InRange(TrialSampler.ReplicatesOf(WithVisitsOfEveryHour, 10_000), 20u, 80u);

    [Fact, Trait("Source", "Regression")]
    public void Take_VisitsOfEveryHour_TellsTheFirstTwoHundredOfEachPatient()
    {
        CourseRow[] visits = [.. TrialSampler.Take(WithVisitsOfEveryHour, 1, [], 1).Courses.Where(row => row.Kind == CourseRowKind.Visit)];

        Assert.All(visits.GroupBy(row => row.Patient), patient => Assert.InRange(patient.Count(), 1, 200));
        Assert.Contains(visits.GroupBy(row => row.Patient), patient => patient.Count() == 200 && Math.Abs(patient.Last().FromDays - (200 / 24.0)) < 1e-9);
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
    [InlineData(2400, 101, 24)] // Two years at a time: one is not enough.
    [InlineData(1.2e12, 101, 1.2e10)]
    [InlineData(25.1, 52, 0.5)] // The last one lies behind.
    public void MonthGrid_UpToADay_IsEvenAndNotTooFine(double months, int count, double step)
    {
        double[] grid = [.. MonthGrid.UpTo(months, 100)];

        Assert.Equal(count, grid.Length);
        Assert.Equal(0, grid[0]);
        Assert.True(grid[^1] >= months);
        Assert.All(grid.Skip(1).Zip(grid), pair => Assert.Equal(step, pair.First - pair.Second));
    }

    private static Trial WithVisitsOfEveryHour { get; } = ThreeArmTrial.Trial with
    {
        Design = ThreeArmTrial.Trial.Design with
        {
            Protocol = new TrialProtocol(
                [],
                [new VisitSchedule("imaging", NamedPurpose.Of("visit", "imaging"), [0, 1, 2], new AtRandomisation(), TimeWindow.Exactly(1 / 24.0), TimeWindow.Exactly(1 / 24.0), VisitClock.Schedule, [])],
                [])
            { IsFollowedToTheEnd = true },
        },
        Truth = ThreeArmTrial.Trial.Truth with { Conduct = new ProtocolConduct([], [new VisitConduct(WindowBehaviour.Target, MissedProbability: 0)]) },
    };
}
