using System.Collections.Immutable;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using static TrialSim.Engine.Tests.Patients.SmallProtocol;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>Doses reduced and drugs interrupted by what is known, and treatments that a patient does not get: days by hand.</summary>
public sealed class DoseTests
{
    // Known: bit 0 that progression (day 100) is known, bit 1 that drug 1 is taken.
    private static readonly ImmutableArray<StateMask> WhileTakingTheOther = [new StateMask(2, 2)];

    [Fact, Trait("Source", "ByHand")]
    public void Drug_ReducedOnceProgressed_GoesOnAtTheNextDose()
    {
        Drug drug = Drug("sorafenib", new AtRandomisation(), 0) with { Dosing = new Dosing([800, 400, 200], OnceProgressed, []) };

        Assert.Equal([Started(0, 0, 1, 800), Reduced(100, 1, 400)], Course(300, drug));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_WithAReasonThatComesThreeTimes_IsReducedEachTimeAndStaysAtTheLowest()
    {
        // The other drug is taken on 10–14, 20–24 and 30–, because a procedure on days 15 and 25 interrupts it a day before.
        Drug drug = Drug("sorafenib", new AtRandomisation(), 0) with { Dosing = new Dosing([800, 400, 200], WhileTakingTheOther, []) };
        Drug other = Drug("other", new AtRandomisation(), 10, new Hold(2, 1, TimeWindow.Exactly(5)));
        Procedure tace = Procedure("tace", new AtRandomisation(), 15, new RepeatedEvery(TimeWindow.Exactly(10)), mostSessions: 2);

        Assert.Equal([Started(0, 0, 1, 800), Reduced(10, 1, 400), Reduced(20, 2, 200)], Course(90, drug, other, tace).Where(entry => entry.Subject == 0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_WithAReasonBeforeTheFirstDose_StartsAtTheFullDose()
    {
        Drug drug = Drug("sorafenib", new AtRandomisation(), 20) with { Dosing = new Dosing([800, 400], WhileTakingTheOther, []) };

        Assert.Equal([Started(20, 0, 1, 800)], Course(90, drug, Drug("other", new AtRandomisation(), 10)).Where(entry => entry.Subject == 0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_Interrupted_IsTakenAgainWhenTheReasonIsOver()
    {
        Drug drug = Drug("sorafenib", new AtRandomisation(), 0) with { Dosing = new Dosing([], [], WhileTakingTheOther) };
        Drug other = Drug("other", new AtRandomisation(), 30) with { LengthDays = 20 };

        Assert.Equal(
            [Started(0, 0, 1), Started(30, 1, 1), Interrupted(30, 1), Ended(50, 1, 1), Started(50, 0, 2)],
            Course(90, drug, other));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_InterruptedWhenItIsToStart_StartsWhenTheReasonIsOver()
    {
        Drug drug = Drug("sorafenib", new AtRandomisation(), 40) with { Dosing = new Dosing([], [], WhileTakingTheOther), LengthDays = 10 };
        Drug other = Drug("other", new AtRandomisation(), 30) with { LengthDays = 20 };

        Assert.Equal([Started(50, 0, 1), Ended(60, 0, 1)], Course(90, drug, other).Where(entry => entry.Subject == 0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_InterruptedOverASession_IsNotTakenAgainBeforeTheReasonIsOver()
    {
        // Interrupted on 30–50. The session of day 40 would have let it be taken again on day 45; that of day 80 holds it on 79–85.
        Drug drug = Drug("sorafenib", new EachSession(2), 5, new Hold(2, 1, TimeWindow.Exactly(5))) with { Dosing = new Dosing([], [], WhileTakingTheOther) };
        Drug other = Drug("other", new AtRandomisation(), 30) with { LengthDays = 20 };
        Procedure tace = Procedure("tace", new AtRandomisation(), 0, new RepeatedEvery(TimeWindow.Exactly(40)), mostSessions: 3);

        Assert.Equal(
            [Started(5, 0, 1), Interrupted(30, 1), Started(50, 0, 2), new CourseEntry(79, CourseEntryKind.DrugHeld, 0, 2), Started(85, 0, 3)],
            Course(90, drug, other, tace).Where(entry => entry.Subject == 0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Drug_ReasonOverWhileHeldForASession_WaitsForTheSession()
    {
        // Interrupted on 30–50, held from day 45 for the session of day 60, taken again on day 65.
        Drug drug = Drug("sorafenib", new AtRandomisation(), 0, new Hold(2, 15, TimeWindow.Exactly(5))) with { Dosing = new Dosing([], [], WhileTakingTheOther) };
        Drug other = Drug("other", new AtRandomisation(), 30) with { LengthDays = 20 };
        Procedure tace = Procedure("tace", new AtRandomisation(), 60, new NotRepeated());

        Assert.Equal([Started(0, 0, 1), Interrupted(30, 1), Started(65, 0, 2)], Course(90, drug, other, tace).Where(entry => entry.Subject == 0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Progression_AtAReducedDose_FollowsTheEffectOfThatDose()
    {
        // A hazard of .01 × ¼ spends .25 of the threshold until day 100, and × ½ the other .75 in 150 days.
        Drug drug = Drug("sorafenib", new AtRandomisation(), 0) with { Dosing = new Dosing([800, 400], OnceProgressed, []) };
        Trial trial = TrialOf([drug], [], Progression, SmallTrial.Event("second", CourseEnding.Continues, new ExponentialHazard(0.01))).ToTheEnd(new HadBit(0, 0));
        double log = Math.Log(0.25);
        trial = trial.WithEffects([new TakingBit(0, 0), new DoseBit(1, 0, 1)], new Effect(1, [new StateMask(1, 1)], log), new Effect(1, [new StateMask(3, 3)], log * (0.5 - 1)));

        Assert.Equal(250, Record(trial, 1000).EventDays[1].Value, 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Treatment_DeclinedByThePatient_IsOverOnTheDayItWouldHaveBeenPlanned()
    {
        // Nobody takes the drug: contacts count from day 100, when progression is known.
        Drug drug = Drug("second_line", new FirstSeen(0), 10);
        VisitSchedule contact = Visits("contact", new EndOfTreatment(0), 30, 30);
        Trial trial = TrialOf([drug], [contact], Progression).ToTheEnd(new HadBit(0, 0));
        trial = trial with { Truth = trial.Truth with { Conduct = trial.Truth.Conduct with { Treatments = [new TreatmentConduct(WindowBehaviour.Target, 0)] } } };

        Assert.Equal([Visit(130, 1), Visit(160, 2)], Record(trial, 170).Course.AsEnumerable());
    }

    [Fact, Trait("Source", "Property")]
    public void Treatment_WithALowerUptake_IsDeclinedByMoreOfTheSamePatients()
    {
        bool[] atHalf = [.. Enumerable.Range(0, 200).Select(patient => IsTaken(0.5, (uint)patient))];
        bool[] atFifth = [.. Enumerable.Range(0, 200).Select(patient => IsTaken(0.2, (uint)patient))];

        Assert.All(atFifth.Zip(atHalf), pair => Assert.True(pair.Second || !pair.First));
        Assert.InRange(atHalf.Count(taken => taken), 66, 134); // ± 4.9 standard errors.
        Assert.InRange(atFifth.Count(taken => taken), 13, 67);
    }

    private static bool IsTaken(double uptake, uint patient)
    {
        Trial trial = TrialOf([Drug("second_line", new AtRandomisation(), 10)], [], Progression).ToTheEnd();
        trial = trial with { Truth = trial.Truth with { Conduct = trial.Truth.Conduct with { Treatments = [new TreatmentConduct(WindowBehaviour.Target, uptake)] } } };
        return !Record(trial, 90, patient).Course.IsEmpty;
    }

    private static CourseEntry Reduced(double day, int level, double dose) => new(day, CourseEntryKind.DoseReduced, 0, level, dose);

    private static CourseEntry Interrupted(double day, int number) => new(day, CourseEntryKind.DrugInterrupted, 0, number);

    private static CourseEntry[] Course(double seenUntil, params Treatment[] treatments) =>
        [.. Record(TrialOf(treatments, [], Progression).ToTheEnd([new HadBit(0, 0), .. treatments.Skip(1).Take(1).Select(_ => new TakingBit(1, 1))]), seenUntil).Course];
}
