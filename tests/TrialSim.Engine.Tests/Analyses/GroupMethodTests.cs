using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Patients;
using TrialSim.Model.Design;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Tests.Analyses;

/// <summary>
/// Eight patients, some of whom respond on a day: time, event and day of response are 100, 1, never; 200, 1, 60; 150, 1, never; 400, 0, 90; 350, 1, 120; 80, 1, never; 500, 1, 200;
/// 250, 0, never. R's numbers are of survival 3.5-3.
/// </summary>
public sealed class GroupMethodTests
{
    private static readonly TimeToEventEndpoint Os = new("os", [1]);

    // survdiff(Surv(days, event) ~ responder); coxph; quantile(survfit)
    [Fact, Trait("Source", "AgainstR")]
    public void Groups_ByEverResponding_AreTheNaiveComparison()
    {
        var rows = Rows(new GroupedEver());

        Assert.Equal(2.697163982, rows[0].Row.Z * rows[0].Row.Z, 1e-8);
        Assert.Equal(0.1727667109, rows[1].Row.Estimate, 1e-7);
        Assert.Equal(1.1865334849, rows[1].Row.StandardError, 1e-6);
        Assert.Equal((425.0, 125.0), (rows[2].Row.Estimate, rows[3].Row.Estimate));
        Assert.Equal((8, 6, 4, 3), (rows[0].Row.Patients, rows[0].Row.Events, rows[2].Row.Patients, rows[2].Row.Events));
        Assert.True(rows[0].Row.Z > 0);
    }

    // subset(data, days > 100) with days - 100 and response by day 100
    [Fact, Trait("Source", "AgainstR")]
    public void Groups_AtALandmark_LeaveOutWhoDidNotReachIt()
    {
        var rows = Rows(new GroupedAtLandmark(100));

        Assert.Equal(0.006493506494, rows[0].Row.Z * rows[0].Row.Z, 1e-10);
        Assert.Equal((200.0, 250.0), (rows[2].Row.Estimate, rows[3].Row.Estimate));
        Assert.Equal((6, 4, 2, 1, 4, 3), (rows[0].Row.Patients, rows[0].Row.Events, rows[2].Row.Patients, rows[2].Row.Events, rows[3].Row.Patients, rows[3].Row.Events));
    }

    // coxph(Surv(start, stop, event) ~ x) on a row for each group of a patient: score test (Mantel and Byar), coefficient and Wald test; survfit of the same (Simon and Makuch)
    [Fact, Trait("Source", "AgainstR")]
    public void Groups_FromTheDayOfResponse_AreMantelAndByarsTest()
    {
        var rows = Rows(new GroupedFromDay());

        Assert.Equal(0.3246336778, rows[0].Row.Z * rows[0].Row.Z, 1e-9);
        Assert.Equal(0.5688361908, rows[0].Row.PValue, 1e-9);
        Assert.Equal(0.5035709206, rows[1].Row.Estimate, 1e-7);
        Assert.Equal(1.2216517087, rows[1].Row.StandardError, 1e-6);
        Assert.Equal((350.0, 150.0), (rows[2].Row.Estimate, rows[3].Row.Estimate));
        Assert.Equal((8, 6, 4, 3, 8, 3), (rows[0].Row.Patients, rows[0].Row.Events, rows[2].Row.Patients, rows[2].Row.Events, rows[3].Row.Patients, rows[3].Row.Events));
    }

    // At day 100 only patients 2 and 4 are known to have responded; patients 1 and 6 have died.
    [Fact, Trait("Source", "ByHand")]
    public void Groups_AtAnEarlyCut_KnowNoLaterResponse()
    {
        var rows = Rows(new GroupedEver(), day: 100);

        Assert.Equal((2, 0, 6, 2), (rows[2].Row.Patients, rows[2].Row.Events, rows[3].Row.Patients, rows[3].Row.Events));
    }

    // Everybody is stable (2) first; four get a partial response (1), and one of these a complete one (0).
    [Theory, Trait("Source", "ByHand")]
    [InlineData(new[] { 0, 1 }, 4)]
    [InlineData(new[] { 0 }, 1)]
    [InlineData(new[] { 1 }, 3)]
    [InlineData(new[] { 2 }, 4)]
    public void Groups_ByBestLevel_AreThoseOfTheFirstInTheList(int[] levels, int with)
    {
        PatientGroups groups = Groups(new GroupedEver()) with { Status = new BestLevelFound(0, [.. levels]) };

        var rows = Data(new GroupMedianAnalysis("median", 0, [0], groups, 0.95, IntervalTransform.Log)).RowsAt(1000);

        Assert.Equal((with, 8 - with), (rows[0].Row.Patients, rows[1].Row.Patients));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Groups_OfOneArm_LeaveTheOthersOut()
    {
        PatientGroups groups = Groups(new GroupedEver()) with { Arms = [0] };

        var rows = Data(new GroupMedianAnalysis("median", 0, [0], groups, 0.95, IntervalTransform.Log)).RowsAt(1000);

        Assert.Equal(4, rows[0].Row.Patients + rows[1].Row.Patients);
    }

    private static PatientGroups Groups(GroupTiming timing) => new(new BestLevelFound(0, [0, 1]), "CR/PR", "not CR/PR", timing, [0, 1]);

    private static ImmutableArray<(RowKey Key, ResultRow Row)> Rows(GroupTiming timing, double day = 1000)
    {
        PatientGroups groups = Groups(timing);
        return Data(
            new GroupLogRankAnalysis("log_rank", 0, [0], groups, RankWeight.Constant, SmallTrial.TwoSided5Percent),
            new GroupCoxAnalysis("cox", 0, [0], groups, 0.95, SmallTrial.TwoSided5Percent),
            new GroupMedianAnalysis("median", 0, [0], groups, 0.95, IntervalTransform.Log)).RowsAt(day);
    }

    private static HandMade Data(params Analysis[] analyses)
    {
        HandMade data = new(8, Os, analyses);
        Add(0, 100, 100, HandMade.Never);
        Add(1, 200, HandMade.Never, 60);
        Add(0, 150, 150, HandMade.Never);
        Add(1, HandMade.Never, 400, 90);
        Add(0, 350, HandMade.Never, 120);
        Add(1, 80, 80, HandMade.Never);
        Add(0, 500, HandMade.Never, 200);
        Add(1, HandMade.Never, 250, HandMade.Never);
        return data;

        // Stable disease (2) first; partial response (1) on the day; patient 4 goes on to a complete one (0).
        void Add(int arm, double death, double lost, double response)
        {
            List<CourseEntry> course = [HandMade.Level(30, 2)];
            if (response < HandMade.Never)
            {
                course.Add(HandMade.Level(response, 1));
            }

            if (response == 90)
            {
                course.Add(HandMade.Level(95, 0));
            }

            data.Patient(arm, HandMade.Never, death, lost, [.. course]);
        }
    }
}
