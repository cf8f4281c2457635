using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>States, chances and conditions that bring events about, by hand: patients whose thresholds are given and who keep every visit on its day.</summary>
public sealed class StateCourseTests
{
    private static readonly ImmutableArray<StateMask> Always = [StateMask.Always];
    private static readonly ClinicalEvent Progression = SmallTrial.Event("progression", CourseEnding.Continues, new NoHazard());
    private static readonly ClinicalEvent Death = SmallTrial.Event("death", CourseEnding.Fatal, new ExponentialHazard(0.01));

    [Fact, Trait("Source", "ByHand")]
    public void Chances_AtEachSession_UseUpTheThresholdLikeAHazard()
    {
        // Sessions on days 0, 40, 80, …: each takes 0.3 of a threshold of 1 beside 0.01 a day. By day 80: 0.8 + 3·0.3 > 1; by day 40: 0.4 + 0.6 = 1 exactly.
        Patient patient = Derive([Progression, Death with { Chances = [EachSession(0.3)] }], [], [], thresholds: [9, 1.0000001]);

        Assert.Equal(40 + 1e-5, patient.EventDays[1], 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Chances_ForCertain_BringTheEventAboutOnTheDayOfTheOccasion()
    {
        Patient patient = Derive([Progression with { Chances = [new EventChance(new Occasion(OccasionKind.FirstSession, 0), [new ChanceRule(Always, 1)])] }, Death], [], [], [9, 5]);

        Assert.Equal([0.0, 500.0], patient.EventDays);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Chances_HazardRatio_DoesNotMultiplyThem()
    {
        // 0.005 a day by the effect, and 0.3 at each session: by day 80 0.4 + 0.9 = 1.3; before the third session 0.4 + 0.6 = 1.
        Effect half = new(1, Always, Math.Log(0.5));
        Patient patient = Derive([Progression, Death with { Chances = [EachSession(0.3)] }], [], [], [9, 1.2], half);

        Assert.Equal(80, patient.EventDays[1]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Chances_FirstRuleThatHolds_Applies()
    {
        // Progression on day 50; from then on the first rule: 0.7 at the session of day 80.
        EventChance chance = new(new Occasion(OccasionKind.EachSession, 0), [new ChanceRule([new StateMask(1, 1)], 1 - Math.Exp(-0.7)), new ChanceRule(Always, 1 - Math.Exp(-0.1))]);
        ClinicalEvent progression = Progression with { Hazards = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.02))] };
        Patient patient = Derive([progression, Death with { Chances = [chance] }], [new HadBit(0, 0)], [], [1, 1.5]);

        // By day 80: 0.8 + 0.1 + 0.1 + 0.7 = 1.7
        Assert.Equal(80, patient.EventDays[1]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void OnlyWhile_NotHolding_StopsTheClock()
    {
        // Progression on day 50 lets the clock of death run from there.
        ClinicalEvent progression = Progression with { Hazards = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.02))] };
        Patient patient = Derive([progression, Death with { OnlyWhile = [new StateMask(1, 1)] }], [new HadBit(0, 0)], [], [1, 1]);

        Assert.Equal([50.0, 150.0], patient.EventDays);
    }

    [Fact, Trait("Source", "ByHand")]
    public void States_ChangedAtVisitsForCertain_AreSeenThereAndBringEventsAbout()
    {
        // At the visits of days 30, 60, 90: SD, PR, CR; what is CR brings progression about, which brings death about.
        ClinicalState response = State("response", [0], Change(new Occasion(OccasionKind.KeptVisit, 0), next: 1));
        Patient patient = Derive(
            [Progression with { When = [new StateMask(2, 2)] }, Death with { When = [new StateMask(1, 1)] }], [new HadBit(0, 0), new StateLevelBit(1, 0, 2)], [response], [9, 9]);

        Assert.Equal([90.0, 90.0], patient.EventDays);
        Assert.Equal(
            [
                new CourseEntry(30, CourseEntryKind.StateChanged, 0, 0),
                new CourseEntry(30, CourseEntryKind.StateSeen, 0, 0),
                new CourseEntry(60, CourseEntryKind.StateChanged, 0, 1),
                new CourseEntry(60, CourseEntryKind.StateSeen, 0, 1),
                new CourseEntry(90, CourseEntryKind.StateChanged, 0, 2),
            ],
            patient.Course.Where(entry => entry.Kind is CourseEntryKind.StateChanged or CourseEntryKind.StateSeen));
    }

    [Fact, Trait("Source", "ByHand")]
    public void States_TheLastLevel_HasNoNext()
    {
        ClinicalState status = State("status", [], Change(new Occasion(OccasionKind.EachSession, 0), next: 1));
        Patient patient = Derive([Progression, Death], [], [status], [9, 3]);

        // Sessions on days 0, 40, 80, 120, …; known at once.
        Assert.Equal(
            [(0.0, 0), (40.0, 1), (80.0, 2)],
            patient.Course.Where(entry => entry.Kind == CourseEntryKind.StateSeen).Select(entry => (entry.Day, entry.Number)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void States_ChangeOfALevel_ChangesTheHazard()
    {
        // Level 1 from day 40: half the hazard. 0.4 spent of 1 by then, 0.6 left at 0.005 a day.
        ClinicalState status = State("status", [], Change(new Occasion(OccasionKind.EachSession, 0), next: 1)) with { Levels = ["good", "bad"], Starts = [0, 0] };
        Effect effect = new(1, [new StateMask(1, 1)], Math.Log(0.5));
        Patient patient = Derive([Progression, Death], [new StateLevelBit(0, 0, 1)], [status with { Changes = [Change(new Occasion(OccasionKind.EachSession, 0), next: 1, levels: 2)] }], [9, 1], effect);

        Assert.Equal(160, patient.EventDays[1], 1e-9);
    }

    [Fact, Trait("Source", "Property")]
    public void States_DrawsAtAnOccasion_DependOnItsNumberAlone()
    {
        // An event that changes the state too, and takes place now and then, shifts none of the draws at visits.
        StateChange atVisits = new(new Occasion(OccasionKind.KeptVisit, 0), NamedPurpose.Of("state", "response at imaging"), [new LevelRule(Always, [0.3, 0.3, 0.3], 0)]);
        ClinicalState response = State("response", [0]) with { Changes = [atVisits] };
        ClinicalEvent often = Progression with { Hazards = [new HazardChoice(StateMask.Always, new ExponentialHazard(0.02))] };
        (double, int)[] alone = Seen(Derive([often, Death], [], [response], [9, 5]));
        (double, int)[] beside = Seen(Derive(
            [often, Death], [], [response with { Changes = [atVisits, Change(new Occasion(OccasionKind.Occurrence, 0), next: 1)] }], [1, 5]));

        Assert.True(alone.Length > 10);
        Assert.Equal(alone.Where(seen => seen.Item2 >= 0).Count(), alone.Length);
        Assert.Contains(alone.Zip(beside), pair => pair.First == pair.Second);
        Assert.Equal(LevelsDrawnAnew(alone), LevelsDrawnAnew(beside));
    }

    // Probability 0.1 of staying hides which level was drawn; a change of level shows it.
    private static IEnumerable<int> LevelsDrawnAnew((double Day, int Level)[] seen) => seen.Skip(4).Select(entry => entry.Level);

    private static (double, int)[] Seen(Patient patient) =>
        [.. patient.Course.Where(entry => entry.Kind == CourseEntryKind.StateSeen).Select(entry => (entry.Day, entry.Number))];

    private static EventChance EachSession(double jump) => new(new Occasion(OccasionKind.EachSession, 0), [new ChanceRule(Always, 1 - Math.Exp(-jump))]);

    private static ClinicalState State(string name, ImmutableArray<int> seenAt, params StateChange[] changes) =>
        new(name, NamedPurpose.Of("state", name), ["SD", "PR", "CR"], [0, 0, 0], seenAt, [.. changes]);

    private static StateChange Change(Occasion at, double next, int levels = 3) =>
        new(at, NamedPurpose.Of("state", $"at {at.Kind}"), [new LevelRule(Always, [.. new double[levels]], next)]);

    // TACE on day 0 and every 40 days, imaging every 30 days from day 30.
    private static Patient Derive(ClinicalEvent[] events, StateBit[] bits, ClinicalState[] states, double[] thresholds, params Effect[] effects)
    {
        Procedure tace = new("tace", NamedPurpose.Of("treatment", "tace"), [0, 1], new AtRandomisation(), TimeWindow.Exactly(0), new RepeatedEvery(TimeWindow.Exactly(40)), 1000, []);
        VisitSchedule imaging = new("imaging", NamedPurpose.Of("visit", "imaging"), [0, 1], new AtRandomisation(), TimeWindow.Exactly(30), TimeWindow.Exactly(30), VisitClock.Schedule, []);
        Trial trial = SmallTrial.Of(1).WithEvents(events).WithEffects([.. bits], effects);
        trial = trial with
        {
            Design = trial.Design with { Protocol = new TrialProtocol([tace], [imaging], []) },
            Truth = trial.Truth with { States = [.. states], Conduct = new ProtocolConduct([new TreatmentConduct(WindowBehaviour.Target)], [new VisitConduct(WindowBehaviour.Target, 0)]) },
        };
        double[] eventDays = new double[events.Length];
        CourseLog log = new(1, trial.Design.Protocol);
        new PatientCourse(trial.Design, trial.Truth).Derive(
            new PatientKey(SmallTrial.Seed, 1, 0), 0, [], thresholds, double.PositiveInfinity, eventDays, new double[events.Length], log.WriterFor(0));
        return new Patient(eventDays, [.. log.Of(0)]);
    }

    private sealed record Patient(double[] EventDays, CourseEntry[] Course);
}
