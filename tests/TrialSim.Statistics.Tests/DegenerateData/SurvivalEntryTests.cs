using TrialSim.Statistics.CompetingRisks;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.IntervalCensored;
using TrialSim.Statistics.Parametric;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.DegenerateData;

/// <summary>Every analysis of times to events, given data that say little: a result or a reason, no exception and no NaN.</summary>
public sealed class SurvivalEntryTests
{
    private static readonly Dictionary<string, (double[] Days, bool[] HasEvent, byte[] Arm)> Shapes = new()
    {
        ["nobody"] = ([], [], []),
        ["one patient with the event"] = ([5], [true], [0]),
        ["one patient censored"] = ([5], [false], [1]),
        ["one patient on day 0"] = ([0], [true], [0]),
        ["one patient an arm"] = ([3, 5], [true, true], [0, 1]),
        ["no events"] = ([1, 2, 3, 4], [false, false, false, false], [0, 1, 0, 1]),
        ["one event"] = ([1, 2, 3, 4], [false, true, false, false], [0, 1, 0, 1]),
        ["one event, the last"] = ([1, 2, 3, 4], [false, false, false, true], [0, 1, 0, 1]),
        ["all at once"] = ([7, 7, 7, 7], [true, true, true, true], [0, 1, 0, 1]),
        ["all on day 0"] = ([0, 0, 0, 0], [true, false, true, true], [0, 1, 0, 1]),
        ["censored on day 0, then events"] = ([0, 0, 1, 2], [false, false, true, true], [0, 1, 0, 1]),
        ["one arm"] = ([1, 2, 3, 4], [true, true, false, true], [1, 1, 1, 1]),
        ["one arm without events"] = ([1, 2, 3, 4], [true, true, false, false], [0, 0, 1, 1]),
        ["one arm gone before the other begins"] = ([1, 2, 3, 4], [true, true, true, true], [0, 0, 1, 1]),
        ["ties everywhere"] = ([1, 1, 1, 2, 2, 2, 2, 2], [true, true, false, true, true, true, false, true], [0, 1, 0, 1, 0, 1, 0, 1]),
        ["very short and very long"] = ([1e-300, 1e-300, 1e300, 1e300], [true, true, true, true], [0, 1, 0, 1]),
    };

    private static readonly Dictionary<string, Func<double[], bool[], byte[], object>> Entries = new()
    {
        ["log-rank"] = (d, e, a) => LogRank.Test(Rows(d, e, a)),
        ["log-rank of arms"] = (d, e, a) => LogRankOfArms.Test(Sorted(d, e, a), RankWeight.Constant),
        ["weighted log-rank"] = (d, e, a) => WeightedLogRank.Test(Rows(d, e, a), RankWeight.FlemingHarrington(0.5, 1.0)),
        ["modestly weighted"] = (d, e, a) => WeightedLogRank.Test(Rows(d, e, a), RankWeight.ModestByDelay(2.0, 2.0)),
        ["MaxCombo"] = (d, e, a) => MaxCombo.Test(Rows(d, e, a), [RankWeight.Constant, RankWeight.FlemingHarrington(0.0, 1.0), RankWeight.FlemingHarrington(1.0, 0.0)]),
        ["Cox on the arm, Efron"] = (d, e, a) => CoxRegression.Fit(Rows(d, e, a)),
        ["Cox on the arm, Breslow"] = (d, e, a) => CoxRegression.Fit(Rows(d, e, a), TieHandling.Breslow),
        ["Cox profile"] = (d, e, a) => CoxRegression.ProfileInterval(Rows(d, e, a), TieHandling.Efron, 0.95),
        ["Cox model, Efron"] = (d, e, a) => CoxModel.Fit(new CoxSample([], d, e, [], [.. a.Select(x => (double)x)]), TieHandling.Efron),
        ["Cox model, Breslow"] = (d, e, a) => CoxModel.Fit(new CoxSample([], d, e, [], [.. a.Select(x => (double)x)]), TieHandling.Breslow),
        ["Cox model, exact"] = (d, e, a) => CoxModel.Fit(new CoxSample([], d, e, [], [.. a.Select(x => (double)x)]), TieHandling.Exact),
        ["median"] = (d, e, a) => Curve(d, e).Median(0.95, IntervalTransform.LogLog),
        ["milestone"] = (d, e, a) => Curve(d, e).Milestone(2.5, 0.95, IntervalTransform.LogLog),
        ["milestone on day 0"] = (d, e, a) => Curve(d, e).Milestone(0.0, 0.95, IntervalTransform.Log),
        ["rows of the curve"] = (d, e, a) => Curve(d, e).Rows.ToArray(),
        ["Nelson–Aalen"] = (d, e, a) => NelsonAalen.Fill(Curve(d, e), new NelsonAalenRow[d.Length]).ToArray(),
        ["restricted mean, Greenwood"] = (d, e, a) => RestrictedMean.Of(Curve(d, e), 3.0, RestrictedMeanVariance.Greenwood),
        ["restricted mean, corrected"] = (d, e, a) => RestrictedMean.Of(Curve(d, e), 3.0, RestrictedMeanVariance.BiasCorrected),
        ["restricted mean difference"] = (d, e, a) => RestrictedMeanDifference.Between(Mean(d, e, a, 0), Mean(d, e, a, 1)),
        ["restricted mean ratio"] = (d, e, a) => RestrictedMeanRatio.Of(Mean(d, e, a, 0), Mean(d, e, a, 1)),
        ["lost time ratio"] = (d, e, a) => RestrictedMeanRatio.OfLost(Mean(d, e, a, 0), Mean(d, e, a, 1)),
        ["milestone difference"] = (d, e, a) => MilestoneDifference.Between(At2(d, e, a, 0), At2(d, e, a, 1)),
        ["milestone log-log"] = (d, e, a) => MilestoneLogLog.Between(At2(d, e, a, 0), At2(d, e, a, 1)),
        ["one-sample log-rank"] = (d, e, a) => OneSampleLogRank.Test(new SurvivalSample(d, e, []), new ExponentialHazard(0.1), OneSampleVariance.Expected),
        ["cumulative incidence"] = (d, e, a) => CumulativeIncidence.Estimate(new CompetingSample(d, Causes(e, a)), 1, IncidenceVariance.Counting),
        ["cumulative incidence, multinomial"] = (d, e, a) => CumulativeIncidence.Estimate(new CompetingSample(d, Causes(e, a)), 1, IncidenceVariance.Multinomial),
        ["Gray"] = (d, e, a) => GrayTest.Test(new CompetingSample(d, Causes(e, a), [.. d.Select((_, i) => (byte)(i % 2))], []), 1),
        ["Fine–Gray, sandwich"] = (d, e, a) => FineGray.Fit(new CompetingSample(d, Causes(e, a)), 1, [.. a.Select(x => (double)x)], 1, FineGrayForm.Sandwich),
        ["Fine–Gray, weighted Cox"] = (d, e, a) => FineGray.Fit(new CompetingSample(d, Causes(e, a)), 1, [.. a.Select(x => (double)x)], 1, FineGrayForm.WeightedCox),
        ["Turnbull"] = (d, e, a) => Turnbull.Estimate(IntervalSample.OfRightCensored(d, e)),
        ["Turnbull median"] = (d, e, a) => Turnbull.Estimate(IntervalSample.OfRightCensored(d, e)).Quantile(0.5),
        ["exponential"] = (d, e, a) => Reason(MaximumLikelihood.Fit(new ExponentialModel(), d, e)),
        ["Weibull"] = (d, e, a) => Reason(MaximumLikelihood.Fit(new WeibullModel(), d, e)),
        ["log-normal"] = (d, e, a) => Reason(MaximumLikelihood.Fit(new LogNormalModel(), d, e)),
        ["Gompertz"] = (d, e, a) => Reason(MaximumLikelihood.Fit(new GompertzModel(), d, e)),
        ["cure mixture"] = (d, e, a) => Reason(MaximumLikelihood.Fit(new CureMixtureModel(new ExponentialModel()), d, e)),
    };

    public static TheoryData<string> AllEntries => [.. Entries.Keys];

    [Theory, MemberData(nameof(AllEntries)), Trait("Source", "Property")]
    public void EveryShape_GivesAResultOrAReason(string entry) => Assert.All(Shapes, shape =>
    {
        (double[] days, bool[] hasEvent, byte[] arm) = shape.Value;
        NoNaN.In(Entries[entry](days, hasEvent, arm), $"{entry} of {shape.Key}");
    });

    // n log n: sixteen times the patients take no more than sixteen times the comparisons of a log factor, where a quadratic method would need 256 times. Counted in
    // processor time of the smaller run, with room for a busy machine, and measured only to tell 16 from 256.
    [Fact, Trait("Source", "Property")]
    public void MillionPatients_TakeNoQuadraticTime()
    {
        double small = ProcessorSeconds(62_500);
        double large = ProcessorSeconds(1_000_000);

        Assert.True(large < 100.0 * Math.Max(small, 0.005), $"{small:0.000} s for 62,500 patients, {large:0.000} s for 1,000,000");

        static double ProcessorSeconds(int patients)
        {
            double[] days = [.. Enumerable.Range(0, patients).Select(i => (i * 7919L % 1_000_003) / 997.0)];
            bool[] hasEvent = [.. Enumerable.Range(0, patients).Select(i => i % 3 != 0)];
            byte[] arm = [.. Enumerable.Range(0, patients).Select(i => (byte)(i % 2))];
            TimeSpan before = Environment.CpuUsage.TotalTime;
            RiskRow[] rows = Rows(days, hasEvent, arm);
            Assert.True(LogRank.Test(rows).IsEstimable);
            Assert.True(CoxRegression.Fit(rows).IsEstimable);
            Assert.True(Curve(days, hasEvent).Median(0.95, IntervalTransform.LogLog).IsEstimable);
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }
    }

    private static SurvivalSample Sorted(double[] days, bool[] hasEvent, byte[] arm) =>
        new SurvivalOrder(days.Length).Sort(new SurvivalSample(days, hasEvent, arm));

    private static RiskRow[] Rows(double[] days, bool[] hasEvent, byte[] arm)
    {
        RiskRow[] rows = new RiskRow[days.Length];
        return rows[..RiskTable.Fill(Sorted(days, hasEvent, arm), 0, 1, rows)];
    }

    private static KaplanMeierCurve Curve(double[] days, bool[] hasEvent) =>
        KaplanMeier.FillPooled(Sorted(days, hasEvent, []), new KaplanMeierRow[days.Length]);

    private static KaplanMeierCurve Curve(double[] days, bool[] hasEvent, byte[] arm, byte wanted) =>
        KaplanMeier.Fill(Sorted(days, hasEvent, arm), wanted, new KaplanMeierRow[days.Length]);

    private static RestrictedMean Mean(double[] days, bool[] hasEvent, byte[] arm, byte wanted) =>
        RestrictedMean.Of(Curve(days, hasEvent, arm, wanted), 2.0, RestrictedMeanVariance.Greenwood);

    private static MilestoneSurvival At2(double[] days, bool[] hasEvent, byte[] arm, byte wanted) =>
        Curve(days, hasEvent, arm, wanted).Milestone(2.0, 0.95, IntervalTransform.LogLog);

    /// <summary>Events of arm 0 are of cause 1, those of arm 1 of cause 2.</summary>
    private static byte[] Causes(bool[] hasEvent, byte[] arm) => [.. hasEvent.Zip(arm, (e, a) => e ? (byte)(1 + a) : (byte)0)];

    /// <summary>A model that cannot be fitted has no numbers, but a reason; one that can has them.</summary>
    private static object Reason(ParametricFit fit) => fit.IsEstimable ? new { fit.LogLikelihood, fit.Aic, fit.Parameters } : fit.Reason;
}
