using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using static TrialSim.Engine.Tests.Patients.SmallProtocol;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>What the protocol does with one patient who never dies: days by hand, windows at their target.</summary>
public sealed class ProtocolCourseTests
{
    [Fact, Trait("Source", "ByHand")]
    public void Procedure_AfterEachSessionOfAnother_FollowsEveryOne()
    {
        CourseEntry[] course = Course(
            [Procedure("tace", new AtRandomisation(), 10, new RepeatedEvery(TimeWindow.Exactly(40)), mostSessions: 3), Procedure("rfa", new EachSession(0), 5, new NotRepeated())],
            []);

        Assert.Equal(
            [Session(10, 0, 1), Session(15, 1, 1), Session(50, 0, 2), Session(55, 1, 2), Session(90, 0, 3), Session(95, 1, 3)],
            course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Procedure_AfterTheFirstSessionOfAnother_FollowsThatAlone()
    {
        CourseEntry[] course = Course(
            [Procedure("tace", new AtRandomisation(), 10, new RepeatedEvery(TimeWindow.Exactly(40)), mostSessions: 2), Procedure("rfa", new FirstSession(0), 5, new NotRepeated())],
            []);

        Assert.Equal([Session(10, 0, 1), Session(15, 1, 1), Session(50, 0, 2)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_HeldForEachSession_PausesBeforeAndIsTakenAgainAfter()
    {
        CourseEntry[] course = Course(
            [
                Procedure("tace", new AtRandomisation(), 0, new RepeatedEvery(TimeWindow.Exactly(40)), mostSessions: 3),
                Drug("sorafenib", new EachSession(0), 5, new Hold(0, 1, TimeWindow.Exactly(5))),
            ],
            []);

        Assert.Equal(
            [
                Session(0, 0, 1),
                new CourseEntry(5, CourseEntryKind.DrugStarted, 1, 1),
                new CourseEntry(39, CourseEntryKind.DrugHeld, 1, 1),
                Session(40, 0, 2),
                new CourseEntry(45, CourseEntryKind.DrugStarted, 1, 2),
                new CourseEntry(79, CourseEntryKind.DrugHeld, 1, 2),
                Session(80, 0, 3),
                new CourseEntry(85, CourseEntryKind.DrugStarted, 1, 3),
            ],
            course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_StartBetweenTheHoldAndTheSession_WaitsForTheSession()
    {
        // The second session comes on day 6, its hold on day 4; the start due on day 5 is put off to day 11.
        CourseEntry[] course = Course(
            [
                Procedure("tace", new AtRandomisation(), 0, new RepeatedEvery(TimeWindow.Exactly(6)), mostSessions: 2),
                Drug("sorafenib", new EachSession(0), 5, new Hold(0, 2, TimeWindow.Exactly(5))),
            ],
            []);

        Assert.Equal([Session(0, 0, 1), Session(6, 0, 2), new CourseEntry(11, CourseEntryKind.DrugStarted, 1, 1)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_OfALength_EndsThatLongAfterTheFirstDose()
    {
        Drug drug = Drug("sorafenib", new AtRandomisation(), 3) with { LengthDays = 28 };

        Assert.Equal([new CourseEntry(3, CourseEntryKind.DrugStarted, 0, 1), new CourseEntry(31, CourseEntryKind.TreatmentEnded, 0, 1)], Course([drug], []));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Visits_AfterEachSession_BeginAnewWithEachSession()
    {
        // Planned on 30, 60, …; the second session on day 50 starts them again: 80, 110, and the trial sees nobody after day 115.
        CourseEntry[] course = Course(
            [Procedure("tace", new AtRandomisation(), 0, new RepeatedEvery(TimeWindow.Exactly(50)), mostSessions: 2)],
            [Visits("imaging", new EachSession(0), 30, 30)],
            seenUntil: 115);

        Assert.Equal([Session(0, 0, 1), Visit(30, 1), Session(50, 0, 2), Visit(80, 2), Visit(110, 3)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Visits_ThatSeeProgression_StopWhatDependsOnIt()
    {
        // Progression on day 100 is seen on day 120: not a day earlier.
        Procedure tace = Procedure("tace", new AtRandomisation(), 0, new RepeatedEvery(TimeWindow.Exactly(35)), mostSessions: 100) with { StopIf = OnceProgressed };
        CourseEntry[] course = Course([tace], [Visits("imaging", new AtRandomisation(), 60, 60) with { Until = OnceProgressed }], seenUntil: 1000);

        Assert.Equal(
            [Session(0, 0, 1), Session(35, 0, 2), Visit(60, 1), Session(70, 0, 3), Session(105, 0, 4), Visit(120, 2), new CourseEntry(120, CourseEntryKind.TreatmentEnded, 0, 4)],
            course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Procedure_OnDemand_IsDecidedAtVisitsAfterTheLastSession()
    {
        Procedure tace = Procedure("tace", new AtRandomisation(), 0, new RepeatedOnDemand(0, Always, TimeWindow.Exactly(7)), mostSessions: 3);
        CourseEntry[] course = Course([tace], [Visits("imaging", new EachSession(0), 42, 42)], seenUntil: 150);

        Assert.Equal([Session(0, 0, 1), Visit(42, 1), Session(49, 0, 2), Visit(91, 2), Session(98, 0, 3), Visit(140, 3)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Visit_OnTheDayOfAnEvent_SeesIt()
    {
        PatientRecord record = Record([], [Visits("imaging", new AtRandomisation(), 100, 50)], seenUntil: 1000);

        Assert.Equal(100, record.EventDays[0].Value, 1e-9);
        Assert.Equal(100, record.SeenDays[0].Value, 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Visit_Missed_SeesNothing()
    {
        PatientRecord record = Record([], [Visits("imaging", new AtRandomisation(), 120, 60)], seenUntil: 1000, missed: 1);

        Assert.Equal(double.PositiveInfinity, record.SeenDays[0].Value);
        Assert.All(record.Course, entry => Assert.Equal(CourseEntryKind.VisitMissed, entry.Kind));
    }

    [Fact, Trait("Source", "Property")]
    public void RfaDelay_LongerForTheSamePatient_NeverDelaysProgression()
    {
        // The luck is the patient's: an effect that comes later can only let progression come earlier.
        double before = 0;
        for (int delay = 200; delay >= 0; delay -= 10)
        {
            Trial trial = TrialOf([Procedure("rfa", new AtRandomisation(), delay, new NotRepeated())], [], double.PositiveInfinity, 0);
            trial = trial with
            {
                Truth = trial.Truth with { StateBits = [new TreatedBit(0, 0)], Effects = [new Effect(0, [new StateMask(1, 1)], Math.Log(0.52))] },
            };
            double day = DayOfProgression(trial);

            Assert.True(day >= before);
            before = day;
        }
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(WindowBehaviour.Uniform, 0.25, 15)]
    [InlineData(WindowBehaviour.Earliest, 0.25, 10)]
    [InlineData(WindowBehaviour.Target, 0.25, 20)]
    [InlineData(WindowBehaviour.Latest, 0.25, 30)]
    [InlineData(WindowBehaviour.Triangular, 0.125, 15)] // (x − 10)² / (20 · 10) = 0.125
    [InlineData(WindowBehaviour.Triangular, 0.875, 25)]
    public void WindowSampler_OfEachBehaviour_InvertsItsDistribution(WindowBehaviour behaviour, double uniform, double days) =>
        Assert.Equal(days, WindowSampler.DaysIn(new TimeWindow(10, 20, 30), behaviour, uniform), 1e-12);

    private static double DayOfProgression(Trial trial)
    {
        double[] eventDays = new double[1];
        new PatientCourse(trial.Design, trial.Truth).Derive(
            new PatientKey(SmallTrial.Seed, 1, 0), 0, [], [1.0], double.PositiveInfinity, eventDays, new double[1], new CourseLog(1, trial.Design.Protocol).WriterFor(0));
        return eventDays[0];
    }
}
