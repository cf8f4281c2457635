using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class CoxRegressionTests
{
    // R 4.2.2, survival 3.5-3: coxph(Surv(time, status) ~ group [+ strata(strata)], ties = …, control = coxph.control(eps = 1e-11)),
    // which leaves the coefficient within 1e-10 of the maximum.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml", "efron")]
    [InlineData("aml", "breslow")]
    [InlineData("gehan", "efron")]
    [InlineData("gehan", "efron_stratified")]
    [InlineData("gehan", "breslow")]
    [InlineData("gehan", "breslow_stratified")]
    [InlineData("lung", "efron")]
    [InlineData("lung", "efron_stratified")]
    [InlineData("lung", "breslow")]
    [InlineData("lung", "breslow_stratified")]
    [InlineData("veteran", "efron")]
    [InlineData("veteran", "efron_stratified")]
    [InlineData("veteran", "breslow")]
    [InlineData("veteran", "breslow_stratified")]
    public void Fit_ReferenceData_MatchesCoxph(string name, string model)
    {
        ReferenceData data = new(name);
        JsonElement expected = data.Analysis("coxph", model);
        bool isStratified = model.EndsWith("_stratified", StringComparison.Ordinal);
        TieHandling ties = model.StartsWith("efron", StringComparison.Ordinal) ? TieHandling.Efron : TieHandling.Breslow;

        CoxResult result = CoxRegression.Fit(isStratified ? data.StratifiedRiskRows() : data.RiskRows(), ties);

        Close.Relative(expected.GetProperty("coef")[0].GetDouble(), result.LogHazardRatio, 1e-10);
        Close.Relative(expected.GetProperty("hr")[0].GetDouble(), result.HazardRatio, 1e-10);
        Close.Relative(expected.GetProperty("se")[0].GetDouble(), result.StandardError, 1e-10);
        Close.Relative(-expected.GetProperty("z")[0].GetDouble(), result.Z, 1e-10);
        Close.Relative(expected.GetProperty("p")[0].GetDouble(), result.TwoSidedPValue, 1e-9);
        Close.Relative(expected.GetProperty("hr_lower95")[0].GetDouble(), result.HazardRatioInterval(0.95).Lower, 1e-10);
        Close.Relative(expected.GetProperty("hr_upper95")[0].GetDouble(), result.HazardRatioInterval(0.95).Upper, 1e-10);
        Close.Relative(expected.GetProperty("loglik0").GetDouble(), result.LogLikelihoodNull, 1e-12);
        Close.Relative(expected.GetProperty("loglik1").GetDouble(), result.LogLikelihood, 1e-12);
        Close.Relative(expected.GetProperty("lr_test").GetDouble(), result.LikelihoodRatioChiSquare, 1e-9);
        Close.Relative(expected.GetProperty("wald_test").GetDouble(), result.WaldChiSquare, 1e-9);
        Close.Relative(expected.GetProperty("score_test").GetDouble(), result.ScoreChiSquare, 1e-10);
    }

    // Three patients: experimental event on day 1, control event on day 2, experimental censored on day 3. With h the hazard ratio
    // the likelihood is h/(1 + 2h) · 1/(1 + h). Its score in ln h, 1 − 2h/(1 + 2h) − h/(1 + h) = 0, gives 1 = 2h², h = 1/√2.
    [Fact, Trait("Source", "ByHand")]
    public void Fit_ThreePatients_SolvesTheScoreEquation()
    {
        CoxResult result = CoxRegression.Fit(TwoArms.Rows([1, 2, 3], [true, true, false], [1, 0, 1]));

        double h = Math.Sqrt(0.5);
        double p = 2.0 * h / (1.0 + (2.0 * h));
        double q = h / (1.0 + h);
        Close.Relative(h, result.HazardRatio, 1e-12);
        Close.Relative(1.0 / Math.Sqrt((p * (1.0 - p)) + (q * (1.0 - q))), result.StandardError, 1e-12);
        Close.Relative(-Math.Log(6.0), result.LogLikelihoodNull, 1e-12);
        Close.Relative(Math.Log(h / (1.0 + (2.0 * h)) / (1.0 + h)), result.LogLikelihood, 1e-12);
        Assert.True(result.Z > 0.0);
    }

    // Two patients of each arm, all with the event on day 1. Efron: the four risk sets all hold experimental share h/(1 + h), so the
    // score 2 − 4h/(1 + h) is 0 at h = 1 and the information 4 · ¼ = 1.
    [Fact, Trait("Source", "ByHand")]
    public void Fit_AllTied_IsAHazardRatioOfOne()
    {
        CoxResult result = CoxRegression.Fit(TwoArms.Rows([1, 1, 1, 1], [true, true, true, true], [0, 0, 1, 1]));

        Assert.Equal(0.0, result.LogHazardRatio);
        Assert.Equal(1.0, result.StandardError);
        Close.Relative(-Math.Log(4.0 * 3.0 * 2.0 * 1.0), result.LogLikelihood, 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Fit_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoEvents, CoxRegression.Fit([]).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, CoxRegression.Fit(TwoArms.Rows([1, 2], [true, true], [0, 0])).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, CoxRegression.Fit(TwoArms.Rows([1], [true], [1])).Reason);

        // One arm without events; and one whose only event comes when the other arm is gone.
        Assert.Equal(NotEstimable.Diverges, CoxRegression.Fit(TwoArms.Rows([1, 2, 3], [true, true, false], [0, 0, 1])).Reason);
        CoxResult diverging = CoxRegression.Fit(TwoArms.Rows([1, 2, 3, 4], [true, true, true, true], [0, 0, 1, 1]));
        Assert.Equal(NotEstimable.Diverges, diverging.Reason);
        Assert.Equal(0.0, diverging.Z);
        Assert.Equal(0.0, diverging.HazardRatio);
        Assert.Equal(1.0, diverging.TwoSidedPValue);
        Assert.Equal(new Interval(0.0, double.PositiveInfinity), diverging.HazardRatioInterval(0.95));

        // The score test at 1 still holds: expected experimental events 1/2 + 2/3, variance 1/4 + 2/9.
        Close.Relative(Math.Pow((1.0 / 2.0) + (2.0 / 3.0), 2.0) / ((1.0 / 4.0) + (2.0 / 9.0)), diverging.ScoreChiSquare, 1e-12);
    }

    // One control and 100,000 experimental patients with an event each: the maximum lies where a bare Newton step from 0 overshoots
    // by far, and a step too small to change the estimate must not be taken for one that leaves the bracket.
    [Fact, Trait("Source", "Theory")]
    public void Fit_ExtremeHazardRatio_StillFindsTheMaximum()
    {
        RiskRow[] rows = [new(1, 1, 100_000, 1, 0), new(2, 1, 100_000, 0, 1)];

        // Score: 1 − 2s = 0 with s = 100,000h/(1 + 100,000h), so h = 1e-5.
        CoxResult result = CoxRegression.Fit(rows);

        Close.Relative(Math.Log(1e-5), result.LogHazardRatio, 1e-12);
    }

    [Fact, Trait("Source", "Property")]
    public void ScoreChiSquare_WithoutTies_IsTheLogRank() =>
        Prop.ForAll(
            Arb.From(RandomSample.Untied),
            sample =>
            {
                RiskRow[] rows = TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm);
                CoxResult cox = CoxRegression.Fit(rows);
                return cox.Reason is not (NotEstimable.None or NotEstimable.Diverges)
                    || Math.Abs(cox.ScoreChiSquare - LogRank.Test(rows).ChiSquare) < 1e-9;
            }).Check(Cases.Of(1_000));

    [Fact, Trait("Source", "Property")]
    public void Fit_ArmsSwapped_InvertsTheHazardRatio() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                CoxResult one = CoxRegression.Fit(TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm));
                CoxResult other = CoxRegression.Fit(TwoArms.Rows(sample.Days, sample.HasEvent, TwoArms.Swapped(sample.Arm)));
                return one.Reason == other.Reason
                    && Math.Abs(one.LogHazardRatio + other.LogHazardRatio) < 1e-9
                    && Math.Abs(one.StandardError - other.StandardError) < 1e-9;
            }).Check(Cases.Of(1_000));

    [Fact, Trait("Source", "Property")]
    public void LogLikelihood_AtTheEstimate_IsNoLessThanAtOne() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                RiskRow[] rows = TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm, sample.Stratum, RandomSample.Strata);
                CoxResult efron = CoxRegression.Fit(rows);
                CoxResult breslow = CoxRegression.Fit(rows, TieHandling.Breslow);
                return efron.LikelihoodRatioChiSquare >= -1e-9 && breslow.LikelihoodRatioChiSquare >= -1e-9
                    && efron.Reason == breslow.Reason;
            }).Check(Cases.Of(1_000));
}
