using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>A trial with everything that can happen: states, chances, conditions that bring events about, recurrence, grades, causes, frailty.</summary>
internal static class HappeningTrial
{
    public const int Progression = 0;
    public const int Worsening = 1;
    public const int Rash = 2;
    public const int Death = 3;

    private const int HadWorsening = 0;
    private const int IsResponder = 1;
    private const int IsProgressive = 2;
    private const int HasSevereRash = 3;
    private const int TakesDrug = 4;
    private const int HadRfa = 5;
    private const int IsLate = 6;

    private static readonly ImmutableArray<StateMask> Always = [StateMask.Always];

    /// <summary>The trial.</summary>
    /// <param name="patients">Patients.</param>
    /// <param name="rfaDelayDays">Days from randomisation to RFA, from which progression has half the hazard.</param>
    /// <param name="changedAfterDays">Days since randomisation after which all rules are others; +∞ for never.</param>
    public static Trial Of(int patients, double rfaDelayDays = 30, double changedAfterDays = double.PositiveInfinity)
    {
        Trial trial = SmallTrial.Of(patients).WithEvents(Events(changedAfterDays)).WithEffects(
            [
                new HadBit(HadWorsening, Worsening),
                new StateLevelBit(IsResponder, 0, 0),
                new StateLevelBit(IsProgressive, 0, 2),
                new AdverseEventBit(HasSevereRash, Rash, 3),
                new TakingBit(TakesDrug, 2),
                new TreatedBit(HadRfa, 1),
                .. double.IsFinite(changedAfterDays) ? (ImmutableArray<StateBit>)[new ElapsedBit(IsLate, changedAfterDays)] : [],
            ],
            [
                new Effect(Progression, Only(IsResponder), Math.Log(0.5)),
                new Effect(Progression, Only(HadRfa), Math.Log(0.5)),
                new Effect(Death, Only(HadWorsening), Math.Log(2)),
                new Effect(Death, Only(IsLate), Math.Log(20)),
            ]);
        return trial with
        {
            Design = trial.Design with { MaxFollowUpDays = 1500, Protocol = Protocol(rfaDelayDays) },
            Truth = trial.Truth with
            {
                States = [Response(changedAfterDays)],
                Frailties = [Frailty.Gamma(NamedPurpose.Of("frailty", "1"), 0.5, [Progression, Death])],
                Conduct = new ProtocolConduct(
                    [.. Enumerable.Repeat(new TreatmentConduct(WindowBehaviour.Uniform), 3)], [new VisitConduct(WindowBehaviour.Uniform, 0.1)]),
            },
        };
    }

    private static ImmutableArray<StateMask> Only(int bit) => [new StateMask(1UL << bit, 1UL << bit)];

    private static ClinicalEvent[] Events(double changedAfterDays)
    {
        ImmutableArray<ChanceRule> otherwise = double.IsFinite(changedAfterDays) ? [new ChanceRule(Only(IsLate), 0.9)] : [];
        return
        [
            SmallTrial.Event("progression", CourseEnding.Continues, new ExponentialHazard(0.003)) with
            {
                SeenAt = [0],
                When = Only(IsProgressive),
                Chances = [new EventChance(new Occasion(OccasionKind.KeptVisit, 0), [.. otherwise, new ChanceRule(Always, 0.02)])],
            },
            SmallTrial.Event("worsening", CourseEnding.Continues, new ExponentialHazard(0.001)) with
            {
                Chances = [new EventChance(new Occasion(OccasionKind.EachSession, 0), [.. otherwise, new ChanceRule(Only(HasSevereRash), 0.2), new ChanceRule(Always, 0.04)])],
            },
            SmallTrial.Event("rash", CourseEnding.Continues, new ExponentialHazard(0.02)) with
            {
                SeenAt = [0],
                OnlyWhile = Only(TakesDrug),
                Recurrence = Recurrence.Recurs,
                Grades = [1, 2, 3],
                GradeProbabilities = [0.5, 0.3, 0.2],
                Lasts = new TimeWindow(14, 28, 42),
                OccurrencePurpose = NamedPurpose.Of("occurrence", "rash"),
            },
            SmallTrial.Event("death", CourseEnding.Fatal, new ExponentialHazard(0.0012)) with
            {
                Causes = ["liver", "other"],
                CauseProbabilities = [0.6, 0.4],
                OccurrencePurpose = NamedPurpose.Of("occurrence", "death"),
            },
        ];
    }

    private static ClinicalState Response(double changedAfterDays)
    {
        ImmutableArray<LevelRule> otherwise = double.IsFinite(changedAfterDays) ? [new LevelRule(Only(IsLate), [0.1, 0.1, 0.8], 0)] : [];
        return new ClinicalState(
            "response",
            NamedPurpose.Of("state", "response"),
            ["CR", "SD", "PD"],
            [0, 0, 0],
            [0],
            [
                new StateChange(new Occasion(OccasionKind.KeptVisit, 0), NamedPurpose.Of("state", "response at imaging"), [.. otherwise, new LevelRule(Always, [0.2, 0.5, 0.05], 0)]),
                new StateChange(new Occasion(OccasionKind.Occurrence, Worsening), NamedPurpose.Of("state", "response at worsening"), [new LevelRule(Always, [0, 0, 0], 1)]),
            ]);
    }

    private static TrialProtocol Protocol(double rfaDelayDays)
    {
        Procedure tace = SmallProtocol.Procedure("tace", new AtRandomisation(), 0, new RepeatedEvery(new TimeWindow(35, 42, 49)), mostSessions: 6);
        Procedure rfa = SmallProtocol.Procedure("rfa", new AtRandomisation(), rfaDelayDays, new NotRepeated());
        Drug drug = SmallProtocol.Drug("drug", new AtRandomisation(), 5) with { StopIf = [new StateMask(1, 1)] };
        VisitSchedule imaging = SmallProtocol.Visits("imaging", new AtRandomisation(), 42, 42);
        return new TrialProtocol([tace, rfa, drug], [imaging], [new AdverseEventBit(0, Rash, 3)]);
    }
}
