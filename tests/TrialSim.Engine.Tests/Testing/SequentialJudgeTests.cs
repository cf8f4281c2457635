using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Tests.Decisions;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Engine.Tests.Testing;

public sealed class SequentialJudgeTests
{
    // O'Brien–Fleming spending of one-sided .025 at (.5, 1): 2.9625880 and 1.9685956 (V13, rpact and gsDesign).
    [Fact, Trait("Source", "AgainstR")]
    public void Judge_EventsAsPlanned_RejectsAtThePublishedBoundsAndKeepsARejection()
    {
        Trial trial = DecidedTrial.WithLooksAtEvents().Testing(DecidedTrial.OBrienFleming(StageCombination.AllData));
        int[] counts = new int[3];
        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            ResultRow interim = conduct.RowAt(trial, DecidedTrial.Interim);
            ResultRow final = conduct.RowAt(trial, DecidedTrial.Final);
            bool early = interim.Z >= 2.9625880;
            bool late = early || final.Z >= 1.9685956;

            Assert.Equal(early ? Verdict.Rejected : Verdict.Retained, interim.Verdict);
            Assert.Equal(late ? Verdict.Rejected : Verdict.Retained, final.Verdict);
            Assert.Equal(early ? DecidedTrial.Interim : late ? DecidedTrial.Final : TrialState.None, conduct.State.RejectedAt[0]);
            Assert.Equal(interim.Z < 0 ? DecidedTrial.Interim : TrialState.None, conduct.State.FutileAt[0]);
            counts[early ? 0 : late ? 1 : 2]++;
        }

        Assert.All(counts, count => Assert.True(count > 0));
    }

    // The lowered bound of the end counts on nobody who was futile: a trial that goes on all the same cannot use it.
    [Fact, Trait("Source", "ByHand")]
    public void Judge_FutileByABindingBoundAndNotStopped_RejectsNoMore()
    {
        SequentialTest test = DecidedTrial.OBrienFleming(StageCombination.AllData);
        Trial trial = DecidedTrial.WithLooksAtEvents().Testing(test with { Plan = test.Plan with { Futility = FutilityPlan.OnZ([1.0]), Rule = FutilityRule.Binding } });
        double last = trial.Design.Testing.Sequential[0].PlannedBounds().Efficacy[1];
        HashSet<(bool, bool)> seen = [];
        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            bool isFutile = conduct.RowAt(trial, DecidedTrial.Interim).Z < 1.0;
            bool isBeyond = conduct.RowAt(trial, DecidedTrial.Interim).Verdict == Verdict.Rejected || conduct.RowAt(trial, DecidedTrial.Final).Z >= last;
            seen.Add((isFutile, isBeyond));

            Assert.Equal(!isFutile && isBeyond, conduct.RowAt(trial, DecidedTrial.Final).Verdict == Verdict.Rejected);
        }

        Assert.True(last < 1.9685956);
        Assert.Equal(4, seen.Count);
    }

    // The first look comes by date, with the events that there are; its bound follows them, and the last one spends what is left.
    [Fact, Trait("Source", "Independent")]
    public void Judge_FirstLookByDate_TakesBoundsAtTheObservedInformation()
    {
        Trial trial = DecidedTrial.WithLooksAtEvents().Testing(DecidedTrial.OBrienFleming(StageCombination.AllData));
        trial = trial.WithLooks(SmallTrial.AtDay("interim", 250), trial.Design.Looks[1]);
        HashSet<int> events = [];
        for (uint replicate = 1; replicate <= 60; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            ResultRow interim = conduct.RowAt(trial, DecidedTrial.Interim);
            ResultRow final = conduct.RowAt(trial, DecidedTrial.Final);
            double[] bounds = SequentialBounds.FromSpending(Spending.OBrienFleming(0.025), [interim.Events / 80.0, 1.0]).Efficacy;
            events.Add(interim.Events);

            Assert.Equal(interim.Z >= bounds[0], interim.Verdict == Verdict.Rejected);
            Assert.Equal(interim.Z >= bounds[0] || final.Z >= bounds[1], final.Verdict == Verdict.Rejected);
        }

        Assert.True(events.Count > 5);
    }

    // By hand: Z of the second stage alone is (Z₂√80 − Z₁√40)/√40, and with equal planned stages both weigh 1/√2.
    [Fact, Trait("Source", "ByHand")]
    public void Judge_InverseNormalAfterMoreEventsThanPlanned_KeepsThePlannedWeightsAndBounds()
    {
        Trial trial = DecidedTrial.WithLooksAtEvents().Testing(DecidedTrial.OBrienFleming(StageCombination.InverseNormal));
        trial = trial.WithLooks(trial.Design.Looks[0], new Look("final", new EventsSeen(0, 100, [0, 1])));
        int rejected = 0;
        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            double first = conduct.RowAt(trial, DecidedTrial.Interim).Z;
            double all = conduct.RowAt(trial, DecidedTrial.Final).Z;
            double second = ((all * Math.Sqrt(100)) - (first * Math.Sqrt(40))) / Math.Sqrt(60);
            bool rejects = first >= 2.9625880 || (first + second) / Math.Sqrt(2) >= 1.9685956;

            Assert.Equal(rejects, conduct.RowAt(trial, DecidedTrial.Final).Verdict == Verdict.Rejected);
            rejected += rejects ? 1 : 0;
        }

        Assert.InRange(rejected, 1, 199);
    }

    // Without an effect the bounds are passed with probability .025: 10,000 replicates, false alarm 1e-6.
    [Fact, Trait("Source", "Theory")]
    public void Judge_NoEffect_RejectsWithTheNominalError()
    {
        Trial trial = DecidedTrial.WithLooksAtEvents(240).Testing(DecidedTrial.OBrienFleming(StageCombination.AllData));
        trial = (trial with { Truth = trial.Truth with { Effects = [] } })
            .WithLooks(new Look("interim", new EventsSeen(0, 80, [0, 1])), new Look("final", new EventsSeen(0, 160, [0, 1])));
        trial = trial.Testing(DecidedTrial.OBrienFleming(StageCombination.AllData) with { PlannedInformation = [80, 160] });
        const int Replicates = 10_000;
        int rejected = 0;
        TrialConduct conduct = DecidedTrial.ConductOf(trial);
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            conduct.Run(SmallTrial.Seed, replicate, static (_, _) => { });
            rejected += conduct.State.RejectedAt[0] != TrialState.None ? 1 : 0;
        }

        BinomialBand band = Binomial.Band(0.025, Replicates, 1e-6);
        Assert.InRange(rejected, band.Lowest, band.Highest);
    }

    // At most 5 of the first stage: futile for good; more than 12 of all: rejected, unless it was futile.
    [Fact, Trait("Source", "ByHand")]
    public void Judge_TwoStages_FollowsTheLimitsOfSimon()
    {
        Trial trial = DecidedTrial.WithLooksAtEvents();
        trial = trial with { Design = trial.Design with { Testing = new TestingPlan([], [new TwoStageTest(0, 0, 1, new SimonDesign(18, 20, 35, 43))]) } };
        trial = trial.WithLooks(SmallTrial.AtDay("first", 150), SmallTrial.AtDay("final", 220));
        HashSet<(bool, bool)> seen = [];
        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            bool futile = conduct.RowAt(trial, 0).Events <= 18;
            bool many = conduct.RowAt(trial, 1).Events > 35;
            seen.Add((futile, many));

            Assert.Equal(futile ? 0 : TrialState.None, conduct.State.FutileAt[0]);
            Assert.Equal(!futile && many, conduct.RowAt(trial, 1).Verdict == Verdict.Rejected);
            Assert.Equal(Verdict.Retained, conduct.RowAt(trial, 0).Verdict);
        }

        Assert.Equal(4, seen.Count);
    }

    // Whatever happens after the interim look, that look and what is decided upon it are the same: another hazard from its day on, with every kind of decision taken.
    [Fact, Trait("Source", "Property")]
    public void Decide_EverythingAfterTheLookChanged_LookAndDecisionsAreIdentical()
    {
        const double InterimDay = 200;
        Trial usual = DecidedTrial.WithLooksAtEvents().Testing(DecidedTrial.OBrienFleming(StageCombination.InverseNormal));
        usual = usual.WithLooks(SmallTrial.AtDay("interim", InterimDay), usual.Design.Looks[1]).Deciding(
            DecidedTrial.At(0, new DecisionAction.Reestimate(0, 1, 0.9, new OpenRange(0, 1), 110, EffectAssumption.Trend)),
            DecidedTrial.At(0, new DecisionAction.ChangeRatio([1, 2]), new DecisionCondition.FigureWithin(0, DecisionCondition.AnyArm, DecisionFigure.Z, new OpenRange(1, 9))),
            DecidedTrial.At(0, new DecisionAction.StopTrial(StopReason.Futility), new DecisionCondition.Futile(0)));
        usual = usual with { Truth = usual.Truth with { Accrual = new(Model.Truth.AccrualPattern.Poisson, new Statistics.Hazards.PiecewiseExponentialHazard([0, InterimDay], [0.4, 0.4])) } };
        Trial changed = usual with { Truth = usual.Truth with { Accrual = new(Model.Truth.AccrualPattern.Poisson, new Statistics.Hazards.PiecewiseExponentialHazard([0, InterimDay], [0.4, 4.0])) } };
        for (uint replicate = 1; replicate <= 50; replicate++)
        {
            TrialConduct first = DecidedTrial.Run(usual, replicate);
            TrialConduct second = DecidedTrial.Run(changed, replicate);

            Assert.Equal(first.RowAt(usual, 0), second.RowAt(usual, 0));
            Assert.Equal(first.State.DecidedAt.ToArray(), second.State.DecidedAt.ToArray());
            Assert.Equal(first.State.CountFor(1, 80), second.State.CountFor(1, 80));
            Assert.Equal(first.Outcome.StopLook, second.Outcome.StopLook);
        }
    }
}
