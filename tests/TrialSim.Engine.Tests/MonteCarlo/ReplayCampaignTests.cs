using TrialSim.Engine.Conduct;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Tests.MonteCarlo;

public sealed class ReplayCampaignTests
{
    private static readonly Trial Small = SmallTrial.Of(40);

    [Theory, Trait("Source", "Property")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Run_AnyNumberOfThreads_ShowsEachReplicateOnceInOrderWithItsPatients(int threads)
    {
        List<(uint Replicate, double Arrival, double Death)> shown = [];
        ReplayCampaign.Run(Small, SmallTrial.Seed, new ReplicateRange(5, 20), threads, replayed =>
            shown.Add((replayed.Replicate, replayed.Ledger.ArrivalOf(7).Value, replayed.Ledger.EventDaysOf(7)[0])));

        Assert.Equal(Enumerable.Range(5, 20), shown.Select(one => (int)one.Replicate));
        foreach ((uint replicate, double arrival, double death) in shown)
        {
            PatientRecord record = Replay.Patient(Small, SmallTrial.Seed, replicate, 7);
            Assert.Equal((record.Randomised.Value, record.EventDays[0].Value), (arrival, death));
        }
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_AReaderThatThrows_ThrowsItToTheCaller(int threads)
    {
        int shown = 0;
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => ReplayCampaign.Run(Small, SmallTrial.Seed, new ReplicateRange(1, 50), threads, _ =>
        {
            shown++;
            if (shown == 3)
            {
                throw new InvalidOperationException("enough");
            }
        }));

        Assert.Equal(("enough", 3), (thrown.Message, shown));
    }

    [Fact, Trait("Source", "Property")]
    public void Run_NoThreads_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReplayCampaign.Run(Small, SmallTrial.Seed, new ReplicateRange(1, 1), 0, _ => { }));

    // Accrual goes on for a year: at day 200 some are not randomised yet, and the time of who has not died ends with the look.
    [Fact, Trait("Source", "Independent")]
    public void HasTrueEvent_AtALook_IsWhatTheRecordSays()
    {
        Trial trial = Small.WithLooks(new Look("early", new TrialTimeReached(new TrialDay(200))));
        ReplayCampaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 3), 2, replayed =>
        {
            Assert.Equal(new TrialDay(200), replayed.LastLookDay);
            Assert.InRange(replayed.Patients, 1, 39);
            for (int patient = 0; patient < replayed.Patients; patient++)
            {
                PatientRecord record = replayed.RecordOf(patient);
                double followed = 200 - record.Randomised.Value;
                bool hasEvent = replayed.HasTrueEvent((TimeToEventEndpoint)trial.Design.Endpoints[0], patient, out PatientDay time);
                Assert.Equal((record.EventDays[0].Value <= followed, Math.Min(record.EventDays[0].Value, followed)), (hasEvent, time.Value));
            }
        });
    }

    [Fact, Trait("Source", "Property")]
    public void Known_WithoutAnyLook_IsAllThatEverHappens()
    {
        Trial trial = Small.WithLooks(new Look("never", new EventsSeen(0, 41, [0, 1])));
        ReplayCampaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 1), 1, replayed =>
        {
            Assert.Equal(TrialDay.Never, replayed.LastLookDay);
            Assert.Equal(40, replayed.Known.Length);
            Assert.All(replayed.Known, known => Assert.Equal(replayed.Ledger.EventDaysOf(known.Patient)[0], known.SeenDays[0].Value));
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void LastLookDay_OfSeveralLooks_IsTheLatestThatTookPlace()
    {
        Trial trial = Small.WithLooks(SmallTrial.AtDay("late", 300), SmallTrial.AtDay("early", 200), new Look("never", new EventsSeen(0, 41, [0, 1])));
        ReplayCampaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 1), 1, replayed => Assert.Equal(new TrialDay(300), replayed.LastLookDay));
    }

    // All are dead within two years or so; the follow-up of 30 days ends before most deaths, and the time of the others with it.
    [Fact, Trait("Source", "ByHand")]
    public void HasTrueEvent_FollowUpThatEnds_IsNoneAfterIt()
    {
        Trial trial = Small.WithLooks(SmallTrial.AtDay("late", 10_000));
        trial = trial with { Design = trial.Design with { MaxFollowUpDays = 30 } };
        ReplayCampaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 1), 1, replayed =>
        {
            for (int patient = 0; patient < replayed.Patients; patient++)
            {
                double death = replayed.RecordOf(patient).EventDays[0].Value;
                bool hasEvent = replayed.HasTrueEvent((TimeToEventEndpoint)trial.Design.Endpoints[0], patient, out PatientDay time);
                Assert.Equal((death <= 30, Math.Min(death, 30)), (hasEvent, time.Value));
            }
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void RecordOf_PatientBeyondTheLast_IsRefused() => ReplayCampaign.Run(
        Small, SmallTrial.Seed, new ReplicateRange(1, 1), 1, replayed => Assert.Throws<NotRandomisedException>(() => replayed.RecordOf(40)));
}
