using System.Collections.Immutable;
using TrialSim.Model;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Statistics.Hazards;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

/// <summary>Every form of a hazard against the record of Statistics that it stands for.</summary>
public sealed class HazardTests
{
    private const double Month = DaysPer.Month;

    /// <summary>A hazard as written and as compiled.</summary>
    public static TheoryData<string, Hazard> Forms => new()
    {
        { "none", new NoHazard() },
        { "{median: 7mo}", ExponentialHazard.FromMedian(7 * Month) },
        { "{median: P1Y6M}", ExponentialHazard.FromMedian(365.25 + (6 * Month)) },
        { "{per_day: 0.03}", new ExponentialHazard(0.03) },
        { "{per_week: 0.07}", new ExponentialHazard(0.07 / 7.0) },
        { "{per_month: 0.03}", new ExponentialHazard(0.03 / Month) },
        { "{per_year: 0.4}", new ExponentialHazard(0.4 / 365.25) },
        { "{family: exponential, per_year: 0.4}", new ExponentialHazard(0.4 / 365.25) },
        { "{survival: {at: 12mo, probability: 0.67}}", ExponentialHazard.Through(new SurvivalPoint(12 * Month, 0.67)) },
        { "{family: weibull, shape: 1.5, median: 16mo}", WeibullHazard.FromMedian(16 * Month, 1.5) },
        { "{family: weibull, shape: 1.5, scale: 300d}", new WeibullHazard(1.5, 300.0) },
        { "{family: weibull, shape: 1.5, survival: {at: 1y, probability: 0.67}}", WeibullHazard.Through(new SurvivalPoint(365.25, 0.67), 1.5) },
        {
            "{family: weibull, quantiles: {0.5: 16mo, 0.25: 24mo}}",
            WeibullHazard.Through(new SurvivalPoint(16 * Month, 0.5), new SurvivalPoint(24 * Month, 0.25))
        },
        {
            "{family: weibull, quantiles: {0.25: 24mo, 0.5: 16mo}}",
            WeibullHazard.Through(new SurvivalPoint(16 * Month, 0.5), new SurvivalPoint(24 * Month, 0.25))
        },
        { "{family: gompertz, median: 16mo, shape_per_month: 0.05}", GompertzHazard.FromMedian(16 * Month, 0.05 / Month) },
        { "{family: gompertz, per_month: 0.02, shape_per_month: -0.05}", new GompertzHazard(0.02 / Month, -0.05 / Month) },
        {
            "{family: gompertz, shape_per_month: 0.05, survival: {at: 100d, probability: 0.9}}",
            GompertzHazard.Through(new SurvivalPoint(100.0, 0.9), 0.05 / Month)
        },
        {
            "{family: gompertz, quantiles: {0.5: 16mo, 0.25: 24mo}}",
            GompertzHazard.Through(new SurvivalPoint(16 * Month, 0.5), new SurvivalPoint(24 * Month, 0.25))
        },
        { "{family: log_normal, median: 16mo, sigma: 0.8}", LogNormalHazard.Through(SurvivalPoint.Median(16 * Month), 0.8) },
        { "{family: log_normal, sigma: 0.8, survival: {at: 100d, probability: 0.9}}", LogNormalHazard.Through(new SurvivalPoint(100.0, 0.9), 0.8) },
        {
            "{family: log_normal, quantiles: {0.5: 16mo, 0.25: 24mo}}",
            LogNormalHazard.Through(new SurvivalPoint(16 * Month, 0.5), new SurvivalPoint(24 * Month, 0.25))
        },
        { "{family: log_logistic, median: 16mo, shape: 1.8}", LogLogisticHazard.Through(SurvivalPoint.Median(16 * Month), 1.8) },
        { "{family: log_logistic, shape: 1.8, survival: {at: 100d, probability: 0.9}}", LogLogisticHazard.Through(new SurvivalPoint(100.0, 0.9), 1.8) },
        {
            "{family: log_logistic, quantiles: {0.5: 16mo, 0.25: 24mo}}",
            LogLogisticHazard.Through(new SurvivalPoint(16 * Month, 0.5), new SurvivalPoint(24 * Month, 0.25))
        },
        { "{family: generalised_gamma, median: 16mo, sigma: 0.8, q: 0.5}", GeneralisedGammaHazard.FromMedian(16 * Month, 0.8, 0.5) },
        { "{family: generalised_gamma, median: 16mo, sigma: 0.8, q: -1.5}", GeneralisedGammaHazard.FromMedian(16 * Month, 0.8, -1.5) },
        { "{family: generalised_gamma, sigma: 0.8, q: 0, survival: {at: 100d, probability: 0.9}}", GeneralisedGammaHazard.Through(new SurvivalPoint(100.0, 0.9), 0.8, 0.0) },
        {
            "{piecewise: [{from: 0mo, per_month: 0}, {from: 4mo, per_month: 0.0177}, {from: 52w, per_year: 0.1}]}",
            new PiecewiseExponentialHazard([0.0, 4 * Month, 364.0], [0.0, 0.0177 / Month, 0.1 / 365.25])
        },
        { "{cured_probability: 0.3, uncured: {median: 7mo}}", new CureMixtureHazard(0.3, ExponentialHazard.FromMedian(7 * Month)) },
    };

    [Theory, MemberData(nameof(Forms)), Trait("Source", "ByHand")]
    public void Hazard_EachForm_CompilesToItsFigures(string written, Hazard expected)
    {
        HazardChoice choice = Assert.Single(HazardsOf(written));

        Assert.Equal(StateMask.Always, choice.When);
        Assert.Equal(expected, choice.Hazard);
    }

    [Theory, MemberData(nameof(Forms)), Trait("Source", "Property")]
    public void Hazard_EachForm_ResolvesToItself(string written, Hazard expected)
    {
        string resolved = Reading.Valid(Scenario(written)).ResolvedYaml;

        Scenario again = Reading.Valid(resolved);
        Assert.Equal(resolved, again.ResolvedYaml);
        Assert.Equal(expected, Assert.Single(again.Trial.Truth.Events[0].Hazards).Hazard);
    }

    // A check that does not use the formula of the program.
    [Fact, Trait("Source", "ByHand")]
    public void Hazard_WeibullByScale_HasTheMedianOfItsFormula()
    {
        Hazard hazard = Assert.Single(HazardsOf("{family: weibull, shape: 1.5, scale: 300d}")).Hazard;

        // 300 · ln(2)^(1/1.5) = 300 · 0.693147^0.666667 = 300 · 0.783220 = 234.966
        Assert.Equal(234.966, hazard.MedianDays, 3);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Hazard_ByArm_HasOneChoiceForEachArmInTheirOrder()
    {
        Trial trial = Reading.Trial(Texts.With(
            Texts.TwoArms,
            "{control: {median: 16mo}, treated: {median: 20mo}}",
            "{treated: {median: 20mo}, control: {median: 16mo}}"));

        Assert.Equal([new ArmBit(0, 0), new ArmBit(1, 1)], trial.Truth.StateBits.ToArray());
        Assert.Equal(
            [
                new HazardChoice(new StateMask(0b01, 0b01), ExponentialHazard.FromMedian(16 * Month)),
                new HazardChoice(new StateMask(0b10, 0b10), ExponentialHazard.FromMedian(20 * Month)),
            ],
            trial.Truth.Events[0].Hazards.ToArray());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Hazard_NestedChoices_AreJoinedAndDistributedOverTheCure()
    {
        Trial trial = Reading.Trial(Texts.With(
            Texts.TwoArms,
            "  events:\n    death: {hazard: {by_arm: {control: {median: 16mo}, treated: {median: 20mo}}}}",
            "  covariates: {stage: {B: 0.7, C: 0.3}}\n  events:\n    death: {hazard: {by_arm: {control: {median: 16mo}, "
            + "treated: {cured_probability: 0.2, uncured: {by_covariate: {stage: {B: {median: 20mo}, C: {median: 9mo}}}}}}}}"));

        Assert.Equal([new ArmBit(0, 0), new ArmBit(1, 1), new LevelBit(2, 0, 0), new LevelBit(3, 0, 1)], trial.Truth.StateBits.ToArray());
        Assert.Equal(
            [
                new HazardChoice(new StateMask(0b0001, 0b0001), ExponentialHazard.FromMedian(16 * Month)),
                new HazardChoice(new StateMask(0b0110, 0b0110), new CureMixtureHazard(0.2, ExponentialHazard.FromMedian(20 * Month))),
                new HazardChoice(new StateMask(0b1010, 0b1010), new CureMixtureHazard(0.2, ExponentialHazard.FromMedian(9 * Month))),
            ],
            trial.Truth.Events[0].Hazards.ToArray());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Hazard_ByArmWithinAnotherArm_LeavesOutWhatCannotBe()
    {
        Trial trial = Reading.Trial(Texts.With(
            Texts.TwoArms, "{median: 16mo}", "{by_arm: {control: {median: 3mo}, treated: {median: 4mo}}}"));

        Assert.Equal(
            [ExponentialHazard.FromMedian(3 * Month), ExponentialHazard.FromMedian(20 * Month)],
            trial.Truth.Events[0].Hazards.Select(choice => choice.Hazard));
    }

    private static string Scenario(string hazard) =>
        Texts.With(Texts.TwoArms, "{by_arm: {control: {median: 16mo}, treated: {median: 20mo}}}", hazard);

    private static ImmutableArray<HazardChoice> HazardsOf(string hazard) => Reading.Trial(Scenario(hazard)).Truth.Events[0].Hazards;
}
