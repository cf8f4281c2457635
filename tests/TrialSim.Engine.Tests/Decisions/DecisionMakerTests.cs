using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Decisions;

public sealed class DecisionMakerTests
{
    // Patients who come in one by one on the calendar are those who come in all at once, when nothing is decided: rows, days and outcome are equal.
    [Theory, Trait("Source", "Property")]
    [InlineData(AccrualPattern.Uniform)]
    [InlineData(AccrualPattern.Poisson)]
    [InlineData(AccrualPattern.Even)]
    public void Run_EnrolledOneByOneAndNothingDecided_IsTheSameTrial(AccrualPattern pattern)
    {
        Trial atOnce = SmallTrial.Of(120, SmallTrial.LogRank(0, 1, 2, 3, 4)).WithLooks(
            new Look("events", new EventsSeen(0, 40, [0, 1])),
            new Look("randomised", new PatientsRandomised(60)),
            new Look("followed", new PatientsFollowedUp(50, 90)),
            new Look("time", new AllTriggers([new TrialTimeReached(new TrialDay(200)), new EventsSeen(0, 30, [1])])),
            new Look("last", new LastPatientFollowedUp(200)));
        atOnce = atOnce with { Truth = atOnce.Truth with { Accrual = SmallTrial.AccrualOver(120, 365, pattern) } };
        Trial oneByOne = atOnce.Deciding(DecidedTrial.At(0, new DecisionAction.StopAccrual(), DecidedTrial.Never));
        for (uint replicate = 1; replicate <= 50; replicate++)
        {
            TrialConduct expected = DecidedTrial.Run(atOnce, replicate);
            TrialConduct found = DecidedTrial.Run(oneByOne, replicate);

            Assert.Equal(expected.LookDays.ToArray(), found.LookDays.ToArray());
            Assert.Equal(expected.Rows.ToArray(), found.Rows.ToArray());
            Assert.Equal(expected.Ledger.ArrivalDays.AsSpan(0, 120).ToArray(), found.Ledger.ArrivalDays.AsSpan(0, found.Ledger.Enrolled).ToArray());
            Assert.Equal(expected.Outcome.EndDay, found.Outcome.EndDay);
            Assert.Equal(expected.Outcome.Patients, found.Outcome.Patients);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_Stop_EndsTheTrialAtTheLookAndCountsWhoWasRandomisedByThen()
    {
        Trial trial = DecidedTrial.WithLooksAtEvents().Deciding(DecidedTrial.At(DecidedTrial.Interim, new DecisionAction.StopTrial(StopReason.Futility)));
        TrialConduct conduct = DecidedTrial.Run(trial, 1);

        Assert.Equal(TrialDay.Never, conduct.LookDays[DecidedTrial.Final]);
        Assert.Equal(DecidedTrial.Interim, conduct.Outcome.StopLook);
        Assert.Equal(StopReason.Futility, conduct.Outcome.StopReason);
        Assert.Equal(conduct.LookDays[DecidedTrial.Interim], conduct.Outcome.EndDay);
        Assert.Equal(conduct.Ledger.ArrivalDays.Count(day => day <= conduct.Outcome.EndDay.Value), conduct.Outcome.Patients);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_StopThatIsNotFollowed_IsNotedAndTheCourseIsThatWithoutIt()
    {
        Trial without = DecidedTrial.WithLooksAtEvents();
        Trial stopping = without.Deciding(DecidedTrial.At(DecidedTrial.Interim, new DecisionAction.StopTrial(StopReason.Efficacy)));
        Trial goingOn = stopping with { Run = stopping.Run with { Stopping = StopObedience.GoesOn } };
        TrialConduct expected = DecidedTrial.Run(without, 7);
        TrialConduct found = DecidedTrial.Run(goingOn, 7);

        Assert.Equal(expected.Rows.ToArray(), found.Rows.ToArray());
        Assert.Equal(expected.LookDays.ToArray(), found.LookDays.ToArray());
        Assert.Equal(DecidedTrial.Run(stopping, 7).Outcome, found.Outcome);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_SomeTimeAfterTheCut_PatientsInBetweenOverrun()
    {
        Trial trial = SmallTrial.Of(120, SmallTrial.LogRank(0)).WithLooks(
            SmallTrial.AtDay("interim", 100) with { DecidedAfterDays = 30 }, SmallTrial.AtDay("final", 400))
            .Deciding(DecidedTrial.At(0, new DecisionAction.StopTrial(StopReason.Harm)));
        TrialConduct conduct = DecidedTrial.Run(trial, 3);

        Assert.Equal(130.0, conduct.Outcome.EndDay.Value);
        Assert.Equal(conduct.Ledger.ArrivalDays.Count(day => day <= 130), conduct.Outcome.Patients);
        Assert.Equal(conduct.Ledger.ArrivalDays.Count(day => day <= 100), conduct.RowAt(trial, 0).Patients);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_StopAccrual_RandomisesNobodyAfterThatDayAndFollowsTheLastWhoCame()
    {
        Trial trial = SmallTrial.Of(120, SmallTrial.LogRank(0, 1)).WithLooks(SmallTrial.AtDay("interim", 100), new Look("final", new LastPatientFollowedUp(200)))
            .Deciding(DecidedTrial.At(0, new DecisionAction.StopAccrual()));
        TrialConduct conduct = DecidedTrial.Run(trial, 3);
        int arrived = DecidedTrial.Run(trial.Deciding(), 3).Ledger.ArrivalDays.Count(day => day <= 100);

        Assert.Equal(arrived, conduct.Ledger.Enrolled);
        Assert.Equal(conduct.Ledger.ArrivalDays[arrived - 1] + 200, conduct.LookDays[1].Value);
        Assert.Equal(arrived, conduct.Outcome.Patients);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_DropArm_AllocatesNobodyToItAndTestsItNoMore()
    {
        Trial trial = SmallTrial.Of(120, SmallTrial.LogRank(0, 1)).WithLooks(SmallTrial.AtDay("interim", 100), SmallTrial.AtDay("final", 600))
            .Deciding(DecidedTrial.At(0, new DecisionAction.DropArms([1])));
        for (uint replicate = 1; replicate <= 20; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            Assert.Equal(120, conduct.Ledger.Enrolled);
            for (int patient = 0; patient < 120; patient++)
            {
                Assert.True(conduct.Ledger.ArrivalDays[patient] <= 100 || conduct.Ledger.Arms[patient] == 0);
            }

            Assert.Contains((byte)1, conduct.Ledger.Arms);
            Assert.NotEqual(Verdict.NotTested, conduct.RowAt(trial, 0).Verdict);
            Assert.Equal(Verdict.NotTested, conduct.RowAt(trial, 1).Verdict);
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_ChangeRatio_HoldsInEachNewBlock()
    {
        Trial trial = SmallTrial.Of(120).WithLooks(SmallTrial.AtDay("interim", 100), SmallTrial.AtDay("final", 600))
            .Deciding(DecidedTrial.At(0, new DecisionAction.ChangeRatio([1, 3])));
        TrialConduct conduct = DecidedTrial.Run(trial, 2);
        byte[] later = conduct.Ledger.Arms.Where((_, patient) => conduct.Ledger.ArrivalDays[patient] > 100).ToArray();

        // Blocks of twice the sum of the ratio, as before: 2 and 6 in each 8.
        byte[][] blocks = [.. later.Chunk(8).Where(block => block.Length == 8)];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Equal(6, block.Count(arm => arm == 1)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_EnrolOnly_TurnsTheOthersAwayAndStillReachesThePlannedNumber()
    {
        Covariate stage = new("stage", NamedPurpose.Of("covariate", "stage"), new CategoricalDistribution(["B", "C"], [0.5, 0.5]));
        Trial trial = SmallTrial.Of(120).WithLooks(SmallTrial.AtDay("interim", 60), SmallTrial.AtDay("final", 2000));
        trial = trial with { Truth = trial.Truth with { Covariates = [stage], Accrual = SmallTrial.AccrualOver(120, 365, AccrualPattern.Poisson) } };
        TrialConduct conduct = DecidedTrial.Run(trial.Deciding(DecidedTrial.At(0, new DecisionAction.EnrolOnly(0, [1]))), 2);

        Assert.Equal(120, conduct.Ledger.Enrolled);
        Assert.All(Enumerable.Range(0, 120).Where(patient => conduct.Ledger.ArrivalDays[patient] > 60), patient => Assert.Equal(1.0, conduct.Ledger.CovariatesOf(patient)[0]));
        Assert.Contains(Enumerable.Range(0, 120), patient => conduct.Ledger.CovariatesOf(patient)[0] == 0.0);
        Assert.True(conduct.Outcome.Screened > 120);
        // Whose luck a patient has follows the screening, not the enrolment.
        Assert.Equal((uint)conduct.Outcome.Screened - 1, conduct.Ledger.ScreeningOrder[119]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_KeepBest_DropsTheArmWithTheSmallerZ()
    {
        Trial trial = ThreeArms().Deciding(new Decision(
            "pick", [0], DecidedTrial.Always, new DecisionAction.KeepBestArms([0, 1], 1, DecisionFigure.Z, BetterDirection.Higher)));
        ResultLayout layout = new(trial.Design);
        RowIndex index = new(trial.Design, layout);
        int dropped = 0;
        for (uint replicate = 1; replicate <= 20; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            bool firstIsBetter = conduct.Rows[index.OfTest(0, 0)].Z >= conduct.Rows[index.OfTest(0, 1)].Z;

            Assert.Equal(!firstIsBetter, conduct.State.IsDropped(1));
            Assert.Equal(firstIsBetter, conduct.State.IsDropped(2));
            dropped += firstIsBetter ? 1 : 0;
        }

        Assert.InRange(dropped, 1, 19);
    }

    // Before anybody is in nothing can be ranked.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(1)]
    [InlineData(2)]
    public void Decide_KeepBestWhereNothingIsEstimable_DropsNobody(int count)
    {
        Trial trial = ThreeArms().Deciding(new Decision(
            "pick", [0], DecidedTrial.Always, new DecisionAction.KeepBestArms([0, 1], count, DecisionFigure.Z, BetterDirection.Higher)));
        trial = trial with { Design = trial.Design with { Looks = [SmallTrial.AtDay("interim", 1e-9), SmallTrial.AtDay("final", 600)] } };
        TrialState state = DecidedTrial.Run(trial, 1).State;

        Assert.Equal((false, false, TrialState.None), (state.IsDropped(1), state.IsDropped(2), state.DecidedAt[0]));
    }

    // The second comparison counts only who was followed for a year, and nobody was: its arm ranks below the other where one is kept, and stays where two are.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Decide_KeepBestWhereOneIsNotEstimable_RanksItBelow(int count, bool drops)
    {
        Trial trial = ThreeArms().Deciding(new Decision(
            "pick", [0], DecidedTrial.Always, new DecisionAction.KeepBestArms([0, 1], count, DecisionFigure.Z, BetterDirection.Higher)));
        foreach (int unknown in new[] { 0, 1 })
        {
            TrialState state = DecidedTrial.Run(
                trial with { Design = trial.Design with { Analyses = trial.Design.Analyses.SetItem(unknown, trial.Design.Analyses[unknown] with { FollowedForDays = 365 }) } }, 1).State;

            Assert.Equal((unknown == 0 && drops, unknown == 1 && drops), (state.IsDropped(1), state.IsDropped(2)));
        }
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_ReestimateOnTheTrend_WaitsForTheEventsOfTheFormula()
    {
        DecisionAction.Reestimate rule = new(0, DecidedTrial.Final, 0.9, new OpenRange(0.3, 0.9), 110, EffectAssumption.Trend);
        Trial trial = DecidedTrial.WithLooksAtEvents().Testing(DecidedTrial.OBrienFleming(StageCombination.InverseNormal)).Deciding(DecidedTrial.At(0, rule));
        List<int> changes = [];
        for (uint replicate = 1; replicate <= 60; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            double z = conduct.RowAt(trial, 0).Z;
            // Two equal stages: the final bound of O'Brien–Fleming spending at (.5, 1) is 1.9685956 (V13); Z = (Z₁ + Z₂*)/√2, Z₂* ~ N(Z₁√((D − 40)/40), 1).
            double PowerAt(int events) => Normal.UpperTail((1.9685956 * Math.Sqrt(2)) - z - (z * Math.Sqrt((events - 40) / 40.0)));
            int expected = PowerAt(80) is > 0.3 and < 0.9 ? Enumerable.Range(80, 31).FirstOrDefault(events => PowerAt(events) >= 0.9, 110) : 80;

            Assert.Equal(expected, conduct.RowAt(trial, 1).Events);
            Assert.Equal(expected > 80 ? (DecidedTrial.Interim, expected) : (TrialState.None, 0), (conduct.State.DecidedAt[0], conduct.State.NewSizes[0]));
            changes.Add(expected);
        }

        Assert.Contains(80, changes);
        Assert.Contains(110, changes);
        Assert.Contains(changes, change => change is > 80 and < 110);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decide_ReestimateBlinded_ScalesThePatientsByTheShareWithAnEvent()
    {
        Trial trial = SmallTrial.Of(120).WithLooks(SmallTrial.AtDay("interim", 200), new Look("final", new LastPatientFollowedUp(100)));
        trial = trial with { Truth = trial.Truth with { Accrual = SmallTrial.AccrualOver(120, 365, AccrualPattern.Poisson) } };
        trial = trial.Deciding(DecidedTrial.At(0, new DecisionAction.ReestimateBlinded(0, BlindedFigure.PatientsPerEvent, 2.0, 100, 300)));
        TrialConduct conduct = DecidedTrial.Run(trial, 5);
        DataCut cut = conduct.Ledger.CutAt(new TrialDay(200));
        bool[] hasEvent = new bool[cut.Patients];
        cut.FillEndpoint((TimeToEventEndpoint)trial.Design.Endpoints[0], new double[cut.Patients], hasEvent);
        int expected = (int)Math.Ceiling(120.0 * cut.Patients / hasEvent.Count(has => has) / 2.0);

        Assert.InRange(expected, 101, 299);
        Assert.Equal(expected, conduct.Ledger.Enrolled);
        Assert.Equal(conduct.Ledger.ArrivalDays[expected - 1] + 100, conduct.LookDays[1].Value);
    }

    // Of 120 planned patients; the few who are in after three days have had no event, after nearly none nobody is in: no event asks for as many as there may be, nobody for nothing.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(3.0, DecidedTrial.Interim, 300)]
    [InlineData(1e-9, TrialState.None, 120)]
    public void Decide_ReestimateBlindedWithoutEvents_TakesTheMostButOnlyWhereSomebodyIsKnown(double day, int decidedAt, int patients)
    {
        Trial trial = SmallTrial.Of(120).WithLooks(SmallTrial.AtDay("interim", day), new Look("final", new LastPatientFollowedUp(100)));
        trial = trial with { Truth = trial.Truth with { Accrual = SmallTrial.AccrualOver(120, 60, AccrualPattern.Poisson) } };
        trial = trial.Deciding(DecidedTrial.At(0, new DecisionAction.ReestimateBlinded(0, BlindedFigure.PatientsPerEvent, 2.0, 100, 300)));
        TrialConduct conduct = DecidedTrial.Run(trial, 5);

        Assert.Equal((decidedAt, patients), (conduct.State.DecidedAt[0], conduct.Ledger.Enrolled));
    }

    // What comes after a stop at the same look changes nothing, and neither does a second ratio that is the first, or a drop of what has gone.
    [Fact, Trait("Source", "ByHand")]
    public void Decide_WhatChangesNothing_IsNotTaken()
    {
        Decision Named(string name, DecisionAction action) => new(name, [0], DecidedTrial.Always, action);
        Trial trial = ThreeArms().Deciding(
            Named("ratio", new DecisionAction.ChangeRatio([1, 2, 2])),
            Named("same", new DecisionAction.ChangeRatio([1, 2, 2])),
            Named("drop", new DecisionAction.DropArms([2])),
            Named("again", new DecisionAction.DropArmsWithin([1], DecisionFigure.Z, new OpenRange(double.NegativeInfinity, double.PositiveInfinity))),
            Named("stop", new DecisionAction.StopTrial(StopReason.Futility)),
            Named("close", new DecisionAction.StopAccrual()));
        TrialState state = DecidedTrial.Run(trial, 1).State;

        Assert.Equal([0, -1, 0, -1, 0, -1], state.DecidedAt.ToArray());
        Assert.Equal([-1, -1, 2], state.DroppedBy.ToArray());
    }

    // Ten patients a month: of 60 all are in by day 200, of 120 not. What is decided about patients to come changes nothing where none is to come; of the decision's day, not of the cut's.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(120, 200, 0, false, true)]
    [InlineData(60, 200, 0, false, false)]
    [InlineData(60, 150, 100, false, false)]
    [InlineData(60, 100, 10, false, true)]
    [InlineData(120, 200, 0, true, false)] // Accrual has ended at day 150, with fewer patients than planned.
    public void Decide_AboutPatientsToCome_IsTakenOnlyWhereSomeAre(int patients, double lookDay, double decidedAfter, bool endsEarly, bool isTaken)
    {
        Accrual accrual = new(AccrualPattern.Even, new PiecewiseExponentialHazard([0.0], [10 / DaysPer.Month])) { UntilDay = endsEarly ? 150 : double.PositiveInfinity };
        Covariate stage = new("stage", NamedPurpose.Of("covariate", "stage"), new CategoricalDistribution(["B", "C"], [0.5, 0.5]));
        Trial trial = SmallTrial.Of(patients).WithLooks(SmallTrial.AtDay("interim", lookDay) with { DecidedAfterDays = decidedAfter }, SmallTrial.AtDay("final", 800));
        trial = trial with { Truth = trial.Truth with { Accrual = accrual, Covariates = [stage] } };
        foreach (DecisionAction action in new DecisionAction[] { new DecisionAction.StopAccrual(), new DecisionAction.ChangeRatio([1, 2]), new DecisionAction.EnrolOnly(0, [1]) })
        {
            Assert.Equal(isTaken ? 0 : TrialState.None, DecidedTrial.Run(trial.Deciding(DecidedTrial.At(0, action)), 1).State.DecidedAt[0]);
        }
    }

    // Asked at both looks; an arm that is good enough at the first may be dropped at the second.
    [Fact, Trait("Source", "ByHand")]
    public void Decide_NothingToDropAtTheFirstLook_IsAskedAgainAtTheNext()
    {
        Trial trial = DecidedTrial.WithLooksAtEvents().Deciding(new Decision(
            "weak", [0, 1], DecidedTrial.Always, new DecisionAction.DropArmsWithin([0], DecisionFigure.Z, new OpenRange(double.NegativeInfinity, 1.0))));
        HashSet<int> seen = [];
        for (uint replicate = 1; replicate <= 100; replicate++)
        {
            TrialConduct conduct = DecidedTrial.Run(trial, replicate);
            int expected = conduct.RowAt(trial, 0).Z < 1.0 ? 0 : conduct.RowAt(trial, 1).Z < 1.0 ? 1 : -1;
            seen.Add(expected);

            Assert.Equal(expected, conduct.State.DecidedAt[0]);
        }

        Assert.Equal(3, seen.Count);
    }

    // Accrual that was complete begins again when a look asks for more; who came in between did not wait.
    [Fact, Trait("Source", "ByHand")]
    public void Decide_MorePatientsAfterTheLastWasIn_OpensAccrualAgain()
    {
        Trial trial = SmallTrial.Of(60);
        trial = trial with { Truth = trial.Truth with { Accrual = SmallTrial.AccrualOver(60, 365, AccrualPattern.Poisson) } };
        trial = trial.WithLooks(SmallTrial.AtDay("interim", 500), new Look("final", new LastPatientFollowedUp(300)))
            .Deciding(DecidedTrial.At(0, new DecisionAction.ReestimateBlinded(0, BlindedFigure.PatientsPerEvent, 0.01, 60, 80)));
        TrialConduct conduct = DecidedTrial.Run(trial, 4);

        Assert.Equal(80, conduct.Ledger.Enrolled);
        Assert.True(conduct.Ledger.ArrivalDays[59] < 500);
        Assert.True(conduct.Ledger.ArrivalDays[60] > 500);
        Assert.True(conduct.Ledger.ScreeningOrder[60] > 60);
        Assert.Equal(conduct.Ledger.ArrivalDays[79] + 300, conduct.LookDays[1].Value);
    }

    private static Trial ThreeArms()
    {
        Trial trial = SmallTrial.Of(120, SmallTrial.LogRank(0, 1), SmallTrial.LogRank(0, 1) with { Name = "second", Compare = new Comparison(2, 0) });
        return trial with
        {
            Design = trial.Design with
            {
                Arms = [.. trial.Design.Arms, new Arm("third", ArmRole.Experimental)],
                Allocation = trial.Design.Allocation with { Ratio = [1, 1, 1], BlockSizes = [6] },
                Looks = [SmallTrial.AtDay("interim", 200), SmallTrial.AtDay("final", 600)],
            },
        };
    }
}
