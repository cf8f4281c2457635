using System.Collections.Immutable;
using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Patients;

/// <summary>One patient who progresses on day 100 and never dies, under a protocol of the size a test needs; windows at their target.</summary>
internal static class SmallProtocol
{
    public static readonly ImmutableArray<StateMask> Never = [];
    public static readonly ImmutableArray<StateMask> Always = [StateMask.Always];
    public static readonly ImmutableArray<StateMask> OnceProgressed = [new StateMask(1, 1)];

    // A hazard that brings progression on day 100 of a threshold of 1.
    public static readonly ClinicalEvent Progression = SmallTrial.Event("progression", CourseEnding.Continues, new ExponentialHazard(0.01));

    public static CourseEntry Session(double day, int treatment, int number) => new(day, CourseEntryKind.Session, treatment, number);

    public static CourseEntry Visit(double day, int number) => new(day, CourseEntryKind.VisitKept, 0, number);

    public static Procedure Procedure(string name, Anchor after, double days, Repetition repetition, int mostSessions = 1000) =>
        new(name, NamedPurpose.Of("treatment", name), [0, 1], after, TimeWindow.Exactly(days), repetition, mostSessions, Never);

    public static Drug Drug(string name, Anchor after, double days, params Hold[] holds) =>
        new(name, NamedPurpose.Of("treatment", name), [0, 1], after, TimeWindow.Exactly(days), [.. holds], double.PositiveInfinity, Never);

    public static VisitSchedule Visits(string name, Anchor after, double first, double next) =>
        new(name, NamedPurpose.Of("visit", name), [0, 1], after, TimeWindow.Exactly(first), TimeWindow.Exactly(next), VisitClock.Schedule, Never);

    public static CourseEntry Started(double day, int drug, int number, double dose = 0) => new(day, CourseEntryKind.DrugStarted, drug, number, dose);

    public static CourseEntry Ended(double day, int treatment, int number) => new(day, CourseEntryKind.TreatmentEnded, treatment, number);

    public static CourseEntry[] Course(Treatment[] treatments, VisitSchedule[] visits, double seenUntil = double.PositiveInfinity) =>
        [.. Record(treatments, visits, seenUntil).Course];

    public static Trial TrialOf(Treatment[] treatments, VisitSchedule[] visits, double seenUntil, double missed)
    {
        Trial trial = TrialOf(treatments, visits, visits.Length > 0 ? Progression with { SeenAt = [0] } : Progression);
        return trial with
        {
            Design = trial.Design with { MaxFollowUpDays = seenUntil },
            Truth = trial.Truth with { Conduct = trial.Truth.Conduct with { Visits = [.. visits.Select(_ => new VisitConduct(WindowBehaviour.Target, missed))] } },
        };
    }

    public static Trial TrialOf(Treatment[] treatments, VisitSchedule[] visits, params ClinicalEvent[] events)
    {
        Trial trial = SmallTrial.Of(1).WithEvents(events);
        return trial with
        {
            Design = trial.Design with { Protocol = new TrialProtocol([.. treatments], [.. visits], [new HadBit(0, 0)]) },
            Truth = trial.Truth with
            {
                StateBits = [],
                Effects = [],
                Conduct = new ProtocolConduct(
                    [.. treatments.Select(_ => new TreatmentConduct(WindowBehaviour.Target))], [.. visits.Select(_ => new VisitConduct(WindowBehaviour.Target, 0))]),
            },
        };
    }

    public static PatientRecord Record(Treatment[] treatments, VisitSchedule[] visits, double seenUntil, double missed = 0)
    {
        Trial trial = TrialOf(treatments, visits, seenUntil, missed);
        return Record(trial, seenUntil);
    }

    /// <summary>The same trial, with a protocol that is followed as long as the patient is seen, and these facts for its conditions.</summary>
    public static Trial ToTheEnd(this Trial trial, params StateBit[] knownBits) => trial with
    {
        Design = trial.Design with { Protocol = trial.Design.Protocol with { IsFollowedToTheEnd = true, KnownBits = [.. knownBits] } },
    };

    /// <summary>The first patient, with a threshold of 1 for every event.</summary>
    public static PatientRecord Record(Trial trial, double seenUntil, uint patient = 0)
    {
        double[] thresholds = [.. trial.Truth.Events.Select(_ => 1.0)];
        double[] eventDays = new double[thresholds.Length];
        double[] seenDays = new double[thresholds.Length];
        CourseLog log = new(1, trial.Design.Protocol);
        new PatientCourse(trial.Design, trial.Truth).Derive(new PatientKey(SmallTrial.Seed, 1, patient), 0, [], thresholds, seenUntil, eventDays, seenDays, log.WriterFor(0));
        return new PatientRecord(
            (int)patient, patient, new TrialDay(0), 0, 0, [], [.. eventDays.Select(day => new PatientDay(day))], [.. seenDays.Select(day => new PatientDay(day))], [.. log.Of(0)], PatientDay.Never, []);
    }
}
