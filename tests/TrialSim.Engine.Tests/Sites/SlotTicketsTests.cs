using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Protocol;
using TrialSim.Model.Sites;

namespace TrialSim.Engine.Tests.Sites;

/// <summary>What sessions that wait cost, and that those who serve one after the other remember nothing.</summary>
public sealed class SlotTicketsTests
{
    private const int Patients = 60;
    private const int MostBytes = 240;
    private const int MostBytesOnSimSharp = 1_250;

    // Tickets and patients are left in whatever state the end of a replicate finds them in: waiting, withdrawn, in a session.
    [Theory, Trait("Source", "Property")]
    [InlineData(AfterWaiting.Treat)]
    [InlineData(AfterWaiting.Skip)]
    [InlineData(AfterWaiting.Stop)]
    public void Replicate_AfterOthersOnTheSameWorker_IsThatOfANewWorker(AfterWaiting then)
    {
        Trial trial = FullSuite(new ResourceNeed(0, MaxWaitDays: 20, then), deathsPerDay: 0.004);
        TrialConduct used = TrialConduct.WithoutResults(trial);
        for (uint replicate = 1; replicate <= 6; replicate++)
        {
            used.Run(SmallTrial.Seed, replicate, static (_, _) => { });
        }

        TrialConduct fresh = QueueTrial.Run(trial, replicate: 6);

        Assert.Equal(fresh.ResourceUse.ToArray(), used.ResourceUse.ToArray());
        for (int patient = 0; patient < Patients; patient++)
        {
            Assert.Equal(fresh.Ledger.CourseOf(patient).ToArray(), used.Ledger.CourseOf(patient).ToArray());
        }

        Assert.True(fresh.ResourceUse[0] is { Waited: > 50, Left: > 4, LongestQueue: > 20 }, fresh.ResourceUse[0].ToString());
    }

    // A session that waits is on the calendar when it is wanted, when it has its slot, when it is over and when its place is free: two timeouts of 40 bytes, a request
    // and a release of 48. The rest is the queue of a replicate, and the calendar as it grows.
    [Fact, Trait("Source", "ByHand")]
    public void Session_ThatWaits_AllocatesLittleMoreThanItsEvents()
    {
        int mostBytes = EventKernel.Name == "SimSharp" ? MostBytesOnSimSharp : MostBytes;
        Trial trial = FullSuite(new ResourceNeed(0, double.PositiveInfinity, AfterWaiting.Treat), deathsPerDay: 0);
        TrialConduct conduct = TrialConduct.WithoutResults(trial);
        for (uint replicate = 1; replicate <= 20; replicate++)
        {
            conduct.Run(SmallTrial.Seed, replicate, static (_, _) => { });
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        conduct.Run(SmallTrial.Seed, 10, static (_, _) => { });
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        int sessions = conduct.ResourceUse[0].Sessions;
        Assert.True(sessions > 1_000 && conduct.ResourceUse[0].WaitedShare > 0.9, conduct.ResourceUse[0].ToString());
        Assert.InRange((double)bytes / sessions, 1, mostBytes);
    }

    private static Trial FullSuite(ResourceNeed need, double deathsPerDay) => QueueTrial.Of(
            Patients, 5, QueueTrial.Suite(1, new ExponentialSession(1.4)), new TimeWindow(0, 7, 14), new RepeatedEvery(new TimeWindow(28, 42, 56)), need, deathsPerDay)
        .WithLooks(SmallTrial.AtDay("final", 1_800));
}
