using TrialSim.Engine.Patients;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using static TrialSim.Engine.Tests.Patients.SmallProtocol;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>What is counted from the day an event is known and from the end of treatments: days by hand.</summary>
public sealed class AnchorTests
{
    [Fact, Trait("Source", "ByHand")]
    public void SecondLine_AfterProgression_CountsFromTheVisitThatSeesIt()
    {
        // Progression on day 100 is seen on day 120.
        CourseEntry[] course = Follow([Drug("second_line", new FirstSeen(0), 14)], [Visits("imaging", new AtRandomisation(), 60, 60)], seenUntil: 150, seenAt: 0);

        Assert.Equal([Visit(60, 1), Visit(120, 2), Started(134, 0, 1)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void UnscheduledVisit_AfterAnEventKnownAtOnce_CountsFromItsDay()
    {
        VisitSchedule scan = Visits("scan", new FirstSeen(0), 5, 1) with { Next = null };
        CourseEntry visit = Assert.Single(Follow([], [scan], seenUntil: 1000));

        Assert.Equal(105, visit.Day, 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void UnscheduledVisit_AfterAnEventThatNobodySees_NeverTakesPlace()
    {
        VisitSchedule scan = Visits("scan", new FirstSeen(0), 5, 1) with { Next = null };

        Assert.Empty(Follow([], [scan], seenUntil: 99));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Contacts_AfterTheEndOfADrug_CountFromItsLastDay()
    {
        // Taken from day 3 for 28 days.
        Drug drug = Drug("sorafenib", new AtRandomisation(), 3) with { LengthDays = 28 };
        CourseEntry[] course = Follow([drug], [Visits("contact", new EndOfTreatment(0), 30, 30)], seenUntil: 95);

        Assert.Equal([Started(3, 0, 1), Ended(31, 0, 1), Visit(61, 1), Visit(91, 2)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Contacts_AfterTheEndOfAProcedureOfOneSession_CountFromIt()
    {
        CourseEntry[] course = Follow([Procedure("rfa", new AtRandomisation(), 7, new NotRepeated())], [Visits("contact", new EndOfTreatment(0), 30, 30)], seenUntil: 70);

        Assert.Equal([Session(7, 0, 1), Visit(37, 1), Visit(67, 2)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Contacts_AfterTheEndOfAProcedureForEachOther_CountFromTheSessionAfterTheLast()
    {
        // The last of two TACE sessions is on day 40; the RFA that belongs to it on day 45.
        Procedure tace = Procedure("tace", new AtRandomisation(), 0, new RepeatedEvery(TimeWindow.Exactly(40)), mostSessions: 2);
        Procedure rfa = Procedure("rfa", new EachSession(0), 5, new NotRepeated());
        CourseEntry[] course = Follow([tace, rfa], [Visits("contact", new EndOfTreatment(1), 30, 30)], seenUntil: 80);

        Assert.Equal([Session(0, 0, 1), Session(5, 1, 1), Session(40, 0, 2), Session(45, 1, 2), Visit(75, 1)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void NextTreatment_AfterTheEndOfOne_FollowsTheStopRule()
    {
        // Stopped by the scan of day 120; the next drug a week later.
        Drug first = Drug("first_line", new AtRandomisation(), 0) with { StopIf = OnceProgressed };
        CourseEntry[] course = Follow(
            [first, Drug("second_line", new EndOfTreatment(0), 7)], [Visits("imaging", new AtRandomisation(), 60, 60) with { Until = OnceProgressed }], seenUntil: 1000, seenAt: 0);

        Assert.Equal([Started(0, 0, 1), Visit(60, 1), Visit(120, 2), Ended(120, 0, 1), Started(127, 1, 1)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Contacts_AfterTheEndOfTreatment_WaitForTheLastThatIsGoingOnOrPlanned()
    {
        // The drug ends on day 28, the session that is planned for day 35 comes after it.
        Drug drug = Drug("sorafenib", new AtRandomisation(), 0) with { LengthDays = 28 };
        Procedure rfa = Procedure("rfa", new AtRandomisation(), 35, new NotRepeated());
        CourseEntry[] course = Follow([drug, rfa], [Visits("contact", new EndOfAllTreatments(), 30, 30)], seenUntil: 70);

        Assert.Equal([Started(0, 0, 1), Ended(28, 0, 1), Session(35, 1, 1), Visit(65, 1)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Contacts_AfterTheEndOfTreatment_BeginAnewWithATreatmentThatComesLater()
    {
        // The first drug ends on day 28: contacts on 58 and 88. Known progression on day 100 brings a second, from 110 to 120: contacts again from 150.
        Drug first = Drug("first_line", new AtRandomisation(), 0) with { LengthDays = 28 };
        Drug second = Drug("second_line", new FirstSeen(0), 10) with { LengthDays = 10 };
        CourseEntry[] course = Follow([first, second], [Visits("contact", new EndOfAllTreatments(), 30, 30)], seenUntil: 185);

        Assert.Equal([Started(0, 0, 1), Ended(28, 0, 1), Visit(58, 1), Visit(88, 2), Started(110, 1, 1), Visit(118, 3), Ended(120, 1, 1), Visit(150, 4), Visit(180, 5)], course);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Contacts_AfterTheEndOfTreatmentWithoutAny_CountFromRandomisation() =>
        Assert.Equal([Visit(30, 1), Visit(60, 2), Visit(90, 3)], Follow([], [Visits("contact", new EndOfAllTreatments(), 30, 30)], seenUntil: 95));

    private static CourseEntry[] Follow(Treatment[] treatments, VisitSchedule[] visits, double seenUntil, params int[] seenAt) =>
        [.. Record(TrialOf(treatments, visits, Progression with { SeenAt = [.. seenAt] }).ToTheEnd(new HadBit(0, 0)), seenUntil).Course];
}
