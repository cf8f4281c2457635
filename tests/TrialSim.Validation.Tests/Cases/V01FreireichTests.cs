using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V1",
    "Freireich's trial of 6-MP, 42 patients, weeks",
    Source = "Freireich 1963; R survival 3.5-3, simtrial 1.0.2",
    Asserts = "Log-rank, weighted tests, MaxCombo, Cox, Kaplan–Meier, restricted mean, milestone",
    Tolerance = "every printed digit; MaxCombo to a nested integral, 1e-9 of it, because the printed p is random")]
public sealed class V01FreireichTests
{
    // Placebo 1 1 2 2 … 23, all with the event; 6-MP 6 6 6 6+ 7 … 35+, a minus for those still in remission.
    private static readonly double[] Placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
    private static readonly double[] SixMercaptopurine =
        [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];

    private static readonly TwoArmPatients Patients = new(
        [.. Placebo, .. SixMercaptopurine.Select(Math.Abs)],
        [.. Placebo.Concat(SixMercaptopurine).Select(week => week > 0.0)],
        [.. Placebo.Select(_ => (byte)0), .. SixMercaptopurine.Select(_ => (byte)1)],
        []);

    [Fact, Trait("Source", "AgainstR")] // survdiff(Surv(time, status) ~ group)
    public void LogRank()
    {
        LogRankOfArmsResult arms = LogRankOfArms.Test(Patients.Sample, RankWeight.Constant);
        LogRankResult result = Statistics.Survival.LogRank.Test(Patients.RiskRows);

        Assert.Equal(21.0, arms.Groups[0].Observed);
        Assert.Equal(9.0, arms.Groups[1].Observed);
        Printed.Digits("10.7494991", arms.Groups[0].Expected);
        Printed.Digits("19.2505009", arms.Groups[1].Expected);
        Printed.Digits("6.25696057", result.Variance);
        Printed.Digits("16.792941", result.ChiSquare);
        Printed.Digits("16.792941", arms.ChiSquare);
        Printed.Digits("4.17e-5", result.TwoSidedPValue);
        Assert.True(result.Z > 0.0);
    }

    [Fact, Trait("Source", "AgainstR")] // simtrial: wlr(fh(rho, gamma)), wlr(mb(delay, w_max)); Peto–Prentice is FH(1, 0)
    public void WeightedLogRank()
    {
        Printed.Digits("14.4571508", Weighted(RankWeight.FlemingHarrington(1.0, 0.0)).ChiSquare);
        Printed.Digits("3.802256", Weighted(RankWeight.FlemingHarrington(1.0, 0.0)).Z);
        Printed.Digits("3.7675772", Weighted(RankWeight.FlemingHarrington(0.0, 0.5)).Z);
        Printed.Digits("3.6122636", Weighted(RankWeight.FlemingHarrington(0.0, 1.0)).Z);
        Printed.Digits("3.5695232", Weighted(RankWeight.FlemingHarrington(1.0, 1.0)).Z);
        Printed.Digits("4.0144094", Weighted(RankWeight.ModestByDelay(6.0, 2.0)).Z);
    }

    // The case prints 3.5617e-05, a random answer of pmvnorm that is wrong at this size. Z(00) is 0.3733480517 Z(01) + 0.7230674366 Z(10), which leaves
    // three dimensions: R's integrate() over Z(01) and Z(10) of dnorm × pnorm of Z(11) given both gives 5.49335362141e-05, Gauss–Legendre rules of 6, 10 and
    // 14 points in 20 pieces a side 5.4933536214684e-05, …4106e-05 and …4106e-05, and 4,000,000 draws by importance sampling 5.495e-05 ± 0.006e-05.
    [Fact, Trait("Source", "AgainstR")]
    public void MaxComboOfFour()
    {
        MaxComboResult result = MaxCombo.Test(
            Patients.RiskRows,
            [RankWeight.Constant, RankWeight.FlemingHarrington(0.0, 1.0), RankWeight.FlemingHarrington(1.0, 0.0), RankWeight.FlemingHarrington(1.0, 1.0)]);

        Assert.Equal(5.4933536214106e-05, result.OneSidedPValue, 5.5e-14);
        Printed.Digits("4.0979191", result.Z);
    }

    [Fact, Trait("Source", "AgainstR")] // coxph(Surv(time, status) ~ group, ties = …)
    public void Cox()
    {
        CoxResult efron = CoxRegression.Fit(Patients.RiskRows);
        CoxResult breslow = CoxRegression.Fit(Patients.RiskRows, TieHandling.Breslow);

        Printed.Digits("-1.57212515", efron.LogHazardRatio);
        Printed.Digits("0.412396718", efron.StandardError);
        Printed.Digits("-93.18427", efron.LogLikelihoodNull);
        Printed.Digits("-85.0084246", efron.LogLikelihood);
        Printed.Digits("17.2465368", efron.ScoreChiSquare);
        Printed.Digits("-1.50919141", breslow.LogHazardRatio);
        Printed.Digits("0.409564406", breslow.StandardError);
        CoxModelResult exact = CoxModel.Fit(
            new CoxSample([], Patients.Sample.Days, Patients.Sample.HasEvent, [], [.. Patients.Sample.Arm.ToArray().Select(arm => (double)arm)]), TieHandling.Exact);
        Printed.Digits("-1.62824395", exact.Coefficients[0]);
        Printed.Digits("0.433131296", exact.StandardError(0));
    }

    [Fact, Trait("Source", "AgainstR")] // survfit(Surv(time, status) ~ group), its default transform log
    public void KaplanMeier()
    {
        Assert.Equal(new SurvivalQuantile(8, 4, 12, NotEstimable.None), Patients.Curve(0).Median(0.95, IntervalTransform.Log));
        Assert.Equal(new SurvivalQuantile(23, 16, double.PositiveInfinity, NotEstimable.None), Patients.Curve(1).Median(0.95, IntervalTransform.Log));
        Printed.Digits("0.380952", At10(0).Survival);
        Printed.Digits("0.105971", At10(0).StandardError);
        Printed.Digits("0.75294", At10(1).Survival);
        Printed.Digits("0.09635", At10(1).StandardError);
    }

    [Fact, Trait("Source", "AgainstR")] // survRM2::rmst2(tau = 20)
    public void RestrictedMeanTo20()
    {
        RestrictedMean control = RestrictedMean.Of(Patients.Curve(0), 20.0, RestrictedMeanVariance.Greenwood);
        RestrictedMean experimental = RestrictedMean.Of(Patients.Curve(1), 20.0, RestrictedMeanVariance.Greenwood);

        Printed.Digits("8.4286", control.Mean);
        Printed.Digits("1.2681", control.StandardError);
        Printed.Digits("16.1165", experimental.Mean);
        Printed.Digits("1.2516", experimental.StandardError);
        Printed.Digits("7.68796", RestrictedMeanDifference.Between(control, experimental).Difference);
    }

    [Fact, Trait("Source", "AgainstR")] // simtrial: milestone(ms_time = 10, test_type = "naive"), "log-log"
    public void MilestoneAt10()
    {
        MilestoneDifference difference = MilestoneDifference.Between(At10(0), At10(1));

        Printed.Digits("0.3719888", difference.Difference);
        Printed.Digits("2.5972499", difference.Z);
        Assert.Equal(0.3719888 / 2.5972499, difference.StandardError, 1e-8);
        Printed.Digits("2.2871129", MilestoneLogLog.Between(At10(0), At10(1)).Z);
    }

    private static LogRankResult Weighted(RankWeight weight) => Statistics.Survival.WeightedLogRank.Test(Patients.RiskRows, weight);

    private static MilestoneSurvival At10(byte arm) => Patients.Curve(arm).Milestone(10.0, 0.95, IntervalTransform.Log);
}
