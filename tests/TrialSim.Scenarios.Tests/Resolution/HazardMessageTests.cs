using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about hazards: the whole text of every message.</summary>
public sealed class HazardMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "{median: 16mo}",
            "{}",
            "17:40  truth.events.death.hazard.by_arm.control: An exponential hazard needs figures. Write one of median, per_day, per_week, per_month, per_year, survival."
        },
        {
            "{median: 16mo}",
            "{median: 16mo, shape: 2}",
            "17:40  truth.events.death.hazard.by_arm.control: An exponential hazard needs other figures than median, shape. Write one of median, per_day, per_week, per_month, per_year, survival. For another family write family: weibull, gompertz, log_normal or log_logistic."
        },
        {
            "{median: 16mo}",
            "{median: 16mo, per_month: 3}",
            "17:40  truth.events.death.hazard.by_arm.control: An exponential hazard needs other figures than median, per_month. Write one of median, per_day, per_week, per_month, per_year, survival."
        },
        {
            "{median: 16mo}",
            "{piecewise: [{from: 0d}], median: 3d}",
            "17:40  truth.events.death.hazard.by_arm.control: median cannot stand beside piecewise. Write piecewise alone.\n"
            + "17:53  truth.events.death.hazard.by_arm.control.piecewise[0]: None of per_day, per_week, per_month, per_year is here. Write exactly one of them."
        },
        {
            "{median: 16mo}",
            "{piecewise: []}",
            "17:52  truth.events.death.hazard.by_arm.control.piecewise: This is empty. Write at least 1."
        },
        {
            "{median: 16mo}",
            "{piecewise: [{from: 1mo, per_month: 3}, {from: 1mo, per_month: 0}]}",
            "17:60  truth.events.death.hazard.by_arm.control.piecewise[0].from: The first step starts from 1mo, so that nothing is said about the time before. Write from: 0d.\n"
            + "17:87  truth.events.death.hazard.by_arm.control.piecewise[1].from: This step starts from 1mo, not after the one before it. Put the steps in the order of time."
        },
        {
            "{median: 16mo}",
            "{piecewise: [{from: 0d, per_month: 1, per_day: 1}]}",
            "17:53  truth.events.death.hazard.by_arm.control.piecewise[0]: per_day, per_month stand together. Write exactly one of per_day, per_week, per_month, per_year."
        },
        {
            "{median: 16mo}",
            "{cured_probability: 0.3}",
            "17:40  truth.events.death.hazard.by_arm.control: The key 'uncured' is missing. Write cured_probability and uncured together."
        },
        {
            "{median: 16mo}",
            "{uncured: {median: 16mo}}",
            "17:40  truth.events.death.hazard.by_arm.control: The key 'cured_probability' is missing. Write cured_probability and uncured together."
        },
        {
            "{median: 16mo}",
            "{cured_probability: 1, uncured: none}",
            "17:60  truth.events.death.hazard.by_arm.control.cured_probability: '1' is out of range. Write a number of at least 0 and below 1."
        },
        {
            "{median: 16mo}",
            "{cured_probability: 0.1, uncured: none}",
            "17:74  truth.events.death.hazard.by_arm.control.uncured: The uncured never have the event either. Write a hazard, or none for the whole."
        },
        {
            "{median: 16mo}",
            "{cured_probability: 0.1, uncured: {median: 1mo}, shape: 3}",
            "17:40  truth.events.death.hazard.by_arm.control: shape cannot stand beside cured_probability. Write cured_probability, uncured alone."
        },
        {
            "{median: 16mo}",
            "{family: weibull, median: 16mo}",
            "17:40  truth.events.death.hazard.by_arm.control: A weibull hazard needs other figures than median. Write shape and one of median, scale, survival; or quantiles alone."
        },
        {
            "{median: 16mo}",
            "{family: weibull}",
            "17:40  truth.events.death.hazard.by_arm.control: A weibull hazard needs figures. Write shape and one of median, scale, survival; or quantiles alone."
        },
        {
            "{median: 16mo}",
            "{family: gompertz, per_day: 1, per_month: 3, shape_per_month: 0.1}",
            "17:40  truth.events.death.hazard.by_arm.control: A gompertz hazard needs other figures than per_day, per_month, shape_per_month. Write shape_per_month and one of median, per_day, per_week, per_month, per_year, survival; or quantiles alone."
        },
        {
            "{median: 16mo}",
            "{family: log_normal, median: 16mo, shape: 2}",
            "17:40  truth.events.death.hazard.by_arm.control: A log_normal hazard needs other figures than median, shape. Write sigma and one of median, survival; or quantiles alone."
        },
        {
            "{median: 16mo}",
            "{family: log_logistic, scale: 16mo, shape: 2}",
            "17:40  truth.events.death.hazard.by_arm.control: A log_logistic hazard needs other figures than scale, shape. Write shape and one of median, survival; or quantiles alone."
        },
        {
            "{median: 16mo}",
            "{family: generalised_gamma, median: 16mo, sigma: 2}",
            "17:40  truth.events.death.hazard.by_arm.control: A generalised_gamma hazard needs other figures than median, sigma. Write sigma, q and one of median, survival."
        },
        {
            "{median: 16mo}",
            "{family: generalised_gamma, quantiles: {0.5: 16mo, 0.25: 30mo}}",
            "17:40  truth.events.death.hazard.by_arm.control: A generalised_gamma hazard needs other figures than quantiles. Write sigma, q and one of median, survival."
        },
        {
            "{median: 16mo}",
            "{median: 16mo, sigma: 1, q: 1}",
            "17:40  truth.events.death.hazard.by_arm.control: An exponential hazard needs other figures than median, sigma, q. Write one of median, per_day, per_week, per_month, per_year, survival. For a generalised gamma write family: generalised_gamma."
        },
        {
            "{median: 16mo}",
            "{family: generalised_gamma, median: 16mo, sigma: 1, q: 0.0005}",
            "17:95  truth.events.death.hazard.by_arm.control.q: '0.0005' is neither 0 nor at least 0.001 away from it. Write 0, the log_normal: nobody can tell the two apart."
        },
        {
            "{median: 16mo}",
            "{family: log_normal, quantiles: {0.5: 16mo, 1.5: 12mo}}",
            "17:89  truth.events.death.hazard.by_arm.control.quantiles.1.5: '1.5' is not a share still event-free. Write a number between 0 and 1, such as 0.5 for the median."
        },
        {
            "{median: 16mo}",
            "{family: log_normal, quantiles: {0.5: 16mo, 0.25: 12mo}}",
            "17:72  truth.events.death.hazard.by_arm.control.quantiles: The share still event-free does not fall with time. Write the smaller share with the longer time."
        },
        {
            "{median: 16mo}",
            "{family: log_normal, quantiles: {0.5: 16mo}}",
            "17:72  truth.events.death.hazard.by_arm.control.quantiles: There is only one. Write at least 2."
        },
        {
            "{median: 16mo}",
            "{quantiles: {0.5: 16mo, 0.25: 32mo}}",
            "17:40  truth.events.death.hazard.by_arm.control: An exponential hazard needs other figures than quantiles. Write one of median, per_day, per_week, per_month, per_year, survival. For another family write family: weibull, gompertz, log_normal or log_logistic."
        },
        {
            "{median: 16mo}",
            "{family: gompertz, quantiles: {0.9999: 100mo, 0.0001: 100.001mo}}",
            "17:40  truth.events.death.hazard.by_arm.control: These figures give no gompertz hazard that can be computed. Write less extreme ones, or a piecewise hazard."
        },
        {
            "{median: 16mo}",
            "{family: weibull, shape: 0.001, survival: {at: 200y, probability: 0.999999}}",
            "17:40  truth.events.death.hazard.by_arm.control: These figures give no weibull hazard that can be computed. Write less extreme ones, or a piecewise hazard."
        },
        {
            "{median: 16mo}",
            "{survival: {at: 12mo}}",
            "17:51  truth.events.death.hazard.by_arm.control.survival.probability: The key 'probability' is missing. Write 'probability:' with a number above 0 and below 1."
        },
        {
            "{median: 16mo}",
            "{family: weibull, shape: 2, survival: {at: 12mo, probability: 1}}",
            "17:102  truth.events.death.hazard.by_arm.control.survival.probability: '1' is out of range. Write a number above 0 and below 1."
        },
        {
            "{median: 16mo}",
            "{by_covariate: {bclc: {B: none}}}",
            "17:62  truth.events.death.hazard.by_arm.control.by_covariate.bclc: 'bclc' is not a covariate of this scenario. There are no covariates."
        },
        {
            ", treated: {median: 20mo}",
            "",
            "17:30  truth.events.death.hazard.by_arm: There is no entry for treated. Write a hazard for each arm; none where the event never happens."
        },
        {
            ", treated: {median: 20mo}",
            ", teated: {median: 20mo}",
            "17:64  truth.events.death.hazard.by_arm.teated: 'teated' is not an arm of this scenario. Did you mean 'treated'? Arms: control, treated."
        },
        {
            ", treated: {median: 20mo}",
            ", treated: {median: 20mo}, third: none",
            "17:88  truth.events.death.hazard.by_arm.third: 'third' is not an arm of this scenario. Arms: control, treated."
        },
        {
            "{median: 16mo}",
            "never",
            "17:40  truth.events.death.hazard.by_arm.control: 'never' stands here. Write a mapping with keys from family, median, per_day, per_week, per_month, per_year, scale, survival, quantiles, shape, sigma, q, shape_per_month, piecewise, cured_probability, uncured, by_arm, by_covariate, or the word none."
        },
        {
            "{median: 16mo}",
            "[1]",
            "17:40  truth.events.death.hazard.by_arm.control: A list stands here. Write a mapping with keys from family, median, per_day, per_week, per_month, per_year, scale, survival, quantiles, shape, sigma, q, shape_per_month, piecewise, cured_probability, uncured, by_arm, by_covariate."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected)
    {
        string[] errors = Reading.Errors(Texts.With(Texts.TwoArms, passage, replacement));

        Assert.Equal(expected.Split('\n'), errors);
    }
}
