using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.DesignFormulas;

/// <summary>Survival trials with accrual and loss. The cases count in months; a formula does not mind the unit.</summary>
public sealed class SurvivalTrialTests
{
    private const double Ln2 = 0.69314718055994530942;

    // Two patients to one, hazards .08 and from 6 on .05, accrual 6 a month and from 6 on 18 until 18, loss .01, analysis at 36: event probabilities by integrate() in R,
    // the formulas typed out there with weights by the arms, as gsDesign's nSurv(ratio = 2).
    [Fact, Trait("Source", "AgainstR")]
    public void Sizes_UnequalArmsInPieces_MatchQuadrature()
    {
        PlannedArm control = new(new PiecewiseExponentialHazard([0.0, 6.0], [0.08, 0.05]), Exponential(0.01), 1.0 / 3.0);
        ProportionalTrial trial = new(new AccrualRates([0.0, 6.0], [6.0, 18.0], 18.0), control, 0.7, 36.0);
        TestError error = new(0.025, 0.9);
        double share = 2.0 / 3.0;

        Close.Relative(586.0881181, trial.LachinFoulkes(error).Patients, 1e-9);
        Close.Relative(602.2247789, trial.ForEvents(EventsFormula.Schoenfeld(0.7, error, share)).Patients, 1e-9);
        Close.Relative(544.8052559, trial.ForEvents(EventsFormula.Freedman(0.7, error, share)).Patients, 1e-9);
        Close.Relative(546.9202199, trial.BernsteinLagakos(error).Patients, 1e-9);
        Close.Relative(0.8486128, trial.LachinFoulkesPower(500.0, 0.025), 1e-6);
        Close.Relative(0.8739782, EventsFormula.FreedmanPower(0.7, trial.Trial.Events(36.0) * 500.0 / 252.0, 0.025, share), 1e-6);
        Close.Relative(0.9, trial.BernsteinLagakosPower(546.9202199, 0.025), 1e-8);
    }

    [Fact, Trait("Source", "Property")] // With the patients that a formula asks for it has the power it was asked.
    public void Sizes_DelayedEffect_HaveTheirPower()
    {
        PlannedTrial trial = Trial(AccrualRates.Uniform(1.0, 18.0), Exponential(Ln2 / 12.0), Delayed(Ln2 / 12.0, 4.0), 0.001);
        TestError error = new(0.025, 0.85);
        PlannedTrial sized = trial with { Accrual = trial.Accrual.For(trial.LakatosSize(error, 36.0).Patients) };
        PlannedTrial averaged = trial with { Accrual = trial.Accrual.For(trial.AverageHazardRatioAt(36.0).FactorFor(error)) };

        Close.Relative(0.85, sized.LogRankAt(36.0).Power(error.CriticalZ), 1e-11);
        Close.Relative(0.85, averaged.AverageHazardRatioAt(36.0).Power(error.CriticalZ), 1e-11);
    }

    [Fact, Trait("Source", "ByHand")] // 6 a month for 2 months, then 10: 12 + 8 = 20 patients after 2.8 months.
    public void AccrualUntil_TwoRates_EndsWithTheLastPatient()
    {
        Close.Relative(2.8, AccrualRates.Until([0.0, 2.0], [6.0, 10.0], 20.0).EndDay, 1e-14);
        Assert.Equal(1.0, AccrualRates.Until([0.0, 2.0], [6.0, 10.0], 6.0).EndDay);
        Assert.Throws<ArgumentException>(() => AccrualRates.Until([0.0, 2.0], [6.0, 0.0], 20.0));
    }

    // Proportional hazards, hardly any loss of those at risk: Lakatos's drift is Schoenfeld's up to the shift of the at-risk share.
    [Fact, Trait("Source", "Theory")]
    public void LogRank_SmallEffect_TendsToSchoenfeld()
    {
        PlannedTrial trial = Trial(AccrualRates.Uniform(1000.0, 10.0), Exponential(0.05), Exponential(0.05 * 0.99), 0.0);
        LogRankForecast forecast = trial.LogRankAt(30.0);

        Close.Relative(-Math.Log(0.99) * Math.Sqrt(forecast.Events / 4.0), forecast.Z, 1e-3);
        Close.Relative(forecast.Events / 4.0, forecast.Variance, 1e-4);
    }

    // Without loss Greenwood's variance before anybody is censored is S(1 − S)/n.
    [Fact, Trait("Source", "Theory")]
    public void MilestoneVariance_NobodyCensored_IsBinomial()
    {
        PlannedTrial trial = Trial(AccrualRates.Uniform(200.0, 10.0), Exponential(0.03), Exponential(0.03), 0.0);
        double survival = Math.Exp(-0.6);

        Close.Relative(survival * (1.0 - survival) / 100.0, trial.MilestoneVariance(trial.Control, 20.0, 30.0), 1e-11);
        Close.Relative((1.0 - survival) / 0.03, trial.RestrictedMean(trial.Control, 20.0), 1e-12);
    }

    // ∫ (t − u)·… by parts: without censoring the variance of min(T, τ) over n, 2∫ u S du − (∫ S)².
    [Fact, Trait("Source", "Theory")]
    public void RestrictedMeanVariance_NobodyCensored_IsThatOfTheRestrictedTime()
    {
        PlannedTrial trial = Trial(AccrualRates.Uniform(200.0, 10.0), Exponential(0.03), Exponential(0.03), 0.0);
        double h = 0.03 * 20.0;
        double mean = (1.0 - Math.Exp(-h)) / 0.03;
        double square = 2.0 * (1.0 - ((1.0 + h) * Math.Exp(-h))) / (0.03 * 0.03);

        Close.Relative((square - (mean * mean)) / 100.0, trial.RestrictedMeanVariance(trial.Control, 20.0, 30.0), 1e-10);
    }

    [Fact, Trait("Source", "ByHand")]
    public void DayOfEvents_MorePatientsThanThereAre_IsNever()
    {
        PlannedTrial trial = Trial(AccrualRates.Uniform(100.0, 10.0), Exponential(0.1), Exponential(0.1), 0.1);

        Assert.Equal(double.PositiveInfinity, trial.DayOfEvents(51.0));
        Close.Relative(49.0, trial.Events(trial.DayOfEvents(49.0)), 1e-10);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Forecasts_NoEvents_SayWhy()
    {
        PlannedTrial trial = Trial(AccrualRates.Uniform(100.0, 10.0), new([0.0, 5.0], [0.0, 0.1]), new([0.0, 5.0], [0.0, 0.1]), 0.0);

        Assert.Equal(NotEstimable.NoEvents, trial.LogRankAt(4.0).Reason);
        Assert.Equal(0.0, trial.LogRankAt(4.0).Z);
        Assert.Equal(NotEstimable.NoEvents, trial.AverageHazardRatioAt(4.0).Reason);
        Close.Relative(0.025, trial.AverageHazardRatioAt(4.0).Power(Normal.Quantile(0.975)), 1e-12);
    }

    private static PlannedTrial Trial(
        AccrualRates accrual, PiecewiseExponentialHazard control, PiecewiseExponentialHazard experimental, double dropout) =>
        new(accrual, new PlannedArm(control, Exponential(dropout), 0.5), new PlannedArm(experimental, Exponential(dropout), 0.5));

    private static PiecewiseExponentialHazard Exponential(double perDay) => new([0.0], [perDay]);

    private static PiecewiseExponentialHazard Delayed(double perDay, double delay) => new([0.0, delay], [perDay, 0.6 * perDay]);
}
