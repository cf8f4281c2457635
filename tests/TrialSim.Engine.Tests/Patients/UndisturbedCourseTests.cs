using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Randomness;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Patients;

public sealed class UndisturbedCourseTests
{
    // Two fatal events and two that are not, hazards of three kinds, effects by arm, level and time: the whole of what such a course may hold.
    private static readonly Trial Varied = SmallTrial.Of(2)
        .WithEvents(
            SmallTrial.Event("progression", CourseEnding.Continues, new ExponentialHazard(0.02)),
            SmallTrial.Event("death", CourseEnding.Fatal, new WeibullHazard(1.7, 90)),
            SmallTrial.Event("relapse", CourseEnding.Continues, new PiecewiseExponentialHazard([0.0, 20.0], [0.0, 0.03])),
            SmallTrial.Event("accident", CourseEnding.Fatal, new ExponentialHazard(0.005)))
        .WithEffects(
            [new ArmBit(0, 1), new LevelBit(1, 0, 1), new ElapsedBit(2, 30), new ElapsedBit(3, 60)],
            new Effect(0, [new StateMask(1, 1)], Math.Log(0.6)),
            new Effect(1, [new StateMask(0b101, 0b101)], Math.Log(0.5)),
            new Effect(1, [new StateMask(0b10, 0b10)], Math.Log(1.8)),
            new Effect(2, [new StateMask(0b1100, 0b0100)], Math.Log(3)),
            new Effect(3, [new StateMask(0b1000, 0b1000), new StateMask(0b11, 0b11)], Math.Log(0.1)));

    [Fact, Trait("Source", "Property")]
    public void Derive_WhateverTheLuck_GivesTheDaysOfTheWholeCourse()
    {
        Assert.True(UndisturbedCourse.TryCreate(Varied.Design, Varied.Truth, out UndisturbedCourse? undisturbed));
        RandomisedStates randomised = new(Varied.Truth.StateBits, arms: 2);
        PatientCourse whole = new(Varied.Design, Varied.Truth);
        CourseLog log = new(1, Varied.Design.Protocol);
        double[] expected = new double[4];
        double[] days = new double[4];
        for (uint patient = 0; patient < 5_000; patient++)
        {
            Draws draws = new(3, 1, patient, Purpose.Allocation);
            double[] thresholds = [draws.NextExponential(), draws.NextExponential(), draws.NextExponential(), draws.NextExponential()];
            int arm = draws.NextIndex(2);
            double[] covariates = [draws.NextIndex(2)];
            log.Clear();
            whole.Derive(new PatientKey(3, 1, patient), arm, covariates, thresholds, 100, expected, new double[4], log.WriterFor(0));

            undisturbed.Derive(arm, randomised.Of(arm, covariates), thresholds, days);

            Assert.Equal(expected, days);
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Derive_SeveralEventsOnOneDay_TheFirstOfTheScenarioIsFirst()
    {
        Trial trial = SmallTrial.Of(2)
            .WithEvents(
                SmallTrial.Event("before", CourseEnding.Continues, new ExponentialHazard(0.01)),
                SmallTrial.Event("death", CourseEnding.Fatal, new ExponentialHazard(0.01)),
                SmallTrial.Event("after", CourseEnding.Continues, new ExponentialHazard(0.01)))
            .WithEffects([]);
        Assert.True(UndisturbedCourse.TryCreate(trial.Design, trial.Truth, out UndisturbedCourse? undisturbed));
        double[] days = new double[3];

        undisturbed.Derive(0, 0, [1.0, 1.0, 1.0], days);

        Assert.Equal([100.0, 100.0, double.PositiveInfinity], days);
    }

    [Fact, Trait("Source", "Property")]
    public void TryCreate_AnEventThatMovesAnother_IsRefused()
    {
        Trial trial = SmallTrial.Of(2).WithEffects([new HadBit(0, 0)], new Effect(0, [new StateMask(1, 1)], 1.0));

        Assert.False(UndisturbedCourse.TryCreate(trial.Design, trial.Truth, out _));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(AllocationMethod.PermutedBlock, AccrualPattern.Uniform)]
    [InlineData(AllocationMethod.FixedSizes, AccrualPattern.Poisson)]
    [InlineData(AllocationMethod.Simple, AccrualPattern.Even)]
    public void Fill_EverybodyAtOnceOrOneByOne_GivesTheSameLedger(AllocationMethod method, AccrualPattern pattern)
    {
        Trial trial = WithCovariateAndLosses(103, pattern);
        trial = trial with { Design = trial.Design with { Allocation = trial.Design.Allocation with { Method = method, Ratio = method == AllocationMethod.FixedSizes ? [52, 51] : [2, 1], BlockSizes = [3, 6] } } };
        Assert.True(UndisturbedCohort.TryCreate(trial, out _));
        Ledger atOnce = new(trial);
        Ledger oneByOne = new(trial);
        Randomisation randomisation = new(trial);
        Randomisation onCalendar = new(trial);
        TrialState asPlanned = new(trial.Design);
        foreach (uint replicate in new uint[] { 1, 2, 7, 1 })
        {
            randomisation.Fill(SmallTrial.Seed, replicate, atOnce);
            onCalendar.Start(SmallTrial.Seed, replicate, oneByOne);
            while (oneByOne.Enrolled < trial.Design.Patients && onCalendar.TryScreenNext(out TrialDay day))
            {
                Assert.True(onCalendar.TryEnrol(day, oneByOne, asPlanned));
            }

            Assert.Equal(trial.Design.Patients, atOnce.Enrolled);
            for (int patient = 0; patient < atOnce.Enrolled; patient++)
            {
                Assert.Equal(oneByOne.ArrivalOf(patient), atOnce.ArrivalOf(patient));
                Assert.Equal(oneByOne.ArmOf(patient), atOnce.ArmOf(patient));
                Assert.Equal(oneByOne.LossOf(patient), atOnce.LossOf(patient));
                Assert.Equal(oneByOne.CovariatesOf(patient), atOnce.CovariatesOf(patient));
                Assert.Equal(oneByOne.EventDaysOf(patient), atOnce.EventDaysOf(patient));
            }
        }
    }

    [Fact, Trait("Source", "Property")]
    public void TryCreate_CohortWhoseDrawsOrAllocationDependOnThePatients_IsRefused()
    {
        Trial trial = WithCovariateAndLosses(20, AccrualPattern.Uniform);
        Trial screened = trial with { Truth = trial.Truth with { Sites = trial.Truth.Sites with { ScreeningFailure = 0.1 } } };
        Trial adaptive = trial with { Design = trial.Design with { Allocation = trial.Design.Allocation with { Method = AllocationMethod.ResponseAdaptive } } };
        Trial foretold = trial with { Truth = trial.Truth with { InformativeLosses = [new InformativeLoss(NamedPurpose.Of("loss", "death"), 1, [StateMask.Always], 0.1, new TimeWindow(1, 2, 3))] } };

        Assert.All([screened, adaptive, foretold], one => Assert.False(UndisturbedCohort.TryCreate(one, out _)));
    }

    [Fact, Trait("Source", "Property")]
    public void FillEndpoint_PlainOrOneByOne_ReadsTheSame()
    {
        TimeToEventEndpoint[] endpoints =
        [
            new("os", [1, 3]), new("pfs", [0, 1, 3]), new("to_relapse", [2]),
        ];
        Trial trial = WithCovariateAndLosses(200, AccrualPattern.Uniform);
        trial = trial with { Design = trial.Design with { Endpoints = [.. endpoints] } };
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, ledger);
        foreach (double day in new[] { 40.0, 100.0, 135.5, 400.0 })
        {
            DataCut cut = ledger.CutAt(new TrialDay(day));
            foreach (TimeToEventEndpoint endpoint in endpoints)
            {
                double[] days = new double[200];
                bool[] hasEvent = new bool[200];
                double[] competing = new double[200];
                cut.FillEndpoint(endpoint, days, hasEvent, competing);

                for (int patient = 0; patient < cut.Patients; patient++)
                {
                    Assert.True(cut.TryTimeOf(endpoint, patient, out EndpointTime time));
                    Assert.Equal((time.Days, time.HasEvent, time.CompetingDays), (days[patient], hasEvent[patient], competing[patient]));
                }
            }
        }
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(CourseEnding.Fatal)]
    [InlineData(CourseEnding.Continues)]
    public void FillEndpoint_TheOnlyEventOfATrial_ReadsTheSameAsOneByOne(CourseEnding ending)
    {
        Trial trial = WithCovariateAndLosses(203, AccrualPattern.Uniform);
        trial = trial.WithEvents(SmallTrial.Event("only", ending, new ExponentialHazard(0.01))).WithEffects([]) with { Design = trial.Design with { Endpoints = [new TimeToEventEndpoint("only", [0])] } };
        Ledger ledger = new(trial);
        EndpointLoader loader = new(trial.Design);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, ledger);
        foreach (double day in new[] { 0.01, 40.0, 70, 100.0, 135.5, double.PositiveInfinity })
        {
            DataCut cut = ledger.CutAt(new TrialDay(day));
            double[] days = new double[203];
            bool[] hasEvent = new bool[203];
            double[] competing = new double[203];
            cut.FillEndpoint((TimeToEventEndpoint)trial.Design.Endpoints[0], days, hasEvent, competing);
            EndpointData data = loader.Load(cut, 0, followedForDays: 0);

            int[] events = new int[2];
            for (int patient = 0; patient < cut.Patients; patient++)
            {
                Assert.True(cut.TryTimeOf((TimeToEventEndpoint)trial.Design.Endpoints[0], patient, out EndpointTime time));
                Assert.Equal((time.Days, time.HasEvent, time.CompetingDays), (days[patient], hasEvent[patient], competing[patient]));
                events[cut.Arms[patient]] += time.HasEvent ? 1 : 0;
            }

            for (int arm = 0; arm < 2; arm++)
            {
                ResultRow counts = data.CountsOf(new RowKey { Arm = arm, Control = RowKey.None });
                Assert.Equal((cut.Arms.Count((byte)arm), events[arm]), (counts.Patients, counts.Events));
            }
        }
    }

    private static Trial WithCovariateAndLosses(int patients, AccrualPattern pattern) => Varied with
    {
        Design = Varied.Design with { Patients = patients, MaxFollowUpDays = 80 },
        Truth = Varied.Truth with
        {
            Accrual = SmallTrial.AccrualOver(patients, 100, pattern),
            Covariates = [new Covariate("level", NamedPurpose.Of("covariate", "level"), new CategoricalDistribution(["a", "b"], [0.5, 0.5]))],
            LossToFollowUp = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.004))],
        },
    };
}
