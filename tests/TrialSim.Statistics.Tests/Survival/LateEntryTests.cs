using System.Globalization;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

/// <summary>Rows that are at risk from a start on, against R; <c>Reference/late_entry.R</c> wrote what R says.</summary>
public sealed class LateEntryTests
{
    private static readonly Dictionary<string, ReferenceRow[]> Samples = ReferenceRow.ReadAll("cox_samples.csv")
        .Where(row => row.Number("start") < row.Number("stop")).GroupBy(row => row["sample"]).ToDictionary(group => group.Key, group => group.ToArray());

    // survfit(Surv(start, stop, status) ~ 1): risk sets, survival, Greenwood, Nelson–Aalen and log limits.
    [Fact, Trait("Source", "AgainstR")]
    public void Curves_RandomSamples_MatchSurvfit()
    {
        foreach (IGrouping<(string Sample, string Arm), ReferenceRow> expected in ReferenceRow.ReadAll("late_entry_curves.csv").GroupBy(row => (row["sample"], row["arm"])))
        {
            SurvivalSample sample = SampleOf(expected.Key.Sample);
            KaplanMeierRow[] rows = new KaplanMeierRow[sample.Length];
            KaplanMeierCurve curve = expected.Key.Arm == "all"
                ? KaplanMeier.FillPooled(sample, rows)
                : KaplanMeier.Fill(sample, byte.Parse(expected.Key.Arm, CultureInfo.InvariantCulture), rows);
            ReadOnlySpan<NelsonAalenRow> hazards = NelsonAalen.Fill(curve, new NelsonAalenRow[curve.Rows.Length]);

            Assert.Equal(expected.Count(), curve.Rows.Length);
            int i = 0;
            foreach (ReferenceRow row in expected)
            {
                Assert.Equal((row.Number("time"), (int)row.Number("risk"), (int)row.Number("events")), (curve.Rows[i].Days, curve.Rows[i].AtRisk, curve.Rows[i].Events));
                Close.Relative(row.Number("surv"), curve.Rows[i].Survival, 1e-12, 1e-15);
                Close.Relative(row.Number("cumhaz"), hazards[i].CumulativeHazard, 1e-12);
                Close.Relative(row.Number("chaz"), hazards[i].Variance, 1e-12);
                if (curve.Rows[i].Survival > 0.0)
                {
                    Close.Relative(row.Number("greenwood"), curve.Rows[i].GreenwoodSum, 1e-12);
                    Interval limits = curve.Rows[i].Limits(0.95, IntervalTransform.Log);
                    Close.Relative(row.Number("lower"), limits.Lower, 1e-10);
                    Close.Relative(row.Number("upper"), limits.Upper, 1e-10);
                }

                i++;
            }
        }
    }

    // summary(survfit(…), rmean = tau)$table and quantile(survfit(…), .5).
    [Fact, Trait("Source", "AgainstR")]
    public void RestrictedMeanAndMedian_RandomSamples_MatchSurvfit()
    {
        Assert.All(ReferenceRow.ReadAll("late_entry_means.csv"), row =>
        {
            SurvivalSample sample = SampleOf(row["sample"]);
            KaplanMeierCurve curve = KaplanMeier.Fill(sample, byte.Parse(row["arm"], CultureInfo.InvariantCulture), new KaplanMeierRow[sample.Length]);
            RestrictedMean mean = RestrictedMean.Of(curve, row.Number("tau"), RestrictedMeanVariance.Greenwood);
            SurvivalQuantile median = curve.Median(0.95, IntervalTransform.Log);

            Close.Relative(row.Number("rmean"), mean.Mean, 1e-12);
            Close.Relative(row.Number("se"), mean.StandardError, 1e-10, 1e-12);
            Assert.Equal((row.Number("median"), row.Number("lower"), row.Number("upper")), (median.Days, median.Lower, median.Upper));
        });
    }

    // The score test of coxph(ties = "exact") is the log-rank test; both ways of computing it.
    [Fact, Trait("Source", "AgainstR")]
    public void LogRank_RandomSamples_MatchesExactScoreTest()
    {
        Assert.All(ReferenceRow.ReadAll("late_entry_tests.csv"), row =>
        {
            SurvivalSample sample = SampleOf(row["sample"]);
            bool isStratified = row["stratified"] == "1";
            RiskRow[] rows = new RiskRow[sample.Length];
            int[] ends = new int[isStratified ? 20 : 1];
            int count = isStratified ? RiskTable.FillStratified(sample, 0, 1, rows, ends) : RiskTable.Fill(sample, 0, 1, rows);
            LogRankOfArmsResult arms = isStratified
                ? LogRankOfArms.TestStratified(sample, RankWeight.Constant)
                : LogRankOfArms.Test(sample, RankWeight.Constant);

            Close.Relative(row.Number("chisq"), LogRank.Test(rows.AsSpan(0, count)).ChiSquare, 1e-8, 1e-12);
            Close.Relative(row.Number("chisq"), arms.ChiSquare, 1e-8, 1e-12);
        });
    }

    [Fact, Trait("Source", "ByHand")]
    public void AtRisk_LateEntry_CountsThoseWhoHaveEnteredBefore()
    {
        // At risk: patient 1 over (0, 4], 2 over (2, 6], 3 over (5, 9].
        SurvivalSample sample = new([4.0, 6.0, 9.0], [true, false, true], [0, 0, 0], [], [0.0, 2.0, 5.0]);
        Span<int> atRisk = stackalloc int[6];

        KaplanMeier.FillAtRisk(sample, 0, [0.0, 2.0, 3.0, 5.0, 6.0, 7.0], atRisk);

        Assert.Equal([1, 1, 2, 1, 2, 1], atRisk.ToArray());
    }

    // Expected events are H(stop) − H(start): 0.1 · (4 + 4 + 4) = 1.2.
    [Fact, Trait("Source", "ByHand")]
    public void OneSampleLogRank_LateEntry_CountsFromTheStart() =>
        Assert.Equal(
            1.2,
            OneSampleLogRank.Test(
                new SurvivalSample([4.0, 6.0, 9.0], [true, false, true], [], [], [0.0, 2.0, 5.0]),
                new Statistics.Hazards.ExponentialHazard(0.1),
                OneSampleVariance.Expected).Expected,
            1e-12);

    [Fact, Trait("Source", "Property")]
    public void Sample_StartNotBeforeEnd_Throws() =>
        Assert.Contains(
            "starts on day 4 and ends on day 4",
            Assert.Throws<ArgumentException>(() => { _ = new SurvivalSample([4.0], [true], [0], [], [4.0]); }).Message,
            StringComparison.Ordinal);

    private static SurvivalSample SampleOf(string name)
    {
        ReferenceRow[] rows = Samples[name];
        double[] stops = [.. rows.Select(row => row.Number("stop"))];
        bool[] hasEvent = [.. rows.Select(row => row["status"] == "1")];
        byte[] arms = [.. rows.Select(row => (byte)row.Number("x1"))];
        int[] strata = [.. rows.Select(row => (int)row.Number("stratum"))];
        double[] starts = [.. rows.Select(row => row.Number("start"))];
        return new SurvivalOrder(rows.Length).Sort(new SurvivalSample(stops, hasEvent, arms, strata, starts));
    }
}
