using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Patients;
using TrialSim.Model.Design;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Proportions;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Tests.Analyses;

/// <summary>Shares, means and incidences of a few patients written by hand, against R.</summary>
public sealed class EndpointMethodTests
{
    private static readonly Comparison Compare = new(1, 0);

    // 5 of 6 against 2 of 6: chisq.test(correct = FALSE), (correct = TRUE), prop.test(c(5, 2), c(6, 6), correct = FALSE)$conf.int
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(ContinuityCorrection.None, 3.0857142857142859, 0.07898258)]
    [InlineData(ContinuityCorrection.Yates, 1.3714285714285714, 0.2415666)]
    public void ChiSquare_OfTwoArms_IsPearsons(ContinuityCorrection correction, double chiSquare, double pValue)
    {
        ResultRow row = Responses(BetterDirection.Higher, new ChiSquareAnalysis("test", 0, [0], Compare, correction, 0.95, SmallTrial.TwoSided5Percent));

        Assert.Equal(chiSquare, row.Z * row.Z, 1e-12);
        Assert.Equal(pValue, row.PValue, 5e-8);
        Assert.Equal(0.5, row.Estimate, 1e-15);
        Assert.Equal((0.01916852172, 0.98083147828), (Math.Round(row.Lower, 11), Math.Round(row.Upper, 11)));
        Assert.Equal((12, 7, Verdict.Retained), (row.Patients, row.Events, row.Verdict));
        Assert.True(row.Z > 0);
    }

    // Where fewer are better the same difference is harm; the difference of the shares themselves keeps its sign.
    [Fact, Trait("Source", "Theory")]
    public void ChiSquare_WhereFewerAreBetter_HasTheOtherSign()
    {
        ChiSquareAnalysis analysis = new("test", 0, [0], Compare, ContinuityCorrection.None, 0.95, SmallTrial.TwoSided5Percent);
        ResultRow more = Responses(BetterDirection.Higher, analysis);
        ResultRow fewer = Responses(BetterDirection.Lower, analysis);

        Assert.Equal(-more.Z, fewer.Z, 1e-15);
        Assert.Equal(more.Estimate, fewer.Estimate, 1e-15);
        Assert.Equal((Math.Round(more.Lower, 12), Math.Round(more.Upper, 12)), (Math.Round(fewer.Lower, 12), Math.Round(fewer.Upper, 12)));
    }

    // fisher.test(matrix(c(5, 1, 2, 4), 2))$p.value; qnorm(1 - p / 2)
    [Fact, Trait("Source", "AgainstR")]
    public void Fisher_OfTwoArms_IsExactAndShowsTheNormalDeviate()
    {
        ResultRow row = Responses(BetterDirection.Higher, new FisherAnalysis("test", 0, [0], Compare, 0.95, SmallTrial.TwoSided5Percent));

        Assert.Equal(0.2424242424, row.PValue, 1e-10);
        Assert.Equal(1.168948845, row.Z, 1e-8);
        Assert.Equal(0.5, row.Estimate, 1e-15);
    }

    // binom.test(5, 6)$conf.int; prop.test(5, 6, correct = FALSE)$conf.int
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(ProportionInterval.ClopperPearson, 0.3587654, 0.9957893)]
    [InlineData(ProportionInterval.Wilson, 0.4364971, 0.9699466)]
    public void Proportion_OfAnArm_HasTheIntervalAskedFor(ProportionInterval interval, double lower, double upper)
    {
        ResultRow row = Responses(BetterDirection.Higher, new ProportionAnalysis("share", 0, [0], [1], 0.95, interval));

        Assert.Equal(5.0 / 6.0, row.Estimate, 1e-15);
        Assert.Equal(Math.Sqrt(5.0 / 216.0), row.StandardError, 1e-15);
        Assert.Equal(lower, row.Lower, 1e-6);
        Assert.Equal(upper, row.Upper, 1e-6);
    }

    // t.test(c(1, 3, 2, 4, 2), c(2, 1, 1, 3), var.equal = …)
    [Theory, Trait("Source", "AgainstR")]
    [InlineData(VarianceForm.Welch, 0.92936204, 0.3838246, -1.00601215, 2.30601215)]
    [InlineData(VarianceForm.Pooled, 0.90922748, 0.3934579, -1.040452378, 2.340452378)]
    public void TTest_OfSessions_IsThatOfR(VarianceForm variances, double t, double pValue, double lower, double upper)
    {
        ResultRow row = Sessions(BetterDirection.Higher, new TTestAnalysis("test", 0, [0], Compare, variances, 0.95, SmallTrial.TwoSided5Percent))[0].Row;

        Assert.Equal(0.65, row.Estimate, 1e-14);
        Assert.Equal(t, row.Z, 1e-8);
        Assert.Equal(pValue, row.PValue, 1e-7);
        Assert.Equal(lower, row.Lower, 1e-8);
        Assert.Equal(upper, row.Upper, 1e-8);
    }

    [Fact, Trait("Source", "Theory")]
    public void TTest_WhereLowerIsBetter_HasTheOtherSign()
    {
        ResultRow row = Sessions(BetterDirection.Lower, new TTestAnalysis("test", 0, [0], Compare, VarianceForm.Welch, 0.95, SmallTrial.TwoSided5Percent))[0].Row;

        Assert.Equal((0.65, -0.92936204), (Math.Round(row.Estimate, 12), Math.Round(row.Z, 8)));
        Assert.Equal((-1.00601215, 2.30601215), (Math.Round(row.Lower, 8), Math.Round(row.Upper, 8)));
    }

    // t.test(c(1, 3, 2, 4, 2))$conf.int
    [Fact, Trait("Source", "AgainstR")]
    public void Mean_OfSessions_HasStudentsInterval()
    {
        ImmutableArray<(RowKey Key, ResultRow Row)> rows = Sessions(BetterDirection.Higher, new MeanAnalysis("mean", 0, [0], [0, 1], 0.95));

        Assert.Equal((1.75, 2.4), (rows[0].Row.Estimate, Math.Round(rows[1].Row.Estimate, 14)));
        Assert.Equal(0.984285223, rows[1].Row.Lower, 1e-8);
        Assert.Equal(3.815714777, rows[1].Row.Upper, 1e-8);
        Assert.Equal((4, 5), (rows[0].Row.Patients, rows[1].Row.Patients));
    }

    // Eight patients of one arm: days 10, 20, 25, 30, 40, 50, 60, 70; 1 progression seen, 2 death, 0 lost: 1, 2, 0, 1, 2, 1, 0, 1.
    // survfit(Surv(t, factor(s, 0:2)) ~ 1), summary(times = 45): 0.275, standard error 0.1670984, limits 0.0835827 and 0.9047920 (log scale).
    [Fact, Trait("Source", "AgainstR")]
    public void CumulativeIncidence_DeathCompeting_IsAalenAndJohansens()
    {
        CumulativeIncidenceAnalysis analysis = new("incidence", 0, [0], 45, [0], 0.95, IntervalTransform.Log);
        HandMade data = new(8, new TimeToEventEndpoint("ttp", [0]), analysis, analysis with { Name = "late", Day = 80 });
        double[] days = [10, 20, 25, 30, 40, 50, 60, 70];
        int[] ends = [1, 2, 0, 1, 2, 1, 0, 1];
        for (int patient = 0; patient < days.Length; patient++)
        {
            double At(int end) => ends[patient] == end ? days[patient] : HandMade.Never;
            data.Patient(0, At(1), At(2), At(0));
        }

        ImmutableArray<(RowKey Key, ResultRow Row)> rows = data.RowsAt(1000);

        Assert.Equal(0.275, rows[0].Row.Estimate, 1e-12);
        Assert.Equal(0.16709839915, rows[0].Row.StandardError, 1e-10);
        Assert.Equal(0.08358274662, rows[0].Row.Lower, 1e-9);
        Assert.Equal(0.90479199422, rows[0].Row.Upper, 1e-9);
        // The last patient at risk has the event on day 70, so the curve is known ever after: S(60) = 0.3 goes to it.
        Assert.Equal((NotEstimable.None, 0.725), (rows[1].Row.Reason, Math.Round(rows[1].Row.Estimate, 12)));
    }

    // Response on day 50 in 5 of 6 patients of the experimental arm, and 2 of 6 of the control arm; one of each was never looked at.
    private static ResultRow Responses(BetterDirection better, Analysis analysis)
    {
        HandMade data = new(12, new BinaryEndpoint("orr", new BestLevelFound(0, [0]), double.PositiveInfinity, better), analysis);
        for (int patient = 0; patient < 6; patient++)
        {
            data.Patient(1, patient < 5 ? [HandMade.Level(50, 0)] : []);
            data.Patient(0, patient < 2 ? [HandMade.Level(50, 0)] : patient < 5 ? [HandMade.Level(50, 1)] : []);
        }

        return data.RowsAt(100)[0].Row;
    }

    private static ImmutableArray<(RowKey Key, ResultRow Row)> Sessions(BetterDirection better, Analysis analysis)
    {
        HandMade data = new(9, new NumericEndpoint("sessions", new SessionCount(0), better), analysis);
        foreach (int count in new[] { 1, 3, 2, 4, 2 })
        {
            data.Patient(1, SessionsOf(count));
        }

        foreach (int count in new[] { 2, 1, 1, 3 })
        {
            data.Patient(0, SessionsOf(count));
        }

        return data.RowsAt(100);
    }

    // The last entry is a session of another treatment, which does not count.
    private static CourseEntry[] SessionsOf(int count) =>
        [.. Enumerable.Range(1, count).Select(number => HandMade.Session(10 * number, number)), new CourseEntry(90, CourseEntryKind.Session, 1, 1)];
}
