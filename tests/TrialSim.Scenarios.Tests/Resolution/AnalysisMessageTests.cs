using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about weights, restricted means, tests of all arms and follow-up: the whole text of every message.</summary>
public sealed class AnalysisMessageTests
{
    private const string Weights = "{rho: 0, gamma: 1} for a Fleming–Harrington weight, or {delay: 4mo} for a modest one";

    /// <summary>The analysis of the scenario of two arms, and all errors that it gives.</summary>
    public static TheoryData<string, string> Cases => new()
    {
        {
            "{endpoint: os, method: log_rank, weight: {rho: 0, gama: 1}}",
            "13:64  design.analyses.os_test.weight.gama: 'gama' is not a key here. Did you mean 'gamma'? Keys allowed here: rho, gamma, delay, max_weight."
        },
        {
            "{endpoint: os, method: log_rank, weight: {rho: -1, gamma: 11}}",
            "13:61  design.analyses.os_test.weight.rho: '-1' is out of range. Write a number from 0 to 10.\n"
            + "13:72  design.analyses.os_test.weight.gamma: '11' is out of range. Write a number from 0 to 10."
        },
        {
            "{endpoint: os, method: log_rank, weight: {gamma: 1, delay: 4mo}}",
            $"13:55  design.analyses.os_test.weight: gamma, delay stand together. Write {Weights}."
        },
        {
            "{endpoint: os, method: log_rank, weight: {max_weight: 2}}",
            $"13:55  design.analyses.os_test.weight: 'max_weight' stands without 'delay'. Write {Weights}."
        },
        {
            "{endpoint: os, method: log_rank, weight: {}}",
            $"13:55  design.analyses.os_test.weight: Nothing says what the weight is. Write {Weights}."
        },
        {
            "{endpoint: os, method: log_rank, weight: {delay: 0d, max_weight: 0.5}}",
            "13:63  design.analyses.os_test.weight.delay: '0d' is out of range. Write a duration above 0, such as 6w or 18mo.\n"
            + "13:79  design.analyses.os_test.weight.max_weight: '0.5' is out of range. Write a number from 1 to 1000."
        },
        {
            "{endpoint: os, method: max_combo, weights: [{gamma: 1}]}",
            "13:57  design.analyses.os_test.weights: There is only one. Write at least 2."
        },
        {
            "{endpoint: os, method: max_combo, weights: [{gamma: 1}, {rho: 0}, {rho: 1}, {rho: 1, gamma: 1}, {delay: 4mo}]}",
            "13:57  design.analyses.os_test.weights: There are 5. Write at most 4."
        },
        {
            "{endpoint: os, method: max_combo, weights: [{gamma: 1}, {rho: 0}, {rho: 0, gamma: 1}]}",
            "13:80  design.analyses.os_test.weights[2]: This is the same weight as weights[0]. Remove one of the two."
        },
        {
            "{endpoint: os, method: max_combo, weight: {gamma: 1}}",
            "13:56  design.analyses.os_test.weight: 'weight' has no meaning for max_combo. Remove it; max_combo takes compare, strata, weights."
        },
        {
            "{endpoint: os, method: max_combo, compare: none}",
            "13:57  design.analyses.os_test.compare: A max_combo analysis compares two arms. Write [experimental arm, control arm]."
        },
        {
            "{endpoint: os, method: rmst}",
            "13:14  design.analyses.os_test: The key 'horizon' is missing. Write the time up to which survival is averaged, such as horizon: 24mo."
        },
        {
            "{endpoint: os, method: rmst, horizn: 12mo, variance: unbiased}",
            "13:14  design.analyses.os_test: The key 'horizon' is missing. Write the time up to which survival is averaged, such as horizon: 24mo.\n"
            + "13:43  design.analyses.os_test.horizn: 'horizn' is not a key here. Did you mean 'horizon'? Keys allowed here: endpoint, method, weight, weights, scores, "
            + "time, horizon, test, contrast, variance, compare, arms, at, strata, confidence, interval, groups, correction, variances, arm, margin, followed_for, null_probability, null_hazard, prior, control_prior, exceeds, hazard_ratio_below, threshold, final_threshold, patients_per_arm, final_events.\n"
            + "13:67  design.analyses.os_test.variance: 'unbiased' is not known here. Write one of greenwood, bias_corrected."
        },
        {
            "{endpoint: os, method: rmst, horizon: 12mo, contrast: ratio}",
            "13:68  design.analyses.os_test.contrast: This says how two arms are tested, and none are compared. Write compare: [experimental arm, control arm], or remove it."
        },
        {
            "{endpoint: os, method: milestone, time: 12mo, test: log_log}",
            "13:66  design.analyses.os_test.test: This says how two arms are tested, and none are compared. Write compare: [experimental arm, control arm], or remove it."
        },
        {
            "{endpoint: os, method: milestone, time: 12mo, compare: [treated, control], test: loglog}",
            "13:95  design.analyses.os_test.test: 'loglog' is not known here. Did you mean 'log_log'? Write one of plain, log_log."
        },
        {
            "{endpoint: os, method: log_rank_trend}",
            "13:14  design.analyses.os_test: The key 'scores' is missing. Write scores: with a number for each arm, such as its dose."
        },
        {
            "{endpoint: os, method: log_rank_trend, scores: {control: 0, treatd: 1}}",
            "13:82  design.analyses.os_test.scores.treatd: 'treatd' is not an arm of this scenario. Did you mean 'treated'? Arms: control, treated."
        },
        {
            "{endpoint: os, method: log_rank_trend, scores: {control: 0}}",
            "13:61  design.analyses.os_test.scores: There is no entry for treated. Write a number for each arm, such as its dose."
        },
        {
            "{endpoint: os, method: log_rank_trend, scores: {control: 1, treated: 1}}",
            "13:61  design.analyses.os_test.scores: All arms have the same score, so there is no trend. Write different numbers."
        },
        {
            "{endpoint: os, method: global_log_rank, compare: [treated, control]}",
            "13:63  design.analyses.os_test.compare: 'compare' has no meaning for global_log_rank. Remove it; global_log_rank takes strata, weight."
        },
        {
            "{endpoint: os, method: global_log_rank}\n  testing: {one_sided_alpha: 0.025}",
            "14:30  design.testing.one_sided_alpha: 'os_test' tests all arms against any difference, which has no side. Write two_sided_alpha, or remove the analysis."
        },
        {
            "{endpoint: os, method: median_follow_up, strata: []}",
            "13:63  design.analyses.os_test.strata: 'strata' has no meaning for median_follow_up. Remove it; median_follow_up takes arms, confidence, interval."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string analysis, string expected) =>
        Assert.Equal(expected.Split('\n'), Reading.Errors(Texts.With(Texts.TwoArms, "{endpoint: os, method: log_rank}", analysis)));

    [Fact, Trait("Source", "ByHand")]
    public void Read_HorizonAfterTheFollowUp_Warns()
    {
        string yaml = Texts.With(
            Texts.With(Texts.TwoArms, "{endpoint: os, method: log_rank}", "{endpoint: os, method: rmst, horizon: 30mo}"),
            "  patients: 107",
            "  patients: 107\n  max_follow_up: 24mo");

        Assert.Equal(
            ["14:52  design.analyses.os_test.horizon: The horizon 30mo lies after the end of follow-up at 24mo, so the mean cannot be estimated."],
            Reading.Warnings(yaml));
    }
}
