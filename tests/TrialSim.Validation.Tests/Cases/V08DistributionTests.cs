using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V8",
    "Distributions of survival times",
    Source = "Closed forms",
    Asserts = "Cure mixture, Poisson cure (a falling Gompertz), gamma frailty (mixed from the library's exponentials), Weibull, competing risks, restricted means, delayed effect; simulated in Truth/SurvivalFamilyTests, IllnessDeathTests and EffectTests",
    Tolerance = "every printed digit")]
public sealed class V08DistributionTests
{
    [Fact, Trait("Source", "Theory")]
    public void CureMixture()
    {
        CureMixtureHazard hazard = new(0.3, ExponentialHazard.FromMedian(6.0));

        Printed.Digits("0.475", hazard.Survival(12.0));
        Printed.Digits("10.84413", hazard.MedianDays);
    }

    // exp(−θ(1 − e^{−λt})) is a Gompertz whose hazard starts at θλ and falls by λ.
    [Fact, Trait("Source", "Theory")]
    public void PoissonCure()
    {
        GompertzHazard hazard = new(-Math.Log(0.3) * 0.1, -0.1);

        Printed.Digits("0.43113105", hazard.Survival(12.0));
        Assert.Equal(0.3, hazard.Survival(double.PositiveInfinity), 1e-12);
    }

    // Frailties of mean 1 and variance ½ have the gamma density 4z·e^{−2z}. The library has no frailty: this mixes its exponentials.
    [Fact, Trait("Source", "Theory")]
    public void GammaFrailty()
    {
        Printed.Digits("0.390625", Marginal(0.1, 12.0, alive: 0));
        Printed.Digits("0.5", Math.Round(Marginal(0.1, 8.2842712, alive: 0), 7));
        Printed.Digits("0.6", MarginalHazard(0.06, 0.0) / MarginalHazard(0.1, 0.0));
        Printed.Digits("0.70588235", MarginalHazard(0.06, 12.0) / MarginalHazard(0.1, 12.0));
        Printed.Digits("0.76744186", MarginalHazard(0.06, 24.0) / MarginalHazard(0.1, 24.0));
    }

    [Fact, Trait("Source", "Theory")]
    public void Weibull()
    {
        WeibullHazard hazard = WeibullHazard.FromMedian(12.0, 1.5);

        Printed.Digits("15.32137", hazard.ScaleDays);
        Printed.Digits("0.14078572", hazard.Survival(24.0));
        Printed.Digits("13.831295", Integral.Of(hazard.Survival, 0.0, 200.0));
    }

    [Fact, Trait("Source", "Theory")]
    public void CompetingRisks()
    {
        ExponentialHazard progression = new(0.05);
        ExponentialHazard death = new(0.02);

        Printed.Digits("0.40592105", Integral.Of(t => progression.At(t) * progression.Survival(t) * death.Survival(t), 0.0, 12.0));
        Printed.Digits("0.16236842", Integral.Of(t => death.At(t) * progression.Survival(t) * death.Survival(t), 0.0, 12.0));
        Printed.Digits("0.45118836", 1.0 - progression.Survival(12.0));
    }

    [Fact, Trait("Source", "Theory")]
    public void RestrictedMeansAndDelayedEffect()
    {
        PlannedTrial proportional = PlannedTrials.Of(
            AccrualRates.Uniform(100.0, 1.0), PlannedTrials.Median(12.0), PlannedTrials.PerMonth(0.7 * Math.Log(2.0) / 12.0), 0.0);
        PlannedTrial delayed = PlannedTrials.Of(AccrualRates.Uniform(100.0, 1.0), PlannedTrials.Median(12.0), PlannedTrials.Delayed(12.0, 4.0), 0.0);

        Printed.Digits("12.984255", proportional.RestrictedMean(proportional.Control, 24.0));
        Printed.Digits("15.360272", proportional.RestrictedMean(proportional.Experimental, 24.0));
        Printed.Digits("17.172042", delayed.RestrictedMean(delayed.Experimental, 30.0));
        Printed.Digits("14.251922", delayed.RestrictedMean(delayed.Control, 30.0));
        Printed.Digits("0.32234258", delayed.Experimental.Event.Survival(30.0));
        Printed.Digits("0.17677670", delayed.Control.Event.Survival(30.0));
    }

    private static double MarginalHazard(double hazard, double t) => Marginal(hazard, t, alive: 1) / Marginal(hazard, t, alive: 0);

    /// <summary>The mean over frailties of the survival, or with <paramref name="alive"/> 1 of hazard times survival.</summary>
    private static double Marginal(double hazard, double t, int alive) => Integral.Of(
        z =>
        {
            double own = Math.Max(z * hazard, 1e-12);
            return 4.0 * z * Math.Exp(-2.0 * z) * new ExponentialHazard(own).Survival(t) * Math.Pow(own, alive);
        },
        0.0,
        40.0);
}
