using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Sites;
using TrialSim.Model.Decisions;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Results.Summary.Trials;
using TrialSim.Statistics;

namespace TrialSim.Results.Tests.Summary.Trials;

/// <summary>Four replicates written by hand: one stops for efficacy, one for futility, one rejects at the end, and of one the final look never comes.</summary>
public sealed class TrialAccumulatorTests
{
    private static readonly RowKey[] Keys = [.. new ResultLayout(TwoLookTrial.Trial.Design).Rows];

    private readonly TrialAccumulator _sum = new(TwoLookTrial.Trial);

    public TrialAccumulatorTests()
    {
        Add(_sum, new TrialOutcome(TwoLookTrial.Month(11), TwoLookTrial.Interim, StopReason.Efficacy, 100, 100), [TwoLookTrial.Month(10), TrialDay.Never], [0, -1], [0, 0], interimEvents: 20, finalEvents: 0);
        Add(_sum, new TrialOutcome(TwoLookTrial.Month(12), TwoLookTrial.Interim, StopReason.Futility, 110, 110), [TwoLookTrial.Month(11), TrialDay.Never], [-1, 0], [-1, -1], interimEvents: 21, finalEvents: 0);
        Add(_sum, new TrialOutcome(TwoLookTrial.Month(20), -1, StopReason.None, 120, 120), [TwoLookTrial.Month(10), TwoLookTrial.Month(20)], [-1, -1], [1, -1], interimEvents: 20, finalEvents: 40);
        Add(_sum, new TrialOutcome(TwoLookTrial.Month(10), -1, StopReason.None, 120, 120), [TwoLookTrial.Month(10), TrialDay.Never], [-1, -1], [-1, -1], interimEvents: 20, finalEvents: 0);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("", "test", "", Measures.OverallPower, 0.5)]
    [InlineData("interim", "test", "", Measures.FirstRejection, 0.25)]
    [InlineData("final", "test", "", Measures.FirstRejection, 0.25)]
    [InlineData("interim", "test", "", Measures.CumulativePower, 0.25)]
    [InlineData("final", "test", "", Measures.CumulativePower, 0.5)]
    [InlineData("interim", "", "stop_for_efficacy", Measures.DecisionProbability, 0.25)]
    [InlineData("", "", "stop_for_futility", Measures.DecisionProbability, 0.25)]
    [InlineData("interim", "", "efficacy", Measures.StopProbability, 0.25)]
    [InlineData("", "", "futility", Measures.StopProbability, 0.25)]
    [InlineData("", "", "", Measures.StopProbability, 0.5)]
    [InlineData("final", "", "", Measures.StoppedBefore, 0.5)]
    [InlineData("final", "", "", Measures.NeverReached, 0.25)]
    [InlineData("interim", "", "", Measures.NeverReached, 0.0)]
    [InlineData("", "", "", Measures.TrialPatients, 112.5)]
    [InlineData("", "", "", "trial_patients_q050", 100)]
    [InlineData("", "", "", "trial_patients_q500", 110)]
    [InlineData("", "", "", "trial_patients_q950", 120)]
    [InlineData("", "", "", Measures.TrialDuration, 13.25)]
    [InlineData("", "", "", Measures.TrialEvents, 50.5)]
    public void Characteristics_FourReplicates_AreTheirSharesAndMeans(string look, string analysis, string decision, string measure, double expected)
    {
        OperatingCharacteristic row = TwoLookTrial.RowsOf(_sum).Single(row => row.Look == look && row.Analysis == analysis && row.Subject == decision && row.Measure == measure);

        Assert.Equal(expected, row.Value!.Value, 12);
        Assert.Equal(4, row.Replicates);
    }

    // Two of five patients of each trial in the control arm, and a mean Z of 1: the treated arm is the better one.
    [Fact, Trait("Source", "ByHand")]
    public void PatientsOnBetterArm_DesignThatMayShiftThem_IsTheShareInTheArmWhoseZIsPositive()
    {
        Decision close = new("close", [TwoLookTrial.Interim], new DecisionCondition.Always(), new DecisionAction.StopAccrual());
        TrialAccumulator sum = new(TwoLookTrial.Trial with { Design = TwoLookTrial.Trial.Design with { Decisions = [close] } });
        Add(sum, new TrialOutcome(TwoLookTrial.Month(20), -1, StopReason.None, 120, 120), [TwoLookTrial.Month(10), TwoLookTrial.Month(20)], [0], [1, -1], interimEvents: 20, finalEvents: 40);
        OperatingCharacteristic better = TwoLookTrial.RowsOf(sum).Single(row => row.Measure == Measures.PatientsOnBetterArm);

        Assert.Equal("treated", better.Arm);
        Assert.Equal(0.6, better.Value!.Value, 12);
        Assert.DoesNotContain(TwoLookTrial.RowsOf(_sum), row => row.Measure == Measures.PatientsOnBetterArm);
    }

    // Half of 10 open days taken by 4 sessions of which 2 waited 3 days together; and nothing of 10 by none.
    [Fact, Trait("Source", "ByHand")]
    public void Resources_TwoReplicates_AreMeansOverReplicates()
    {
        SiteResource suite = new("suite", 1, new FixedSession(0.1), OpeningTimes.Always, QueueOrder.FirstCome);
        ResourceAccumulator sum = new([suite]);
        sum.Add([new ResourceUse(10, 5, 4, 2, 3, 1, 1, 0, 1, 0)]);
        sum.Add([new ResourceUse(10, 0, 0, 0, 0, 0, 0, 0, 0, 0)]);
        Dictionary<string, double?> of = sum.Summarise().ToDictionary(row => row.Measure, row => row.Value);

        Assert.All(sum.Summarise(), row => Assert.Equal("suite", row.Subject));
        Assert.Equal(0.25, of[Measures.ResourceUtilisation]);
        Assert.Equal(2.0, of[Measures.ResourceSessions]);
        Assert.Equal(0.375, of[Measures.ResourceWait]);
        Assert.Equal(0.25, of[Measures.ResourceWaited]);
        Assert.Equal(0.125, of[Measures.ResourceLate]);
        Assert.Equal(0.5, of[Measures.ResourceLongestQueue]);
        Assert.Equal(0.5, of[Measures.ResourceWithout]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void UnderNull_OneTestOfTheFamily_IsItsRejectionsAndTheSizeOfItsTrials()
    {
        OperatingCharacteristic[] rows = [.. _sum.UnderNull([TwoLookTrial.Test], [])];
        double? Value(string measure, string look = "", string subject = "") => rows.Single(row => row.Measure == measure && row.Look == look && row.Subject == subject).Value;

        Assert.Equal(("test", 0.5), (rows[0].Analysis, Value(Measures.TypeIError)));
        Assert.Equal((112.5, 50.5, 13.25), (Value("trial_patients_under_null"), Value("trial_events_under_null"), Value("trial_duration_under_null")));
        Assert.Equal((0.5, 0.25, 0.25), (Value("stop_probability_under_null", "interim"), Value("stop_probability_under_null", "interim", "futility"), Value("stop_probability_under_null", subject: "efficacy")));
        Assert.Equal(10, rows.Length); // Nothing of stops that are ignored.
    }

    // The trial stops at the interim look, and went on: what is rejected later does not count, and the decision is one of the interim look.
    [Fact, Trait("Source", "ByHand")]
    public void OverallPower_RejectionAfterTheStop_DoesNotCount()
    {
        TrialAccumulator sum = new(TwoLookTrial.GoingOn);
        Add(sum, new TrialOutcome(TwoLookTrial.Month(12), TwoLookTrial.Interim, StopReason.Futility, 110, 110), [TwoLookTrial.Month(11), TwoLookTrial.Month(20)], [-1, 0], [1, 1], interimEvents: 21, finalEvents: 40);

        Assert.Equal(0.0, Of(sum, "", "test", Measures.OverallPower).Value);
        Assert.Equal(1.0, Of(sum, "", "test", Measures.OverallPowerStopsIgnored).Value);
        Assert.Equal(1.0, sum.UnderNull([TwoLookTrial.Test], []).Single(row => row.Measure == Measures.TypeIErrorStopsIgnored).Value);
        Assert.Equal(42.0, Of(sum, "", "", Measures.TrialEvents).Value);
        Assert.Equal(1.0, TwoLookTrial.RowsOf(sum).Single(row => row.Look == "final" && row.Measure == Measures.StoppedBefore).Value);
    }

    // Hazard ratios .5 and .8 when they stop, and .6 and .8 at the end: bias √(.5 × .8) / √(.6 × .8). Around √.48 = .693 the intervals ×/÷ 1.3 of .6 and .8 hold it, that of .5 does not.
    [Fact, Trait("Source", "ByHand")]
    public void BiasAndCoverage_OfTrialsThatGoOn_AreAboutTheirLastLooks()
    {
        TrialAccumulator sum = new(TwoLookTrial.GoingOn);
        TrialDay[] days = [TwoLookTrial.Month(10), TwoLookTrial.Month(20)];
        Add(sum, new TrialOutcome(TwoLookTrial.Month(10), TwoLookTrial.Interim, StopReason.Efficacy, 100, 100), days, [0, -1], [0, 0], 20, 40, interimRatio: 0.5, finalRatio: 0.6);
        Add(sum, new TrialOutcome(TwoLookTrial.Month(20), -1, StopReason.None, 120, 120), days, [-1, -1], [-1, -1], 20, 40, interimRatio: 0.7, finalRatio: 0.8);

        Assert.Equal(Math.Sqrt(0.5 * 0.8) / Math.Sqrt(0.6 * 0.8), Of(sum, "", "hr", Measures.Bias).Value!.Value, 12);
        Assert.Equal(0.5, Of(sum, "", "hr", Measures.Coverage).Value);
        Assert.Equal(1.0, Of(sum, "final", "hr", Measures.Coverage).Value);
    }

    private static OperatingCharacteristic Of(TrialAccumulator sum, string look, string analysis, string measure) =>
        TwoLookTrial.RowsOf(sum).Single(row => row.Look == look && row.Analysis == analysis && row.Measure == measure);

    // Two fifths of the patients in the control arm, and as many events in each; Z 1.
    private static void Add(
        TrialAccumulator sum, TrialOutcome outcome, TrialDay[] lookDays, int[] decisions, int[] rejections, int interimEvents, int finalEvents, double interimRatio = 0.7, double finalRatio = 0.7)
    {
        ResultRow[] rows =
        [
            .. Keys.Select(key =>
            {
                int events = key.Look == TwoLookTrial.Interim ? interimEvents : finalEvents;
                double ratio = key.Look == TwoLookTrial.Interim ? interimRatio : finalRatio;
                return new ResultRow(key.Arm == 0 ? 40 : 60, events, ratio, 0.1, ratio / 1.3, ratio * 1.3, 1.0, 0.2, Verdict.Retained, NotEstimable.None);
            }),
        ];
        sum.Add(new ReplicateResult(outcome, lookDays, decisions, rejections, rows));
    }
}
