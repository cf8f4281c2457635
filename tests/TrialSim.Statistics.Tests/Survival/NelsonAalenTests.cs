using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class NelsonAalenTests
{
    // R 4.2.2, survival 3.5-3: survfit(Surv(time, status) ~ group) and ~ 1, cumhaz and std.chaz.
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

            ReadOnlySpan<NelsonAalenRow> rows = NelsonAalen.Fill(curve, new NelsonAalenRow[curve.Rows.Length]);

            Assert.Equal(expected.Length, rows.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i].Number("time"), rows[i].Days);
                Assert.Equal(expected[i].Number("n_risk"), rows[i].AtRisk);
                Assert.Equal(expected[i].Number("n_event"), rows[i].Events);
                Close.Relative(expected[i].Number("cumhaz_na"), rows[i].CumulativeHazard, 1e-12);
                Close.Relative(expected[i].Number("se_cumhaz_na"), rows[i].StandardError, 1e-12);
            }
        }
    }

    // Day 1: 1 of 2, H = 1/2, variance 1/4; day 2: 1 of 1, H = 3/2, variance 5/4.
    [Fact, Trait("Source", "ByHand")]
    public void Limits_TwoPatients_FollowTheirScale()
    {
        KaplanMeierCurve curve = KaplanMeier.FillPooled(new SurvivalSample([1, 2], [true, true], []), new KaplanMeierRow[2]);

        ReadOnlySpan<NelsonAalenRow> rows = NelsonAalen.Fill(curve, new NelsonAalenRow[2]);

        const double Z = 1.959963984540054;
        Close.Relative(1.25, rows[1].Variance, 1e-14);
        Close.Relative(Math.Exp(-1.5), rows[1].Survival, 1e-14);
        Assert.Equal(0.0, rows[0].PlainLimits(0.95).Lower);
        Close.Relative(0.5 + (0.5 * Z), rows[0].PlainLimits(0.95).Upper, 1e-12);
        Close.Relative(0.5 * Math.Exp(-Z), rows[0].LogLimits(0.95).Lower, 1e-12);
        Close.Relative(0.5 * Math.Exp(Z), rows[0].LogLimits(0.95).Upper, 1e-12);
    }

    [Fact, Trait("Source", "Theory")]
    public void Fill_WithoutEventsOrRoom_IsEmptyOrThrows()
    {
        KaplanMeierRow[] rows = new KaplanMeierRow[2];
        Assert.True(NelsonAalen.Fill(KaplanMeier.FillPooled(new SurvivalSample([1], [false], []), rows), []).IsEmpty);
        Assert.Throws<ArgumentException>(
            () => NelsonAalen.Fill(KaplanMeier.FillPooled(new SurvivalSample([1], [true], []), rows), []).Length);
    }

    [Fact, Trait("Source", "Theory")]
    public void Reverse_ShortScratch_Throws() =>
        Assert.Throws<ArgumentException>(
            () => ReverseKaplanMeier.FillPooled(new SurvivalSample([1], [true], []), new KaplanMeierRow[1], []).Patients);
}
