using System.Text.Json;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class RestrictedMeanTests
{
    // R 4.2.2: summary(survfit(…), rmean = tau), survRM2 1.0.4 rmst2(…); rows difference, ratio of days lived, ratio of days lost.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Of_ReferenceData_MatchesSurvfitAndSurvRm2(string name)
    {
        ReferenceData data = new(name);
        JsonElement expected = data.Section("rmst");
        double horizon = expected.GetProperty("tau").GetDouble();
        RestrictedMean control = RestrictedMean.Of(data.Curve(data.Groups[0]), horizon, RestrictedMeanVariance.Greenwood);
        RestrictedMean experimental = RestrictedMean.Of(data.Curve(data.Groups[1]), horizon, RestrictedMeanVariance.Greenwood);
        RestrictedMean all = RestrictedMean.Of(data.Curve("ALL"), horizon, RestrictedMeanVariance.Greenwood);

        Close.Relative(expected.GetProperty("survfit_rmean")[0].GetDouble(), control.Mean, 1e-12);
        Close.Relative(expected.GetProperty("survfit_rmean")[1].GetDouble(), experimental.Mean, 1e-12);
        Close.Relative(expected.GetProperty("survfit_se")[0].GetDouble(), control.StandardError, 1e-12);
        Close.Relative(expected.GetProperty("survfit_se")[1].GetDouble(), experimental.StandardError, 1e-12);
        Close.Relative(expected.GetProperty("all_rmean").GetDouble(), all.Mean, 1e-12);
        Close.Relative(expected.GetProperty("all_se").GetDouble(), all.StandardError, 1e-12);

        JsonElement contrasts = expected.GetProperty("survRM2");
        Close.Relative(contrasts.GetProperty("rmst1_ci")[0].GetDouble(), experimental.MeanInterval(0.95).Lower, 1e-11);
        Close.Relative(contrasts.GetProperty("rmst0_ci")[1].GetDouble(), control.MeanInterval(0.95).Upper, 1e-11);
        RestrictedMeanDifference difference = RestrictedMeanDifference.Between(control, experimental);
        RestrictedMeanRatio lived = RestrictedMeanRatio.Of(control, experimental);
        RestrictedMeanRatio lost = RestrictedMeanRatio.OfLost(control, experimental);
        AssertMatches(contrasts, 0, difference.Difference, difference.DifferenceInterval(0.95), difference.TwoSidedPValue);
        AssertMatches(contrasts, 1, lived.Ratio, lived.RatioInterval(0.95), lived.TwoSidedPValue);
        AssertMatches(contrasts, 2, lost.Ratio, lost.RatioInterval(0.95), lost.TwoSidedPValue);
        Assert.Equal(Math.Sign(difference.Z), Math.Sign(lived.Z));
        Assert.Equal(Math.Sign(difference.Z), Math.Sign(lost.Z));
    }

    // arms_curves.csv, all arms together: quantile(survfit(Surv(time, 1 - status) ~ 1, conf.type = "log-log"), .5);
    // summary(survfit(Surv(time, status) ~ 1), rmean = tau)$table; last cumhaz and std.chaz of survfit.
    [Fact, Trait("Source", "AgainstR")]
    public void Curves_RandomSamples_MatchSurvfit()
    {
        Dictionary<string, ReferenceRow[]> samples = ReferenceRow.ReadAll("arms_samples.csv")
            .GroupBy(row => row["sample"]).ToDictionary(group => group.Key, group => group.ToArray());

        Assert.All(ReferenceRow.ReadAll("arms_curves.csv"), row =>
        {
            ReferenceRow[] patients = samples[row["sample"]];
            SurvivalSample sample = new SurvivalOrder(patients.Length).Sort(new SurvivalSample(
                [.. patients.Select(p => p.Number("time"))], [.. patients.Select(p => p["status"] == "1")], []));
            KaplanMeierCurve curve = KaplanMeier.FillPooled(sample, new KaplanMeierRow[patients.Length]);

            RestrictedMean mean = RestrictedMean.Of(curve, row.Number("tau"), RestrictedMeanVariance.Greenwood);
            ReadOnlySpan<NelsonAalenRow> hazard = NelsonAalen.Fill(curve, new NelsonAalenRow[patients.Length]);
            SurvivalQuantile followUp = ReverseKaplanMeier
                .FillPooled(sample, new KaplanMeierRow[patients.Length], new bool[patients.Length])
                .Median(0.95, IntervalTransform.LogLog);

            Close.Relative(row.Number("rmean"), mean.Mean, 1e-12);
            Close.Relative(row.Number("se_rmean"), mean.StandardError, 1e-10, 1e-14);
            Close.Relative(row.Number("cumhaz"), hazard.IsEmpty ? 0.0 : hazard[^1].CumulativeHazard, 1e-12);
            Close.Relative(row.Number("se_cumhaz"), hazard.IsEmpty ? 0.0 : hazard[^1].StandardError, 1e-12);
            Close.Relative(row.Number("followup"), followUp.Days, 1e-12);
            Close.Relative(row.Number("lower"), followUp.Lower, 1e-12);
            Close.Relative(row.Number("upper"), followUp.Upper, 1e-12);
        });
    }

    [Fact, Trait("Source", "Theory")]
    public void Of_DegenerateCurves_GivesAResultOrAReason()
    {
        Assert.Equal(NotEstimable.NoPatients, Of([], [], 1.0).Reason);
        Assert.Equal(NotEstimable.NotReached, Of([5], [false], 6.0).Reason);
        Assert.Equal(new RestrictedMean(5.0, 5.0, 0.0, NotEstimable.None), Of([5], [false], 5.0));
        Assert.Equal(new RestrictedMean(9.0, 5.0, 0.0, NotEstimable.None), Of([5], [true], 9.0));
        Assert.Equal(new RestrictedMean(9.0, 0.0, 0.0, NotEstimable.None), Of([0, 0], [true, true], 9.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of([5], [true], 0.0));
    }

    [Fact, Trait("Source", "Theory")]
    public void Contrasts_WithoutVariance_GiveTheReason()
    {
        RestrictedMean certain = Of([5], [true], 5.0);
        RestrictedMean unreached = Of([1], [false], 5.0);

        Assert.Equal(NotEstimable.NoVariance, RestrictedMeanDifference.Between(certain, certain).Reason);
        Assert.Equal(NotEstimable.NoVariance, RestrictedMeanRatio.Of(certain, certain).Reason);
        Assert.Equal(NotEstimable.NoVariance, RestrictedMeanRatio.OfLost(certain, certain).Reason);
        Assert.Equal(NotEstimable.NotReached, RestrictedMeanDifference.Between(certain, unreached).Reason);
        Assert.Equal(NotEstimable.NotReached, RestrictedMeanRatio.OfLost(unreached, certain).Reason);
        Assert.Equal(1.0, RestrictedMeanRatio.Of(unreached, certain).TwoSidedPValue);
    }

    private static RestrictedMean Of(double[] days, bool[] hasEvent, double horizon) =>
        RestrictedMean.Of(
            KaplanMeier.FillPooled(new SurvivalSample(days, hasEvent, []), new KaplanMeierRow[days.Length]),
            horizon,
            RestrictedMeanVariance.Greenwood);

    private static void AssertMatches(JsonElement contrasts, int row, double estimate, Interval interval, double pValue)
    {
        Close.Relative(contrasts.GetProperty("est")[row].GetDouble(), estimate, 1e-11);
        Close.Relative(contrasts.GetProperty("lower")[row].GetDouble(), interval.Lower, 1e-11);
        Close.Relative(contrasts.GetProperty("upper")[row].GetDouble(), interval.Upper, 1e-11);
        Assert.Equal(contrasts.GetProperty("p")[row].GetDouble(), pValue, 1e-12);
    }
}
