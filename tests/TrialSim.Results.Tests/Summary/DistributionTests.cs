using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;
using TrialSim.Statistics;

namespace TrialSim.Results.Tests.Summary;

public sealed class DistributionTests
{
    private static readonly (RunSummary Summary, ReplicateRecord[] Records) TwoLooks = Run(TwoLookTrial.Trial, 300);
    private static readonly (RunSummary Summary, ReplicateRecord[] Records) ThreeArms = Run(ThreeArmTrial.Trial, 200);

    [Theory, Trait("Source", "Independent")]
    [InlineData("interim")]
    [InlineData("final")]
    public void Distribution_OfAHazardRatio_CountsTheReplicatesThatReportIt(string look)
    {
        double[] estimates = [.. TwoLooks.Records.Where(record => record.Names.Analysis == "hr" && record.Names.Look == look && record.IsReached).Select(record => record.Row.Estimate)];
        DistributionBin[] bins = [.. TwoLooks.Summary.Distributions.Where(bin => bin.Measure == Measures.HazardRatio && bin.Look == look)];

        Assert.True(bins.Length > 5);
        Assert.All(bins.SkipLast(1), bin => Assert.Equal(estimates.Count(estimate => estimate >= bin.From && estimate < bin.To), bin.Replicates));
        Assert.All(bins, bin => Assert.Equal((300 - estimates.Length, bin.Replicates / (double)estimates.Length, "treated v control"), (bin.NotEstimable, bin.Share, bin.Arm)));
        Assert.Equal(estimates.Length, bins.Sum(bin => bin.Replicates));
    }

    [Fact, Trait("Source", "Independent")]
    public void Distribution_OfMediansThatSomeDoNotReach_SaysHowMany()
    {
        foreach (IGrouping<string, DistributionBin> arm in ThreeArms.Summary.Distributions.Where(bin => bin.Measure == Measures.MedianSurvival).GroupBy(bin => bin.Arm))
        {
            ReplicateRecord[] medians = [.. ThreeArms.Records.Where(record => record.Key.Measure == RowMeasure.Median && record.Names.Arm == arm.Key)];
            double[] reached = [.. medians.Where(record => record.IsReached && record.Row.Reason == NotEstimable.None).Select(record => record.Row.Estimate / DaysPer.Month)];

            Assert.Equal((reached.Length, medians.Length - reached.Length), (arm.Sum(bin => bin.Replicates), arm.First().NotEstimable));
            Assert.True(arm.First().From <= reached.Min() && reached.Max() <= arm.Last().To);
        }
    }

    [Fact, Trait("Source", "Independent")]
    public void Distribution_OfTheEventsOfATrialThatMayStop_IsOfItsTwoEnds()
    {
        int stopped = TwoLooks.Records.Count(record => record.Names is { Analysis: "test", Look: "final" } && !record.IsReached);
        DistributionBin[] bins = [.. TwoLooks.Summary.Distributions.Where(bin => bin.Measure == Measures.TrialEvents && bin.Replicates > 0)];

        Assert.Equal([stopped, 300 - stopped], bins.Select(bin => bin.Replicates));
        Assert.True(bins[0].From < 40 && 40 < bins[0].To && bins[1].From < 80 && 80 < bins[1].To);
    }

    // Of a design whose looks are each for themselves there is no row of the whole trial among the operating characteristics.
    [Fact, Trait("Source", "Property")]
    public void Distribution_OfATrialOfOneSize_IsOneValue()
    {
        DistributionBin patients = Assert.Single(ThreeArms.Summary.Distributions, bin => bin.Measure == Measures.TrialPatients);

        Assert.Equal((patients.From, 200, 1.0), (patients.To, patients.Replicates, patients.Share));
        Assert.DoesNotContain(ThreeArms.Summary.OperatingCharacteristics, row => row.Measure == Measures.TrialPatients);
    }

    private static (RunSummary Summary, ReplicateRecord[] Records) Run(Trial trial, uint replicates)
    {
        RunAccumulator sum = new(trial, CurvePlan.None);
        List<ReplicateRecord> records = [];
        Campaign.Run(trial, TwoLookTrial.Seed, new ReplicateRange(1, replicates), CurvePlan.None, 2, batch => sum.Add(batch, records.Add), CancellationToken.None);
        return (sum.Summarise(new Manifest("", "", "", "", TwoLookTrial.Seed, 1, replicates, replicates, ""), new TrialForecast([], [])), [.. records]);
    }
}
