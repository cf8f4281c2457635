using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Conduct;

/// <summary>A trial with doses, an interruption, a second line that not everybody gets, contacts after the end of treatment, readers who err and a marker.</summary>
public sealed class ConductLedgerTests
{
    private static readonly Trial Conduct = Make();

    [Fact, Trait("Source", "Property")]
    public void Fill_ReplicateAfterReplicate_AllocatesNothing() => Assert.Equal(0, LedgerBytes.OfALaterReplicate(Conduct));

    [Fact, Trait("Source", "Property")]
    public void Fill_AfterOtherReplicates_IsTheSameAsAlone()
    {
        Ledger after = new(Conduct);
        Randomisation busy = new(Conduct);
        for (uint replicate = 1; replicate <= 5; replicate++)
        {
            busy.Fill(SmallTrial.Seed, replicate, after);
        }

        Ledger alone = new(Conduct);
        new Randomisation(Conduct).Fill(SmallTrial.Seed, 5, alone);

        HashSet<CourseEntryKind> kinds = [];
        for (int patient = 0; patient < alone.Patients; patient++)
        {
            Assert.Equal(alone.CourseOf(patient).ToArray(), after.CourseOf(patient).ToArray());
            Assert.Equal(alone.SeenDaysOf(patient).ToArray(), after.SeenDaysOf(patient).ToArray());
            kinds.UnionWith(alone.CourseOf(patient).ToArray().Select(entry => entry.Kind));
        }

        // Everything that this is about must have come.
        Assert.Superset(
            new HashSet<CourseEntryKind> { CourseEntryKind.DoseReduced, CourseEntryKind.DrugInterrupted, CourseEntryKind.TreatmentEnded, CourseEntryKind.MarkerMeasured }, kinds);
    }

    [Fact, Trait("Source", "Property")]
    public void Replay_WithoutTheSecondLine_LeavesWhatCameBeforeItUntouched()
    {
        // The luck of uptake, reading and measuring belongs to the patient: until the second line begins nothing changes without it.
        Trial without = Conduct with { Truth = Conduct.Truth with { Conduct = Conduct.Truth.Conduct with { Treatments = [.. Conduct.Truth.Conduct.Treatments.SetItem(1, new TreatmentConduct(WindowBehaviour.Uniform, 0))] } } };
        int compared = 0;
        for (int patient = 0; patient < Conduct.Design.Patients; patient++)
        {
            PatientRecord with = Replay.Patient(Conduct, SmallTrial.Seed, 2, patient);
            PatientRecord other = Replay.Patient(without, SmallTrial.Seed, 2, patient);
            double started = with.Course.Where(entry => entry.Kind == CourseEntryKind.DrugStarted && entry.Subject == 1).Select(entry => entry.Day).FirstOrDefault(double.PositiveInfinity);
            double seen = with.SeenDays[0].Value;
            Assert.Equal(with.Course.Where(entry => entry.Day < Math.Min(seen, started)), other.Course.Where(entry => entry.Day < Math.Min(seen, started)));
            compared += started < double.PositiveInfinity ? 1 : 0;
        }

        Assert.True(compared > 5, $"{compared}");
    }

    private static Trial Make()
    {
        // Known: bit 0 progression, bit 1 toxicity, bit 2 that the second line is taken.
        Trial trial = SmallTrial.Of(40).WithEvents(
            SmallTrial.Event("progression", CourseEnding.Continues, new ExponentialHazard(0.006)) with { SeenAt = [0], Reading = new ReadingErrors(0.2, 0.02) },
            SmallTrial.Event("toxicity", CourseEnding.Continues, new ExponentialHazard(0.01)),
            SmallTrial.Event("death", CourseEnding.Fatal, new ExponentialHazard(0.002)));
        Drug sorafenib = new("sorafenib", NamedPurpose.Of("treatment", "sorafenib"), [0, 1], new AtRandomisation(), new TimeWindow(3, 5, 7), [], 400, [])
        {
            Dosing = new Dosing([800, 400], [new StateMask(2, 2)], [new StateMask(4, 4)]),
        };
        Drug secondLine = new("second_line", NamedPurpose.Of("treatment", "second_line"), [0, 1], new FirstSeen(0), new TimeWindow(7, 14, 21), [], 60, []);
        VisitSchedule imaging = new("imaging", NamedPurpose.Of("visit", "imaging"), [0, 1], new AtRandomisation(), new TimeWindow(28, 42, 56), new TimeWindow(28, 42, 56), VisitClock.Schedule, []);
        VisitSchedule contact = new("contact", NamedPurpose.Of("visit", "contact"), [0, 1], new EndOfAllTreatments(), new TimeWindow(30, 60, 90), new TimeWindow(30, 60, 90), VisitClock.LastVisit, []);
        Marker afp = new(
            "afp",
            NamedPurpose.Of("marker", "afp"),
            "ng/mL",
            MarkerDistribution.LogNormal,
            0.5,
            [new MarkerVisit(0, NamedPurpose.Of("marker", "afp at imaging"))],
            [new MarkerProfile([StateMask.Always], new AtRandomisation(), [new MarkerPoint(0, 885, 69), new MarkerPoint(60, 237, 47)])]);
        return trial with
        {
            Design = trial.Design with
            {
                MaxFollowUpDays = 1000,
                Protocol = new TrialProtocol([sorafenib, secondLine], [imaging, contact], [new HadBit(0, 0), new HadBit(1, 1), new TakingBit(2, 1)]) { IsFollowedToTheEnd = true },
            },
            Truth = trial.Truth with
            {
                StateBits = [new TakingBit(0, 0), new DoseBit(1, 0, 1)],
                Effects = [new Effect(0, [new StateMask(1, 1)], Math.Log(0.6)), new Effect(0, [new StateMask(3, 3)], -0.5 * Math.Log(0.6))],
                Markers = [afp],
                Conduct = new ProtocolConduct(
                    [new TreatmentConduct(WindowBehaviour.Uniform), new TreatmentConduct(WindowBehaviour.Uniform, 0.7)],
                    [new VisitConduct(WindowBehaviour.Triangular, 0.1), new VisitConduct(WindowBehaviour.Uniform, 0)]),
            },
        };
    }
}
