using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Engine.Tests.Analyses;
using TrialSim.Model.Design;

namespace TrialSim.Engine.Tests.Conduct;

/// <summary>What a data cut shows of single patients: event 0 is progression, seen at visits of schedule 0 a day after it happens; event 1 is death.</summary>
public sealed class EndpointReadingTests
{
    private const double Never = HandMade.Never;

    private static readonly TimeToEventEndpoint Pfs = new("pfs", [0, 1]) { AssessedAt = [0] };

    private static readonly CourseEntry[] ThreeVisits = [HandMade.Visit(40, 1), HandMade.Visit(80, 2), HandMade.Visit(120, 3)];

    [Theory, Trait("Source", "ByHand")]
    [InlineData(300, 120, true)] // Seen on day 120.
    [InlineData(120, 120, true)]
    [InlineData(119, 80, false)] // It has happened, and nobody knows: free at the last visit.
    [InlineData(30, 0, false)]
    public void Time_OfProgression_EndsWhereItIsSeen(double cut, double end, bool hasEvent)
    {
        EndpointTime time = TimeOf(Pfs, cut, 120, Never, Never, ThreeVisits);

        Assert.Equal((0.0, end, hasEvent, Never), (time.OriginDay, time.EndDay, time.HasEvent, time.CompetingDay));
    }

    // Between the visits of day 80 and day 120; a death lies on its day.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(120.0, Never, 80.0, 120.0)]
    [InlineData(40.0, Never, 0.0, 40.0)]
    [InlineData(Never, 95.0, 95.0, 95.0)]
    [InlineData(Never, Never, 120.0, Never)]
    public void Interval_OfAnEvent_CarriesBothEnds(double seen, double death, double lower, double upper)
    {
        HandMade data = new HandMade(1, Pfs).Patient(0, seen, death, Never, ThreeVisits);
        DataCut cut = data.CutAt(300);
        Assert.True(cut.TryTimeOf(Pfs, 0, out EndpointTime time));

        Assert.Equal(new EventInterval(lower, upper), cut.IntervalOf(0, time));
    }

    // Survival after progression counts from the day it is seen, not from the day before, when it happened.
    [Fact, Trait("Source", "ByHand")]
    public void Time_SinceProgression_CountsFromTheVisitThatSeesIt()
    {
        TimeToEventEndpoint afterwards = new("pps", [1]) { Since = new EventFound([0]) };

        EndpointTime time = TimeOf(afterwards, 500, 120, 400, Never, ThreeVisits);

        Assert.Equal((120.0, 400.0, true, 280.0), (time.OriginDay, time.EndDay, time.HasEvent, time.Days));
        Assert.False(IsIn(afterwards, 119, 120, 400, Never, ThreeVisits));
        Assert.False(IsIn(afterwards, 500, Never, 400, Never, ThreeVisits));
    }

    // Duration of response: a progression before the response does not end it, one after it does.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(120.0, 120.0, true)]
    [InlineData(40.0, 500.0, false)]
    public void Time_SinceAResponse_EndsWithWhatComesAfterIt(double progression, double end, bool hasEvent)
    {
        TimeToEventEndpoint duration = new("dor", [0, 1]) { Since = new LevelFound(0, [0, 1]) };

        EndpointTime time = TimeOf(duration, 500, progression, Never, Never, [HandMade.Visit(40, 1), HandMade.Level(40, 2), HandMade.Visit(80, 2), HandMade.Level(80, 1)]);

        Assert.Equal((80.0, end, hasEvent), (time.OriginDay, time.EndDay, time.HasEvent));
    }

    // An event that recurs: the log has the later occurrences.
    [Fact, Trait("Source", "ByHand")]
    public void Time_SinceADayOfARecurringEvent_EndsWithTheNextOccurrence()
    {
        TimeToEventEndpoint endpoint = new("next", [0]) { Since = new TreatmentGiven(0) };
        CourseEntry again = new(90, CourseEntryKind.EventSeen, 0, 2, 1);

        Assert.Equal(90.0, TimeOf(endpoint, 500, 40, Never, Never, [new CourseEntry(40, CourseEntryKind.EventSeen, 0, 1, 1), HandMade.Session(60, 1), again]).EndDay);
    }

    // Death on day 200, of cause 0 or 1.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0, true, Never)]
    [InlineData(1, false, 200.0)]
    public void Time_OfOneCause_TakesTheOthersAsCompeting(int cause, bool hasEvent, double competing)
    {
        TimeToEventEndpoint endpoint = new("liver_death", [1]) { Causes = [new CountedCause(1, 0)] };

        EndpointTime time = TimeOf(endpoint, 500, Never, 200, Never, [new CourseEntry(200, CourseEntryKind.Cause, 1, cause)]);

        Assert.Equal((200.0, hasEvent, competing), (time.EndDay, time.HasEvent, time.CompetingDay));
    }

    // Time to progression: a death on day 95 competes, and censors rank tests at the last visit.
    [Fact, Trait("Source", "ByHand")]
    public void Time_EndedByADeathThatDoesNotCount_IsCensoredAndCompetes()
    {
        EndpointTime time = TimeOf(new TimeToEventEndpoint("ttp", [0]) { AssessedAt = [0] }, 500, Never, 95, Never, [HandMade.Visit(40, 1), HandMade.Visit(80, 2)]);

        Assert.Equal((80.0, false, 95.0), (time.EndDay, time.HasEvent, time.CompetingDay));
    }

    // A second treatment on day 100, progression seen on day 120: ICH E9(R1).
    [Theory, Trait("Source", "ByHand")]
    [InlineData(IntercurrentEventStrategy.TreatmentPolicy, 120.0, true, Never)]
    [InlineData(IntercurrentEventStrategy.Composite, 100.0, true, Never)]
    [InlineData(IntercurrentEventStrategy.WhileOnTreatment, 80.0, false, 100.0)]
    [InlineData(IntercurrentEventStrategy.Hypothetical, 80.0, false, Never)]
    public void Time_WithAnIntercurrentEvent_FollowsTheStrategy(IntercurrentEventStrategy strategy, double end, bool hasEvent, double competing)
    {
        TimeToEventEndpoint endpoint = Pfs with { IntercurrentEvents = [new IntercurrentEvent(new TreatmentGiven(1), strategy)] };

        EndpointTime time = TimeOf(
            endpoint, 500, 120, Never, Never, [HandMade.Visit(40, 1), HandMade.Visit(80, 2), HandMade.Drug(100, CourseEntryKind.DrugStarted), HandMade.Visit(120, 3)]);

        Assert.Equal((end, hasEvent, competing), (time.EndDay, time.HasEvent, time.CompetingDay));
    }

    // On the same day what counts comes before what intervenes.
    [Fact, Trait("Source", "ByHand")]
    public void Time_WithAnIntercurrentEventOnTheDayOfTheEvent_HasTheEvent()
    {
        TimeToEventEndpoint endpoint = Pfs with { IntercurrentEvents = [new IntercurrentEvent(new TreatmentGiven(1), IntercurrentEventStrategy.Hypothetical)] };

        Assert.True(TimeOf(endpoint, 500, 120, Never, Never, [.. ThreeVisits, HandMade.Drug(120, CourseEntryKind.DrugStarted)]).HasEvent);
    }

    // Response seen on day 80, a second treatment on day 60 or 100.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(IntercurrentEventStrategy.TreatmentPolicy, 60, true, true)]
    [InlineData(IntercurrentEventStrategy.WhileOnTreatment, 60, true, false)]
    [InlineData(IntercurrentEventStrategy.WhileOnTreatment, 100, true, true)]
    [InlineData(IntercurrentEventStrategy.Composite, 60, true, false)]
    [InlineData(IntercurrentEventStrategy.Composite, 100, true, false)]
    [InlineData(IntercurrentEventStrategy.Hypothetical, 60, false, false)]
    [InlineData(IntercurrentEventStrategy.Hypothetical, 100, true, true)]
    public void Answer_WithAnIntercurrentEvent_FollowsTheStrategy(IntercurrentEventStrategy strategy, double day, bool counts, bool isYes)
    {
        BinaryEndpoint orr = new("orr", new BestLevelFound(0, [0, 1]), Never, BetterDirection.Higher) { IntercurrentEvents = [new IntercurrentEvent(new TreatmentGiven(1), strategy)] };
        CourseEntry[] course = [HandMade.Drug(day, CourseEntryKind.DrugStarted), HandMade.Level(80, 1)];
        Array.Sort(course, (left, right) => left.Day.CompareTo(right.Day));

        Assert.Equal((counts, isYes), AnswerOf(orr, 500, Never, course));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(99, false, false)] // Too recent to count, though it is seen already.
    [InlineData(100, true, true)]
    [InlineData(500, true, true)]
    public void Answer_ByATime_CountsOnceItHasPassed(double cut, bool counts, bool isYes)
    {
        BinaryEndpoint early = new("early", new EventFound([0]), 100, BetterDirection.Lower);

        Assert.Equal((counts, counts && isYes), AnswerOf(early, cut, 80));
        Assert.Equal((counts, false), AnswerOf(early, cut, 120));
    }

    // Levels 2, 1, 3 at visits 1, 2, 3; the second is asked for. Who was not at a visit has not responded at it.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(new[] { 0, 1 }, 2, true)]
    [InlineData(new[] { 0, 1 }, 3, false)]
    [InlineData(new[] { 3 }, 3, true)]
    [InlineData(new[] { 0, 1 }, 4, false)]
    public void Answer_AtAVisit_IsTheLevelSeenThere(int[] levels, int visit, bool isYes)
    {
        BinaryEndpoint orr = new("orr", new LevelFoundAt(0, [.. levels], new VisitNumber(0, visit)), Never, BetterDirection.Higher);

        Assert.Equal(
            (true, isYes),
            AnswerOf(orr, 500, Never, HandMade.Visit(40, 1), HandMade.Level(40, 2), HandMade.Visit(80, 2), HandMade.Level(80, 1), HandMade.Visit(120, 3), HandMade.Level(120, 3)));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(3, 500, true)]
    [InlineData(4, 500, false)]
    [InlineData(3, 50, false)] // The grade 3 comes on day 60.
    public void Answer_OfAnAdverseEvent_AsksForTheGrade(int grade, double cut, bool isYes)
    {
        BinaryEndpoint toxicity = new("toxicity", new AdverseEventFound([0], grade), Never, BetterDirection.Lower);

        Assert.Equal((true, isYes), AnswerOf(toxicity, cut, Never, new CourseEntry(30, CourseEntryKind.EventSeen, 0, 1, 2), new CourseEntry(60, CourseEntryKind.EventSeen, 0, 2, 3), new CourseEntry(60, CourseEntryKind.EventSeen, 1, 1, 5)));
    }

    // 800 mg for 30 days, 10 held, 400 mg for 60 days to the end on day 110: (30·800 + 60·400) / (100·800) = 0.6.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(800, 500, 0.6)]
    [InlineData(0, 500, 0.9)] // Without doses: 90 of 100 days.
    [InlineData(800, 50, 0.75)] // 30 days of 800 mg in 40 days: 24,000 / 32,000.
    public void Value_OfDoseIntensity_IsTakenOverPlanned(double fullDose, double cut, double expected)
    {
        NumericEndpoint intensity = new("intensity", new DoseIntensity(1, fullDose), BetterDirection.Higher);
        HandMade data = new HandMade(1, intensity).Patient(
            0,
            HandMade.Drug(10, CourseEntryKind.DrugStarted),
            HandMade.Session(20, 1),
            HandMade.Drug(40, CourseEntryKind.DrugHeld),
            HandMade.Drug(45, CourseEntryKind.DoseReduced, 400),
            HandMade.Drug(50, CourseEntryKind.DrugStarted),
            HandMade.Drug(110, CourseEntryKind.TreatmentEnded),
            HandMade.Drug(200, CourseEntryKind.DrugHeld));

        Assert.True(data.CutAt(cut).TryValueOf(intensity, 0, out double value));
        Assert.Equal(expected, value, 1e-12);
        Assert.False(data.CutAt(9).TryValueOf(intensity, 0, out _));
    }

    // A reduction while the drug is taken changes the dose from that day on: (20·800 + 20·400) / (40·800) = 0.75.
    [Fact, Trait("Source", "ByHand")]
    public void Value_OfDoseIntensity_CountsAReductionFromItsDay()
    {
        NumericEndpoint intensity = new("intensity", new DoseIntensity(1, 800), BetterDirection.Higher);
        HandMade data = new HandMade(1, intensity).Patient(0, HandMade.Drug(10, CourseEntryKind.DrugStarted), HandMade.Drug(30, CourseEntryKind.DoseReduced, 400));

        Assert.True(data.CutAt(50).TryValueOf(intensity, 0, out double value));
        Assert.Equal(0.75, value, 1e-12);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(MarkerChange.None, 300.0)]
    [InlineData(MarkerChange.Absolute, -600.0)]
    [InlineData(MarkerChange.Relative, -2.0 / 3.0)]
    public void Value_OfAMarkerAtAVisit_IsMeasuredThere(MarkerChange change, double expected)
    {
        NumericEndpoint afp = new("afp", new MarkerValue(0, new VisitNumber(0, 2), change), BetterDirection.Lower);
        HandMade data = new HandMade(2, afp)
            .Patient(0, HandMade.Visit(0, 1), Marker(0, 900), HandMade.Visit(60, 2), Marker(60, 300), HandMade.Visit(120, 3), Marker(120, 100))
            .Patient(0, HandMade.Visit(0, 1), Marker(0, 900), new CourseEntry(60, CourseEntryKind.VisitMissed, 0, 2));

        Assert.True(data.CutAt(500).TryValueOf(afp, 0, out double value));
        Assert.Equal(expected, value, 1e-12);
        Assert.False(data.CutAt(500).TryValueOf(afp, 1, out _));
        Assert.False(data.CutAt(59).TryValueOf(afp, 0, out _));
    }

    /// <summary>An endpoint of each kind that reads the log.</summary>
    public static TheoryData<Endpoint> ReadersOfTheLog => new()
    {
        new TimeToEventEndpoint("since", [1]) { Since = new LevelFound(0, [1]) },
        new TimeToEventEndpoint("cause", [1]) { Causes = [new CountedCause(1, 0)] },
        new BinaryEndpoint("best", new BestLevelFound(0, [0, 1]), Never, BetterDirection.Higher),
        new BinaryEndpoint("at_visit", new LevelFoundAt(0, [0, 1], new VisitNumber(0, 1)), Never, BetterDirection.Higher),
        new BinaryEndpoint("toxicity", new AdverseEventFound([0], 3), Never, BetterDirection.Lower),
        new NumericEndpoint("sessions", new SessionCount(0), BetterDirection.Higher),
        new NumericEndpoint("intensity", new DoseIntensity(1, 800), BetterDirection.Higher),
        new NumericEndpoint("afp", new MarkerValue(0, new VisitNumber(0, 1), MarkerChange.None), BetterDirection.Lower),
    };

    // Truth of every kind stands in the log among what is known; a cut with it shows what a cut without it shows.
    [Theory, MemberData(nameof(ReadersOfTheLog)), Trait("Source", "Property")]
    public void Cut_WithTruthInTheLog_ShowsTheSame(Endpoint endpoint)
    {
        CourseEntry[] known =
        [
            HandMade.Drug(5, CourseEntryKind.DrugStarted), HandMade.Session(10, 1), HandMade.Visit(40, 1), HandMade.Level(40, 1), Marker(40, 300), new CourseEntry(60, CourseEntryKind.EventSeen, 0, 1, 2),
            new CourseEntry(100, CourseEntryKind.Cause, 1, 0),
        ];
        CourseEntry[] truth =
        [
            .. Enumerable.Range(0, 3).SelectMany(subject => new[]
            {
                new CourseEntry(30, CourseEntryKind.EventOccurred, subject, 1, 5), new CourseEntry(35, CourseEntryKind.EventResolved, subject, 1), new CourseEntry(30, CourseEntryKind.StateChanged, subject, 0),
            }),
        ];
        CourseEntry[] both = [.. known.Concat(truth).OrderBy(entry => entry.Day)];

        Assert.Equal(Shown(endpoint, known), Shown(endpoint, both));
    }

    private static string Shown(Endpoint endpoint, CourseEntry[] course)
    {
        DataCut cut = new HandMade(1, endpoint).Patient(0, 120, 100, Never, course).CutAt(500);
        return endpoint switch
        {
            TimeToEventEndpoint time => $"{cut.TryTimeOf(time, 0, out EndpointTime known)} {known}",
            BinaryEndpoint binary => $"{cut.TryAnswerOf(binary, 0, out bool isYes)} {isYes}",
            _ => $"{cut.TryValueOf((NumericEndpoint)endpoint, 0, out double value)} {value}",
        };
    }

    // Lost on day 70: nothing after it is known, whatever the protocol goes on to log.
    [Fact, Trait("Source", "ByHand")]
    public void Value_AfterLoss_IsNotKnown()
    {
        NumericEndpoint sessions = new("sessions", new SessionCount(0), BetterDirection.Higher);
        HandMade data = new HandMade(1, sessions).Patient(0, Never, Never, 70, HandMade.Session(10, 1), HandMade.Session(60, 2), HandMade.Session(100, 3));

        Assert.True(data.CutAt(500).TryValueOf(sessions, 0, out double value));
        Assert.Equal(2.0, value);
    }

    private static CourseEntry Marker(double day, double value) => new(day, CourseEntryKind.MarkerMeasured, 0, 1, value);

    private static EndpointTime TimeOf(TimeToEventEndpoint endpoint, double cut, double progression, double death, double lost, CourseEntry[] course)
    {
        HandMade data = new HandMade(1, endpoint).Patient(0, progression, death, Math.Min(lost, 500), course);
        Assert.True(data.CutAt(cut).TryTimeOf(endpoint, 0, out EndpointTime time));
        return time;
    }

    private static bool IsIn(TimeToEventEndpoint endpoint, double cut, double progression, double death, double lost, CourseEntry[] course) =>
        new HandMade(1, endpoint).Patient(0, progression, death, lost, course).CutAt(cut).TryTimeOf(endpoint, 0, out _);

    private static (bool Counts, bool IsYes) AnswerOf(BinaryEndpoint endpoint, double cut, double progression, params CourseEntry[] course)
    {
        HandMade data = new HandMade(1, endpoint).Patient(0, progression, Never, Never, course);
        bool counts = data.CutAt(cut).TryAnswerOf(endpoint, 0, out bool isYes);
        return (counts, isYes);
    }
}
