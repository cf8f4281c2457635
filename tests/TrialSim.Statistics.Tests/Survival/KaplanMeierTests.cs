using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class KaplanMeierTests
{
    private static readonly (IntervalTransform Transform, string Table, string Json)[] Transforms =
    [
        (IntervalTransform.Plain, "plain", "plain"),
        (IntervalTransform.Log, "log", "log"),
        (IntervalTransform.LogLog, "loglog", "log-log"),
        (IntervalTransform.Logit, "logit", "logit"),
        (IntervalTransform.ArcSine, "arcsin", "arcsin"),
    ];

    // Six patients of one arm, 1 3+ 4 4 6+ 9:
    //   day 1: 6 at risk, 1 event, S = 5/6,                 Greenwood 1/30
    //   day 4: 4 at risk, 2 events, S = 5/6 · 2/4 = 5/12,   + 2/8
    //   day 9: 1 at risk, 1 event, S = 0,                   + ∞
    [Fact, Trait("Source", "ByHand")]
    public void Fill_SixPatients_GivesTheProducts()
    {
        SurvivalSample sample = new([1, 3, 4, 4, 6, 9], [true, false, true, true, false, true], new byte[6]);

        KaplanMeierCurve curve = KaplanMeier.Fill(sample, 0, new KaplanMeierRow[6]);

        Assert.Equal(3, curve.Rows.Length);
        Assert.Equal((1.0, 6, 1), (curve.Rows[0].Days, curve.Rows[0].AtRisk, curve.Rows[0].Events));
        Assert.Equal((4.0, 4, 2), (curve.Rows[1].Days, curve.Rows[1].AtRisk, curve.Rows[1].Events));
        Close.Relative(5.0 / 12.0, curve.Rows[1].Survival, 1e-14);
        Close.Relative(5.0 / 12.0 * Math.Sqrt((1.0 / 30.0) + (2.0 / 8.0)), curve.Rows[1].StandardError, 1e-14);
        Assert.Equal((9.0, 1, 0.0, 0.0), (curve.Rows[2].Days, curve.Rows[2].AtRisk, curve.Rows[2].Survival, curve.Rows[2].StandardError));
        Assert.Equal(6, curve.Patients);
        Assert.Equal(9.0, curve.LastDay);
    }

    // R 4.2.2, survival 3.5-3: summary(survfit(Surv(time, status) ~ group, conf.type = …)) and ~ 1; rows without events are R's alone.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Fill_ReferenceData_MatchesSurvfit(string name)
    {
        ReferenceData data = new(name);

        foreach (IGrouping<string, ReferenceRow> group in data.Table("_km.csv").GroupBy(row => row["group"]))
        {
            KaplanMeierCurve curve = data.Curve(group.Key);
            ReferenceRow[] expected = [.. group.Where(row => row.Number("n_event") > 0.0)];
            Assert.Equal(expected.Length, curve.Rows.Length);
            Assert.Equal(group.Max(row => row.Number("time")), curve.LastDay);
            for (int i = 0; i < expected.Length; i++)
            {
                AssertMatches(expected[i], curve.Rows[i]);
            }
        }
    }

    // R 4.2.2, survival 3.5-3: quantile(survfit(Surv(time, status) ~ group, conf.type = …), c(.25, .5, .75)); NA is not reached.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Quantile_ReferenceData_MatchesQuantileOfSurvfit(string name)
    {
        ReferenceData data = new(name);
        int compared = 0;

        foreach (ReferenceRow row in data.Table("_quantiles.csv"))
        {
            foreach ((IntervalTransform transform, _, _) in Transforms.Where(t => t.Json == row["conf_type"]))
            {
                SurvivalQuantile quantile = data.Curve(row["group"]).Quantile(row.Number("prob"), 0.95, transform);
                Assert.Equal(row.Number("estimate"), quantile.Days);
                Assert.Equal(row.Number("lower"), quantile.Lower);
                Assert.Equal(row.Number("upper"), quantile.Upper);
                compared++;
            }
        }

        Assert.Equal(45, compared);
    }

    // R 4.2.2, survival 3.5-3: summary(survfit(…), times = …).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Milestone_ReferenceData_MatchesSummaryOfSurvfit(string name)
    {
        ReferenceData data = new(name);

        foreach (JsonElement expected in data.Milestones)
        {
            string confType = expected.GetProperty("conf_type").GetString()!;
            string group = expected.GetProperty("group").GetString()!;
            double day = expected.GetProperty("time").GetDouble();
            IntervalTransform transform = Transforms.Single(t => t.Json == confType).Transform;

            MilestoneSurvival milestone = data.Curve(group).Milestone(day, 0.95, transform);

            Close.Relative(expected.GetProperty("surv").GetDouble(), milestone.Survival, 1e-12);
            Close.Relative(expected.GetProperty("se").GetDouble(), milestone.StandardError, 1e-11);
            Close.Relative(expected.GetProperty("lower").GetDouble(), milestone.Lower, 1e-11);
            Close.Relative(expected.GetProperty("upper").GetDouble(), milestone.Upper, 1e-11);
        }

        Assert.NotEmpty(data.Milestones);
    }

    // R 4.2.2, survival 3.5-3, quantile(survfit(Surv(t, s) ~ 1), .5) with t = 4 8 15 16 23 42, s = 1 1 1 0 0 1: S is 5/6, 4/6, 1/2, 0,
    // flat at ½ from day 15 to day 42, so the median is 28.5. R gives 28.5, lower 8, upper NA.
    [Fact, Trait("Source", "AgainstR")]
    public void Median_CurveFlatAtOneHalf_IsTheMiddleOfTheFlat()
    {
        SurvivalSample sample = new([4, 8, 15, 16, 23, 42], [true, true, true, false, false, true], new byte[6]);

        SurvivalQuantile median = KaplanMeier.Fill(sample, 0, new KaplanMeierRow[6]).Median(0.95, IntervalTransform.Log);

        Assert.Equal(new SurvivalQuantile(28.5, 8.0, double.PositiveInfinity, NotEstimable.None), median);
    }

    // The same with t = 1…8, s = 1 1 1 1 0 0 1 1: flat at ½ from day 4 to day 7. R gives 5.5 (1, NA) by log-log and 5.5 (2, NA) by plain limits.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(IntervalTransform.LogLog, 1.0)]
    [InlineData(IntervalTransform.Plain, 2.0)]
    public void MedianInterval_CurveFlatAtOneHalf_MatchesR(IntervalTransform transform, double lower) =>
        Assert.Equal(
            new SurvivalQuantile(5.5, lower, double.PositiveInfinity, NotEstimable.None),
            KaplanMeier.FillPooled(
                new SurvivalSample([1, 2, 3, 4, 5, 6, 7, 8], [true, true, true, true, false, false, true, true], []), new KaplanMeierRow[8])
                .Median(0.95, transform));

    // Two of four have the event by day 2, the last is censored on day 7: flat at ½ to the end, and the middle is (2 + 7)/2.
    [Fact, Trait("Source", "ByHand")]
    public void Median_CurveEndsFlatAtOneHalf_IsTheMiddleToTheLastDay()
    {
        KaplanMeierCurve curve = KaplanMeier.Fill(
            new SurvivalSample([1, 2, 5, 7], [true, true, false, false], new byte[4]), 0, new KaplanMeierRow[4]);

        Assert.Equal(4.5, curve.Median(0.95, IntervalTransform.Log).Days);
        Assert.True(curve.TryQuantile(0.5, out double days));
        Assert.Equal(4.5, days);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Quantile_NotReached_IsInfiniteWithAReason()
    {
        KaplanMeierCurve curve = KaplanMeier.Fill(
            new SurvivalSample([1, 2, 5, 7], [true, false, false, false], new byte[4]), 0, new KaplanMeierRow[4]);

        // S(1) = 3/4, lower limit by log 0.75 · exp(−1.96 · √(1/12)) = 0.426: below ½ while the curve is not.
        SurvivalQuantile median = curve.Median(0.95, IntervalTransform.Log);
        Assert.Equal(new SurvivalQuantile(double.PositiveInfinity, 1.0, double.PositiveInfinity, NotEstimable.NotReached), median);
        Assert.False(median.IsEstimable);
        Assert.False(curve.TryQuantile(0.5, out double days));
        Assert.Equal(0.0, days);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Milestone_BeforeBetweenAndBeyond_IsWhatTheCurveKnows()
    {
        KaplanMeierCurve curve = KaplanMeier.Fill(
            new SurvivalSample([2, 4, 6, 8], [true, true, false, false], new byte[4]), 0, new KaplanMeierRow[4]);

        Assert.Equal(new MilestoneSurvival(1, 0, 1, 1, NotEstimable.None), curve.Milestone(1.9, 0.95, IntervalTransform.Log));
        Assert.Equal(0.75, curve.Milestone(2, 0.95, IntervalTransform.Log).Survival);
        Assert.Equal(0.5, curve.Milestone(8, 0.95, IntervalTransform.Log).Survival);
        Assert.Equal(new MilestoneSurvival(0, 0, 0, 0, NotEstimable.NotReached), curve.Milestone(8.1, 0.95, IntervalTransform.Log));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Milestone_AfterTheLastEvent_IsZero()
    {
        KaplanMeierCurve curve = KaplanMeier.Fill(new SurvivalSample([2, 4], [true, true], new byte[2]), 0, new KaplanMeierRow[2]);

        Assert.Equal(new MilestoneSurvival(0, 0, 0, 0, NotEstimable.None), curve.Milestone(50, 0.95, IntervalTransform.LogLog));
    }

    [Fact, Trait("Source", "ByHand")]
    public void FillOn_Grid_StopsWhereTheCurveDoes()
    {
        SurvivalSample sample = new([2, 4, 6, 8], [true, true, false, false], [3, 3, 3, 3]);
        KaplanMeierCurve curve = KaplanMeier.Fill(sample, 3, new KaplanMeierRow[4]);
        double[] survival = new double[5];
        int[] atRisk = new int[5];

        Assert.Equal(4, curve.FillOn([0, 2, 3, 8, 9], survival));
        Assert.Equal([1, 0.75, 0.75, 0.5, 0], survival);
        KaplanMeier.FillAtRisk(sample, 3, [0, 2, 3, 8, 9], atRisk);
        Assert.Equal([4, 4, 3, 1, 0], atRisk);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Curve_DegenerateData_GivesTheReason()
    {
        KaplanMeierCurve empty = KaplanMeier.Fill(new SurvivalSample([1], [true], [0]), 1, new KaplanMeierRow[1]);
        Assert.Equal(0, empty.Patients);
        Assert.Equal(new SurvivalQuantile(0, 0, 0, NotEstimable.NoPatients), empty.Median(0.95, IntervalTransform.Log));
        Assert.Equal(NotEstimable.NoPatients, empty.Milestone(1, 0.95, IntervalTransform.Log).Reason);
        Assert.Equal(0, empty.FillOn([0, 1], new double[2]));

        KaplanMeierCurve noEvents = KaplanMeier.Fill(new SurvivalSample([1, 2], new bool[2], new byte[2]), 0, new KaplanMeierRow[2]);
        Assert.True(noEvents.Rows.IsEmpty);
        Assert.Equal(NotEstimable.NotReached, noEvents.Median(0.95, IntervalTransform.Log).Reason);
        Assert.Equal(1.0, noEvents.Milestone(2, 0.95, IntervalTransform.Log).Survival);

        // One patient, and all tied: the curve drops from 1 to 0, where there are no limits.
        KaplanMeierCurve one = KaplanMeier.Fill(new SurvivalSample([5], [true], [0]), 0, new KaplanMeierRow[1]);
        Assert.Equal(
            new SurvivalQuantile(5, double.PositiveInfinity, double.PositiveInfinity, NotEstimable.None), one.Median(0.95, IntervalTransform.Log));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Fill(new SurvivalSample([1, 2], new bool[2], new byte[2]), 0, new KaplanMeierRow[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.FillPooled(new SurvivalSample([1], [true], []), new KaplanMeierRow[1]).Quantile(1.0, 0.95, IntervalTransform.Log));
    }

    [Fact, Trait("Source", "ByHand")]
    public void MilestoneDifference_DegenerateData_GivesTheReason()
    {
        MilestoneSurvival alive = new(1, 0, 1, 1, NotEstimable.None);
        MilestoneSurvival unknown = new(0, 0, 0, 0, NotEstimable.NotReached);

        Assert.Equal(NotEstimable.NoVariance, MilestoneDifference.Between(alive, alive).Reason);
        Assert.Equal(NotEstimable.NotReached, MilestoneDifference.Between(alive, unknown).Reason);
        Assert.Equal(0.0, MilestoneDifference.Between(unknown, alive).Z);
        Assert.Equal(new Interval(-1.0, 1.0), MilestoneDifference.Between(unknown, alive).DifferenceInterval(0.95));
    }

    // Without censoring the product telescopes to the share still alive.
    [Fact, Trait("Source", "Property")]
    public void Survival_WithoutCensoring_IsTheShareAlive() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                double[] days = [.. sample.Days.Order()];
                bool[] everybody = [.. days.Select(_ => true)];
                KaplanMeierCurve curve = KaplanMeier.FillPooled(new SurvivalSample(days, everybody, []), new KaplanMeierRow[days.Length]);
                foreach (KaplanMeierRow row in curve.Rows)
                {
                    if (Math.Abs(row.Survival - ((double)days.Count(d => d > row.Days) / days.Length)) > 1e-12)
                    {
                        return false;
                    }
                }

                return true;
            }).Check(Cases.Of(500));

    [Fact, Trait("Source", "Property")]
    public void Quantile_Interval_HoldsTheEstimate() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            Arb.From(Gen.Elements(IntervalTransform.Log, IntervalTransform.LogLog, IntervalTransform.Plain)),
            Arb.From(Gen.Choose(1, 9).Select(p => p / 10.0)),
            (sample, transform, probability) =>
            {
                SurvivalSample sorted = new SurvivalOrder(sample.Days.Length).Sort(new SurvivalSample(sample.Days, sample.HasEvent, []));
                SurvivalQuantile q = KaplanMeier.FillPooled(sorted, new KaplanMeierRow[sorted.Length]).Quantile(probability, 0.95, transform);
                return q.Upper >= q.Days && (q.Lower <= q.Days || double.IsPositiveInfinity(q.Lower));
            }).Check(Cases.Of(1_000));

    private static void AssertMatches(ReferenceRow expected, KaplanMeierRow row)
    {
        Assert.Equal(expected.Number("time"), row.Days);
        Assert.Equal(expected.Number("n_risk"), row.AtRisk);
        Assert.Equal(expected.Number("n_event"), row.Events);
        Close.Relative(expected.Number("surv"), row.Survival, 1e-12, 1e-15);
        if (row.Survival == 0.0)
        {
            // R has no error or limits there (NA), nor have we.
            Assert.Equal("NA", expected["se_surv"]);
            Assert.Equal(0.0, row.StandardError);
            return;
        }

        Close.Relative(expected.Number("se_surv"), row.StandardError, 1e-11);
        foreach ((IntervalTransform transform, string suffix, _) in Transforms)
        {
            Interval limits = row.Limits(0.95, transform);
            Close.Relative(expected.Number("lower_" + suffix), limits.Lower, 1e-10, 1e-14);
            Close.Relative(expected.Number("upper_" + suffix), limits.Upper, 1e-10);
        }
    }
}
