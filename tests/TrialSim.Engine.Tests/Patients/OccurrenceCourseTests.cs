using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>Events that recur, last and have grades, by hand: one patient, whose first thresholds are given and who is seen every 30 days.</summary>
public sealed class OccurrenceCourseTests
{
    private static readonly ClinicalEvent Death = SmallTrial.Event("death", CourseEnding.Fatal, new ExponentialHazard(0.01));

    private static readonly ClinicalEvent Rash = SmallTrial.Event("rash", CourseEnding.Continues, new ExponentialHazard(0.1)) with
    {
        Grades = [2],
        GradeProbabilities = [1],
        Lasts = TimeWindow.Exactly(25),
        OccurrencePurpose = NamedPurpose.Of("occurrence", "rash"),
    };

    [Fact, Trait("Source", "ByHand")]
    public void Event_ThatLasts_IsSeenAtVisitsWithItsEnd()
    {
        // From day 10 to day 35: seen on day 30, its end on day 60.
        CourseEntry[] course = Course([Rash with { SeenAt = [0] }, Death], [], [1, 0.7]);

        Assert.Equal(
            [
                new CourseEntry(10, CourseEntryKind.EventOccurred, 0, 1, 2),
                new CourseEntry(30, CourseEntryKind.EventSeen, 0, 1, 2),
                new CourseEntry(35, CourseEntryKind.EventResolved, 0, 1),
                new CourseEntry(60, CourseEntryKind.EventResolutionSeen, 0, 1),
            ],
            course.Where(entry => entry.Kind != CourseEntryKind.VisitKept));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Event_KnownAtOnce_IsKnownOnItsDays()
    {
        Assert.Equal(
            [
                new CourseEntry(10, CourseEntryKind.EventOccurred, 0, 1, 2),
                new CourseEntry(10, CourseEntryKind.EventSeen, 0, 1, 2),
                new CourseEntry(35, CourseEntryKind.EventResolved, 0, 1),
                new CourseEntry(35, CourseEntryKind.EventResolutionSeen, 0, 1),
            ],
            Course([Rash, Death], [], [1, 0.7]).Where(entry => entry.Kind != CourseEntryKind.VisitKept));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Grade_AtOrAboveTheLimit_ChangesHazardsWhileItGoesOn()
    {
        // Death at .01 a day, tripled from day 10 to day 35: .1 + .75 = .85 by day 35; .15 more at .01: day 50.
        Effect triples = new(1, [new StateMask(1, 1)], Math.Log(3));
        Assert.Equal(50, DeathDay([Rash, Death], [new AdverseEventBit(0, 0, 2)], [1, 1], triples), 1e-9);

        // Of grade 3 it never is.
        Assert.Equal(100, DeathDay([Rash, Death], [new AdverseEventBit(0, 0, 3)], [1, 1], triples), 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Event_ThatRecurs_WaitsUntilItIsOver()
    {
        // The next threshold is drawn: only that the gap between two is more than the 25 days it lasts can be told by hand.
        CourseEntry[] rashes = [.. Course([Rash with { Recurrence = Recurrence.Recurs }, Death], [], [1, 10]).Where(entry => entry.Kind == CourseEntryKind.EventOccurred)];

        Assert.True(rashes.Length > 5);
        Assert.Equal(Enumerable.Range(1, rashes.Length), rashes.Select(rash => rash.Number));
        Assert.All(rashes.Zip(rashes.Skip(1)), pair => Assert.True(pair.Second.Day - pair.First.Day > 25));
    }

    [Fact, Trait("Source", "ByHand")]
    public void When_ThatComesToHoldAgain_BringsARecurringEventAboutEachTime()
    {
        // A fever each time that a rash begins: on its days, and not while it goes on.
        ClinicalEvent fever = SmallTrial.Event("fever", CourseEnding.Continues, new NoHazard()) with
        {
            When = [new StateMask(1, 1)],
            Recurrence = Recurrence.Recurs,
            OccurrencePurpose = NamedPurpose.Of("occurrence", "fever"),
        };
        CourseEntry[] course = Course([Rash with { Recurrence = Recurrence.Recurs }, Death, fever], [new AdverseEventBit(0, 0, 2)], [1, 5, 1]);

        Assert.Equal(Days(course, 0), Days(course, 2));
        Assert.True(Days(course, 0).Length > 3);
    }

    [Fact, Trait("Source", "Regression")]
    public void Event_ThatRecursInAPatientWhoNeverDies_EndsWithFollowUp()
    {
        CourseEntry[] course = Course([Rash with { Recurrence = Recurrence.Recurs }, Death with { Hazards = [new HazardChoice(StateMask.Always, new NoHazard())] }], [], [1, 1], seenUntil: 400);

        Assert.True(course.Count(entry => entry.Kind == CourseEntryKind.EventOccurred && entry.Day > 400) <= 1);
        Assert.Contains(course, entry => entry.Kind == CourseEntryKind.EventOccurred && entry.Day > 300);
    }

    private static double[] Days(CourseEntry[] course, int clinicalEvent) =>
        [.. course.Where(entry => entry.Kind == CourseEntryKind.EventOccurred && entry.Subject == clinicalEvent).Select(entry => entry.Day)];

    private static double DeathDay(ClinicalEvent[] events, ImmutableArray<StateBit> bits, double[] thresholds, params Effect[] effects) =>
        Derive(events, bits, thresholds, double.PositiveInfinity, effects).EventDays[1];

    private static CourseEntry[] Course(ClinicalEvent[] events, ImmutableArray<StateBit> bits, double[] thresholds, double seenUntil = double.PositiveInfinity) =>
        Derive(events, bits, thresholds, seenUntil, []).Course;

    private static (double[] EventDays, CourseEntry[] Course) Derive(
        ClinicalEvent[] events, ImmutableArray<StateBit> bits, double[] thresholds, double seenUntil, Effect[] effects)
    {
        Trial trial = SmallProtocol.TrialOf([], [SmallProtocol.Visits("imaging", new AtRandomisation(), 30, 30)], events).WithEffects(bits, effects);
        double[] eventDays = new double[events.Length];
        CourseLog log = new(1, trial.Design.Protocol);
        new PatientCourse(trial.Design, trial.Truth).Derive(
            new PatientKey(SmallTrial.Seed, 1, 0), 0, [], thresholds, seenUntil, eventDays, new double[events.Length], log.WriterFor(0));
        return (eventDays, [.. log.Of(0)]);
    }
}
