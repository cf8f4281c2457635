using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Decisions;

/// <summary>Decisions whose day comes after another look's.</summary>
public sealed class LateDecisionTests
{
    private const int Replicates = 60;

    private static readonly DecisionCondition[] AboutTheTest = [new DecisionCondition.Rejected(0), new DecisionCondition.Futile(0)];

    // A third look at the far end keeps the trial going, so that what is decided upon the first, after the second, still ends it.
    private static readonly Trial Design = DecidedTrial.WithLooksAtEvents() is var trial
        ? trial.WithLooks([trial.Design.Looks[0] with { DecidedAfterDays = 300 }, trial.Design.Looks[1], SmallTrial.AtDay("late", 3000)])
            .Testing(DecidedTrial.OBrienFleming(StageCombination.AllData))
        : throw new InvalidOperationException();

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0)]
    [InlineData(1)]
    public void Decide_AfterTheNextLook_IsAboutWhatItsOwnLookHasShown(int condition)
    {
        Trial trial = Design.Deciding(DecidedTrial.At(DecidedTrial.Interim, new DecisionAction.StopTrial(StopReason.Efficacy), AboutTheTest[condition]));
        int stops = 0;
        int shownLater = 0;
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            bool rejects = conduct.RowAt(trial, DecidedTrial.Interim).Verdict == Verdict.Rejected;
            bool holds = condition == 0 ? rejects : conduct.RowAt(trial, DecidedTrial.Interim).Z < 0.0;

            Assert.True(conduct.LookDays[DecidedTrial.Final] < conduct.LookDays[DecidedTrial.Interim] + new PatientDay(300));
            Assert.Equal(holds ? DecidedTrial.Interim : TrialState.None, conduct.Outcome.StopLook);
            Assert.Equal(holds ? conduct.LookDays[DecidedTrial.Interim].Value + 300 : 3000, conduct.Outcome.EndDay.Value, 9);
            Assert.Equal(holds, conduct.LookDays[2] == TrialDay.Never);
            stops += holds ? 1 : 0;
            shownLater += !rejects && conduct.RowAt(trial, DecidedTrial.Final).Verdict == Verdict.Rejected ? 1 : 0;
        }

        Assert.InRange(stops, 1, Replicates - 1);
        Assert.True(shownLater > 0);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_ConditionalPowerAfterTheNextLook_IsThatOfItsOwnLook()
    {
        DecisionCondition hopeful = new DecisionCondition.FigureWithin(0, DecisionCondition.AnyArm, DecisionFigure.ConditionalPowerOfTrend, new OpenRange(0.5, double.PositiveInfinity));
        Trial trial = Design.Deciding(DecidedTrial.At(DecidedTrial.Interim, new DecisionAction.StopTrial(StopReason.Harm), hopeful));
        int stops = 0;
        for (uint replicate = 1; replicate <= Replicates; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            // At half the information: Z₂√2 = Z₁ + Z₂*, Z₂* ~ N(Z₁, 1); the final bound of O'Brien–Fleming spending is 1.9685956 (V13).
            double z = conduct.RowAt(trial, DecidedTrial.Interim).Z;
            bool holds = Normal.UpperTail((1.9685956 * Math.Sqrt(2)) - (2 * z)) > 0.5;

            Assert.Equal(holds ? DecidedTrial.Interim : TrialState.None, conduct.Outcome.StopLook);
            stops += holds ? 1 : 0;
        }

        Assert.InRange(stops, 1, Replicates - 1);
    }

    // Nothing is left to decide: the trial has ended at its last look, whether or not stops are followed.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(StopObedience.Stops)]
    [InlineData(StopObedience.GoesOn)]
    public void Decide_AfterTheLastLook_ChangesNothing(StopObedience obedience)
    {
        Trial without = DecidedTrial.WithLooksAtEvents();
        Trial trial = without.WithLooks([without.Design.Looks[0] with { DecidedAfterDays = 3000 }, without.Design.Looks[1]])
            .Deciding(DecidedTrial.At(DecidedTrial.Interim, new DecisionAction.StopTrial(StopReason.Efficacy)), DecidedTrial.At(DecidedTrial.Interim, new DecisionAction.StopAccrual()));
        trial = trial with { Run = trial.Run with { Stopping = obedience } };
        TrialConduct expected = DecidedTrial.Run(without, 3);
        TrialConduct found = DecidedTrial.Run(trial, 3);

        Assert.Equal(expected.Rows.ToArray(), found.Rows.ToArray());
        Assert.Equal(expected.Outcome, found.Outcome);
        Assert.Equal([-1, -1], found.State.DecidedAt.ToArray());
    }

    // The last look is at 20 days less than the decision upon the first, and is itself decided upon 40 days after its cut: the trial still runs when it is decided upon the first.
    [Fact, Trait("Source", "ByHand")]
    public void Decide_BeforeItIsDecidedUponTheLastLook_EndsTheTrial()
    {
        Trial trial = SmallTrial.Of(120, SmallTrial.LogRank(0, 1)).WithLooks(
            SmallTrial.AtDay("interim", 100) with { DecidedAfterDays = 320 }, SmallTrial.AtDay("final", 400) with { DecidedAfterDays = 40 });
        DecisionAction stop = new DecisionAction.StopTrial(StopReason.Harm);
        Decision last = new("last", [1], DecidedTrial.Always, stop);

        Assert.Equal((420.0, 0), EndOf(DecidedTrial.Run(trial.Deciding(DecidedTrial.At(0, stop), last), 1)));
        Assert.Equal((440.0, 1), EndOf(DecidedTrial.Run(trial.Deciding(DecidedTrial.At(0, stop, DecidedTrial.Never), last), 1)));
    }

    // The look has been taken when it is decided how long it should have waited.
    [Fact, Trait("Source", "ByHand")]
    public void Decide_ReestimateOfALookThatHasTakenPlace_IsNotTaken()
    {
        DecisionAction.Reestimate rule = new(0, DecidedTrial.Final, 0.9, new OpenRange(0.0, 0.9), 110, EffectAssumption.Trend);
        Trial trial = Design.Deciding(DecidedTrial.At(DecidedTrial.Interim, rule));
        for (uint replicate = 1; replicate <= 20; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);

            Assert.Equal((TrialState.None, 0, 80), (conduct.State.DecidedAt[0], conduct.State.NewSizes[0], conduct.RowAt(trial, DecidedTrial.Final).Events));
        }
    }

    // All 120 are in when it is decided to wait for 150, some of them not yet followed; alone, or beside a day that has long passed.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(1.0, 500)]
    [InlineData(1.0, 0)]
    [InlineData(900.0, 500)]
    public void Decide_MorePatientsForALookWhosePatientsAreIn_FollowsThemToo(double besideDay, double days)
    {
        LookTrigger followed = new PatientsFollowedUp(120, days);
        Trial trial = SmallTrial.Of(120, SmallTrial.LogRank(0, 1)).WithLooks(
            SmallTrial.AtDay("interim", 400), new Look("final", new AllTriggers([followed, new TrialTimeReached(new TrialDay(days == 0 ? 600 : besideDay))])));
        trial = trial with { Truth = trial.Truth with { Accrual = SmallTrial.AccrualOver(120, 300, AccrualPattern.Even) } };
        SequentialTest test = DecidedTrial.OBrienFleming(StageCombination.InverseNormal) with { PlannedInformation = [40, 500] };
        trial = trial.Testing(test).Deciding(DecidedTrial.At(0, new DecisionAction.Reestimate(0, 1, 0.999999, new OpenRange(-1, 2), 520, EffectAssumption.Plan)));
        TrialConduct conduct = DecidedTrial.Run(trial, 2);

        Assert.Equal(0, conduct.State.DecidedAt[0]);
        int patients = conduct.State.NewSizes[0];
        Assert.Equal(patients, conduct.Ledger.Enrolled);
        Assert.Equal(Math.Max(conduct.Ledger.ArrivalDays[patients - 1] + days, days == 0 ? 600 : besideDay), conduct.LookDays[1].Value, 9);
    }

    private static (double EndDay, int StopLook) EndOf(TrialConduct conduct) => (conduct.Outcome.EndDay.Value, conduct.Outcome.StopLook);
}
