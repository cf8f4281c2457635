using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;

namespace TrialSim.Engine.Tests.MonteCarlo;

public sealed class CampaignTests
{
    private static readonly Trial TwoLooks = SmallTrial
        .Of(60, SmallTrial.LogRank(0, 1), SmallTrial.Cox(1), SmallTrial.Median(1))
        .WithLooks(new Look("half", new EventsSeen(0, 30, [0, 1])), new Look("final", new LastPatientFollowedUp(200)));

    [Fact, Trait("Source", "Independent")]
    public void Run_NobodyMeetsAnybody_EqualsTheBareLoopBitForBit()
    {
        Trial trial = SmallTrial.Of(107);
        List<(double Cut, double Z)> results = [];
        Campaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 200), CurvePlan.None, 2, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                results.Add((batch.LookDaysOf(index)[0].Value, batch.RowsOf(index)[^1].Z));
            }
        }, CancellationToken.None);

        for (uint replicate = 1; replicate <= 200; replicate++)
        {
            (double[] arrival, int[] arm, double[] death) = BareLoop.Patients(107, 365, replicate);
            (double cut, double z) = results[(int)replicate - 1];
            Assert.Equal(arrival[^1] + 200, cut);
            Assert.Equal(BareLoop.LogRankZ(arrival, arm, death, cut), z);
        }
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Run_AnyNumberOfThreads_GivesTheSameResultsInTheSameOrder(int threads)
    {
        Assert.Equal(ResultsOf(new ReplicateRange(1, 300), 1), ResultsOf(new ReplicateRange(1, 300), threads));
    }

    [Fact, Trait("Source", "Property")]
    public void Run_MoreReplicates_LeavesTheFirstAsTheyWere()
    {
        Assert.Equal(ResultsOf(new ReplicateRange(1, 100), 2), ResultsOf(new ReplicateRange(1, 1000), 2)[..ResultsOf(new ReplicateRange(1, 100), 2).Count]);
    }

    [Fact, Trait("Source", "Property")]
    public void Run_InTwoRanges_GivesTogetherWhatOneRangeGives()
    {
        List<string> whole = ResultsOf(new ReplicateRange(1, 150), 2);

        Assert.Equal(whole, [.. ResultsOf(new ReplicateRange(1, 70), 2), .. ResultsOf(new ReplicateRange(71, 80), 1)]);
    }

    [Fact, Trait("Source", "Property")]
    public void Run_Cancelled_KeepsFinishedReplicatesWithoutGaps()
    {
        using CancellationTokenSource stop = new();
        uint next = 1;
        Campaign.Run(SmallTrial.Of(60), SmallTrial.Seed, new ReplicateRange(1, 1_000_000), CurvePlan.None, 2, batch =>
        {
            Assert.Equal(next, batch.First);
            next += (uint)batch.Count;
            if (next > 500)
            {
                stop.Cancel();
            }
        }, stop.Token);

        Assert.InRange(next, 501u, 5_000u);
    }

    [Fact, Trait("Source", "Property")]
    public void Run_ConsumerFails_StopsAndPassesTheFailureOn()
    {
        IOException thrown = Assert.Throws<IOException>(() => Campaign.Run(
            SmallTrial.Of(60), SmallTrial.Seed, new ReplicateRange(1, 1_000_000), CurvePlan.None, 2, _ => throw new IOException("full"), CancellationToken.None));

        Assert.Equal("full", thrown.Message);
    }

    [Fact, Trait("Source", "Property")]
    public void Run_WorkerFails_StopsAndPassesTheFailureOn()
    {
        // An endpoint of an event that does not exist: nothing that a compiled scenario could hold.
        Trial broken = SmallTrial.Of(60);
        broken = broken with { Design = broken.Design with { Endpoints = [new TimeToEventEndpoint("os", [7])] } };

        Assert.Throws<IndexOutOfRangeException>(() => Campaign.Run(
            broken, SmallTrial.Seed, new ReplicateRange(1, 1_000_000), CurvePlan.None, 2, _ => { }, CancellationToken.None));
    }

    [Fact, Trait("Source", "ByHand")]
    public void BatchSizeFor_LargeTrials_KeepsABatchShort()
    {
        Assert.Equal(64, Campaign.BatchSizeFor(107, 100_000, 2));
        Assert.Equal(10, Campaign.BatchSizeFor(10_000, 100_000, 2));
        Assert.Equal(1, Campaign.BatchSizeFor(1_000_000, 100_000, 2));
    }

    [Fact, Trait("Source", "ByHand")]
    public void BatchSizeFor_FewReplicates_SplitsThemFiner()
    {
        Assert.Equal(31, Campaign.BatchSizeFor(107, 1000, 2)); // 16 batches and more for each thread.
        Assert.Equal(62, Campaign.BatchSizeFor(107, 1000, 1));
        Assert.Equal(1, Campaign.BatchSizeFor(107, 10, 2));
        Assert.Equal(64, Campaign.BatchSizeFor(107, uint.MaxValue, 1));
    }

    [Fact, Trait("Source", "Property")]
    public void Run_AnyNumberOfThreads_ConsumesOnTheCallingThreadAndPreparesEachBatchBefore()
    {
        foreach (int threads in new[] { 1, 2, 8 })
        {
            int caller = Environment.CurrentManagedThreadId;
            HashSet<int> preparing = [];
            Campaign.Run(SmallTrial.Of(60), SmallTrial.Seed, new ReplicateRange(1, 500), CurvePlan.None, threads, batch =>
            {
                lock (preparing)
                {
                    preparing.Add(Environment.CurrentManagedThreadId);
                }

                batch.Prepared.GetSpan(1)[0] = (byte)batch.First;
                batch.Prepared.Advance(1);
            }, batch =>
            {
                Assert.Equal(caller, Environment.CurrentManagedThreadId);
                Assert.Equal([(byte)batch.First], batch.Prepared.WrittenSpan.ToArray());
            }, CancellationToken.None);

            preparing.Add(caller); // One of them, even if the others have prepared all.
            Assert.InRange(preparing.Count, 1, threads);
        }
    }

    [Fact, Trait("Source", "Property")]
    public void Run_AddedLook_LeavesTheOthersAsTheyWere()
    {
        Trial more = TwoLooks.WithLooks([.. TwoLooks.Design.Looks, SmallTrial.AtDay("extra", 250)]);

        Assert.Equal(ResultsOf(TwoLooks, new ReplicateRange(1, 50), 1), ResultsOf(more, new ReplicateRange(1, 50), 1));
    }

    [Fact, Trait("Source", "Property")]
    public void Plan_AnyTrial_PlansCurvesToTheLongestFollowUp()
    {
        CurvePlan plan = CurvePlanner.Plan(SmallTrial.Of(60), SmallTrial.Seed);

        Assert.Equal([new CurveKey(0, 0, 0), new CurveKey(0, 0, 1)], plan.Keys.AsEnumerable());
        // Patients are followed for at most 365 + 200 days.
        Assert.InRange(plan.GridDays[^1], 200, 365 + 200 + (DaysPer.Month / 4));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Run_FirstReplicates_KeepCurvesThatStartAtOne()
    {
        Trial trial = SmallTrial.Of(60);
        CurvePlan plan = CurvePlanner.Plan(trial, SmallTrial.Seed) with { LastReplicate = 10 };
        List<int> lengths = [];
        Campaign.Run(trial, SmallTrial.Seed, new ReplicateRange(1, 20), plan, 1, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                ReadOnlySpan<float> curves = batch.CurvesOf(index);
                lengths.Add(curves.Length);
                if (!curves.IsEmpty)
                {
                    Assert.Equal(1f, curves[0]);
                    Assert.Equal(30f, curves[1]); // Half of 60 patients, all at risk.
                }
            }
        }, CancellationToken.None);

        Assert.Equal([.. Enumerable.Repeat(plan.Length, 10), .. Enumerable.Repeat(0, 10)], lengths);
    }

    private static List<string> ResultsOf(ReplicateRange range, int threads) => ResultsOf(TwoLooks, range, threads);

    private static List<string> ResultsOf(Trial trial, ReplicateRange range, int threads)
    {
        List<string> results = [];
        Campaign.Run(trial, SmallTrial.Seed, range, CurvePlan.None, threads, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                results.Add($"{batch.First + index} {batch.LookDaysOf(index)[0].Value:R} {batch.LookDaysOf(index)[1].Value:R}");
                foreach (ResultRow row in batch.RowsOf(index))
                {
                    results.Add(row.ToString());
                }
            }
        }, CancellationToken.None);
        return results;
    }
}
