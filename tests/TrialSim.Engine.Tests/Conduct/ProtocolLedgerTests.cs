using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Protocol;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Engine.Tests.Conduct;

/// <summary>A trial with everything of a protocol: sessions on demand, a drug held for them, windows, missed visits, an effect that each session starts again.</summary>
public sealed class ProtocolLedgerTests
{
    private static readonly TimeWindow SixWeeks = new(28, 42, 56);

    private static readonly Trial Protocol = Make();

    [Fact, Trait("Source", "Property")]
    public void Fill_ReplicateAfterReplicate_AllocatesNothing() => Assert.Equal(0, LedgerBytes.OfALaterReplicate(Protocol));

    [Theory, Trait("Source", "Property")]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(39)]
    public void Replay_PatientInTheirOwnArm_IsThePatient(int patient)
    {
        PatientRecord allocated = Replay.Patient(Protocol, SmallTrial.Seed, 3, patient);
        PatientRecord again = Replay.PatientInArm(Protocol, SmallTrial.Seed, 3, patient, allocated.Arm);

        Assert.NotEmpty(allocated.Course);
        Assert.Equal(allocated.Course.AsEnumerable(), again.Course);
        Assert.Equal(allocated.EventDays.AsEnumerable(), again.EventDays);
        Assert.Equal(allocated.SeenDays.AsEnumerable(), again.SeenDays);
    }

    [Fact, Trait("Source", "Property")]
    public void CutAt_AnyDay_KnowsProgressionFromTheVisitThatSeesItAndTheLastVisitBefore()
    {
        Ledger ledger = new(Protocol);
        new Randomisation(Protocol).Fill(SmallTrial.Seed, 1, ledger);
        double[] days = new double[ledger.Patients];
        bool[] hasEvent = new bool[ledger.Patients];
        int hidden = 0;
        foreach (double day in new[] { 200.0, 350.0, 500.0 })
        {
            DataCut cut = ledger.CutAt(new TrialDay(day));
            cut.FillEndpoint((TimeToEventEndpoint)Protocol.Design.Endpoints[0], days, hasEvent);
            for (int patient = 0; patient < cut.Patients; patient++)
            {
                double known = day - ledger.ArrivalOf(patient).Value;
                double[] visits = [.. ledger.CourseOf(patient).ToArray().Where(entry => entry.Kind == CourseEntryKind.VisitKept && entry.Day <= known).Select(entry => entry.Day)];
                hidden += ledger.EventDaysOf(patient)[0] <= known && ledger.SeenDaysOf(patient)[0] > known ? 1 : 0;
                Assert.Equal(ledger.SeenDaysOf(patient)[0] <= known, hasEvent[patient]);
                Assert.Equal(hasEvent[patient] ? ledger.SeenDaysOf(patient)[0] : visits.LastOrDefault(0.0), days[patient]);
                Assert.True(!hasEvent[patient] || visits.Contains(days[patient]));
            }
        }

        // Progression that has happened and that nobody knows of: without any the test would show nothing.
        Assert.True(hidden > 0);
    }

    [Fact, Trait("Source", "Property")]
    public void Fill_ProgressionThatNobodyHasSeen_EndsNoTreatment()
    {
        Ledger ledger = new(Protocol);
        new Randomisation(Protocol).Fill(SmallTrial.Seed, 5, ledger);
        int ended = 0;
        for (int patient = 0; patient < ledger.Patients; patient++)
        {
            double seen = ledger.SeenDaysOf(patient)[0];
            Assert.True(seen >= ledger.EventDaysOf(patient)[0]);
            foreach (CourseEntry entry in ledger.CourseOf(patient))
            {
                if (entry.Kind == CourseEntryKind.TreatmentEnded)
                {
                    Assert.Equal(seen, entry.Day);
                    ended++;
                }
            }
        }

        Assert.True(ended > 20, $"{ended}");
    }

    private static Trial Make()
    {
        Trial trial = SmallTrial.Of(40).WithEvents(
            SmallTrial.Event("progression", CourseEnding.Continues, new ExponentialHazard(0.004)) with { SeenAt = [0] },
            SmallTrial.Event("death", CourseEnding.Fatal, new ExponentialHazard(0.001)));
        Procedure tace = new(
            "tace", NamedPurpose.Of("treatment", "tace"), [0, 1], new AtRandomisation(), new TimeWindow(0, 7, 14), new RepeatedOnDemand(0, [new StateMask(1, 0)], new TimeWindow(1, 7, 14)), 4, [new StateMask(1, 1)]);
        Drug sorafenib = new(
            "sorafenib", NamedPurpose.Of("treatment", "sorafenib"), [1], new EachSession(0), new TimeWindow(3, 5, 7), [new Hold(0, 1, new TimeWindow(3, 5, 7))], double.PositiveInfinity, [new StateMask(1, 1)]);
        VisitSchedule imaging = new("imaging", NamedPurpose.Of("visit", "imaging"), [0, 1], new EachSession(0), SixWeeks, SixWeeks, VisitClock.Schedule, []);
        return trial with
        {
            Design = trial.Design with
            {
                Endpoints = [new TimeToEventEndpoint("ttp", [0]) { AssessedAt = [0] }],
                Protocol = new TrialProtocol([tace, sorafenib], [imaging], [new HadBit(0, 0)]),
            },
            Truth = trial.Truth with
            {
                StateBits = [new TakingBit(0, 1), new SinceSessionBit(1, new EachSession(0), 42), new TreatedBit(2, 0)],
                Effects = [new Effect(0, [new StateMask(1, 1)], Math.Log(0.65)), new Effect(0, [new StateMask(6, 4)], Math.Log(0.5))],
                Conduct = new ProtocolConduct([new TreatmentConduct(WindowBehaviour.Uniform), new TreatmentConduct(WindowBehaviour.Uniform)], [new VisitConduct(WindowBehaviour.Triangular, 0.1)]),
            },
        };
    }
}
