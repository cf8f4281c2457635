using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about the design: the whole text of every message.</summary>
public sealed class DesignMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "ratio: {tace: 1, tace_rfa: 1, tace_sorafenib: 1}",
            "ratio: {tace: 1, tace_rf: 1, tace_sorafenib: 0}",
            "7:66  design.allocation.ratio.tace_rf: 'tace_rf' is not an arm of this scenario. Did you mean 'tace_rfa'? Arms: tace, tace_rfa, tace_sorafenib.\n"
            + "7:85  design.allocation.ratio.tace_sorafenib: '0' is out of range. Write a whole number from 1 to 1000."
        },
        {
            "ratio: {tace: 1, tace_rfa: 1, tace_sorafenib: 1}",
            "ratio: {tace: 1}",
            "7:47  design.allocation.ratio: There is no entry for tace_rfa, tace_sorafenib. Write its weight, such as 1."
        },
        {
            "[3, 6]",
            "[4, 6]",
            "7:104  design.allocation.block_sizes[0]: A block of 4 cannot hold the ratio 1:1:1 exactly. Write a multiple of 3, such as 6."
        },
        {
            "strata: [bclc]}\n  max",
            "strata: [age, blc, bclc, bclc]}\n  max",
            "7:119  design.allocation.strata: 'age' is a numeric covariate, so it has no strata. Name a covariate with levels.\n"
            + "7:125  design.allocation.strata[1]: 'blc' is not a covariate of this scenario. Did you mean 'bclc'? Covariates: bclc, cirrhosis, age, afp.\n"
            + "7:136  design.allocation.strata[3]: 'bclc' is named twice. Remove one of the two."
        },
        {
            "method: permuted_block",
            "method: simple",
            "7:95  design.allocation.block_sizes: 'block_sizes' has no meaning for simple. Remove it; simple takes ratio.\n"
            + "7:111  design.allocation.strata: 'strata' has no meaning for simple. Remove it; simple takes ratio."
        },
        {
            "method: permuted_block",
            "method: fixed_sizes",
            "7:15  design.allocation: The key 'sizes' is missing. Write sizes: with the number of patients of every arm.\n"
            + "7:44  design.allocation.ratio: 'ratio' has no meaning for fixed_sizes. Remove it; fixed_sizes takes sizes.\n"
            + "7:100  design.allocation.block_sizes: 'block_sizes' has no meaning for fixed_sizes. Remove it; fixed_sizes takes sizes.\n"
            + "7:116  design.allocation.strata: 'strata' has no meaning for fixed_sizes. Remove it; fixed_sizes takes sizes."
        },
        {
            "{method: permuted_block, ratio: {tace: 1, tace_rfa: 1, tace_sorafenib: 1}, block_sizes: [3, 6], strata: [bclc]}",
            "{method: fixed_sizes, sizes: {tace: 150, tace_rfa: 150, tace_sorafenib: 151}}",
            "7:44  design.allocation.sizes: The sizes sum to 451, the design has 450 patients. Write sizes that sum to 450."
        },
        {
            "{method: permuted_block, ratio: {tace: 1, tace_rfa: 1, tace_sorafenib: 1}, block_sizes: [3, 6], strata: [bclc]}",
            "{method: fixed_sizes, sizes: {tace: 50, tace_rfa: 150, tace_sorafenib: 250}}",
            "14:57  design.looks.final.when.all[0].events.count: 247 events cannot come from 200 patients of tace, tace_rfa. Write at most 200."
        },
        {
            "{trial_time: 51mo}",
            "{trial_time: 0mo}",
            "13:41  design.looks.interim.when.any[0].trial_time: '0mo' is out of range. Write a duration above 0, such as 6w or 18mo."
        },
        {
            "{trial_time: 51mo}",
            "{trial_time: 51mo, patients_randomised: 3}",
            "13:28  design.looks.interim.when.any[0]: trial_time, patients_randomised stand together. Write exactly one of trial_time, follow_up_of_last_patient, patients_randomised, events, followed_up, information, any, all."
        },
        {
            "{trial_time: 51mo}",
            "{}",
            "13:28  design.looks.interim.when.any[0]: None of trial_time, follow_up_of_last_patient, patients_randomised, events, followed_up, information, any, all is here. Write exactly one of them."
        },
        {
            "patients_randomised: 200",
            "patients_randomised: 451",
            "13:70  design.looks.interim.when.any[1].patients_randomised: 451 patients are not randomised in a trial of 450. Write at most 450."
        },
        {
            "count: 247",
            "count: 451",
            "14:57  design.looks.final.when.all[0].events.count: 451 events cannot come from 450 patients of tace, tace_rfa. Write at most 450."
        },
        {
            "count: 247",
            "count: 0",
            "14:57  design.looks.final.when.all[0].events.count: '0' is out of range. Write a whole number from 1 to 2147483647."
        },
        {
            "{endpoint: os, count: 247, arms: [tace, tace_rfa]}",
            "{endpoint: ttp, count: 247, arms: tace_rf}",
            "14:46  design.looks.final.when.all[0].events.endpoint: 'ttp' is not an endpoint of this scenario. Endpoints: os, pfs.\n"
            + "14:69  design.looks.final.when.all[0].events.arms[0]: 'tace_rf' is not an arm of this scenario. Did you mean 'tace_rfa'? Arms: tace, tace_rfa, tace_sorafenib."
        },
        {
            "{endpoint: os, count: 247, arms: [tace, tace_rfa]}",
            "{endpoint: os}",
            "14:35  design.looks.final.when.all[0].events.count: The key 'count' is missing. Write 'count:' with a whole number from 1 to 2147483647."
        },
        {
            "compare: [tace_rfa, tace], at",
            "compare: [tace, tace], at",
            "16:55  design.analyses.os_rfa.compare: 'tace' is compared with itself. Write two different arms: [experimental arm, control arm]."
        },
        {
            "compare: [tace_rfa, tace], at",
            "compare: [tace, tace_rfa], at",
            "16:55  design.analyses.os_rfa.compare: 'tace' stands in the place of the experimental arm, and its role is control. Write [tace_rfa, tace]."
        },
        {
            "compare: [tace_rfa, tace], at",
            "compare: [tace_rfa], at",
            "16:55  design.analyses.os_rfa.compare: There is only one. Write at least 2."
        },
        {
            "compare: [tace_rfa, tace], at",
            "compare: [tace_rfa, tac], at",
            "16:66  design.analyses.os_rfa.compare[1]: 'tac' is not an arm of this scenario. Did you mean 'tace'? Arms: tace, tace_rfa, tace_sorafenib."
        },
        {
            "compare: [tace_rfa, tace], at",
            "compare: none, at",
            "16:55  design.analyses.os_rfa.compare: A log_rank analysis compares two arms. Write [experimental arm, control arm]."
        },
        {
            "compare: [tace_rfa, tace], at",
            "at",
            "16:13  design.analyses.os_rfa: The key 'compare' is missing; only of two arms one of which is the control is it known. Write compare: [experimental arm, control arm]."
        },
        {
            "at: [final], strata: [bclc]",
            "at: [end], strata: [age]",
            "16:78  design.analyses.os_rfa.at[0]: 'end' is not a look of this scenario. Looks: interim, final.\n"
            + "16:92  design.analyses.os_rfa.strata: 'age' is a numeric covariate, so it has no strata. Name a covariate with levels."
        },
        {
            "at: [final], strata: [bclc]",
            "confidence: 0.9, interval: log",
            "16:85  design.analyses.os_rfa.confidence: 'confidence' has no meaning for log_rank. Remove it; log_rank takes compare, strata, weight, margin.\n"
            + "16:100  design.analyses.os_rfa.interval: 'interval' has no meaning for log_rank. Remove it; log_rank takes compare, strata, weight, margin."
        },
        {
            "confidence: 0.9, at",
            "confidence: 95, at",
            "17:86  design.analyses.os_sor.confidence: '95' is out of range. Write a number above 0 and below 1."
        },
        {
            "arms: [tace], interval: log_log",
            "arms: [tace], compare: [tace_rfa, tace], strata: []",
            "18:83  design.analyses.os_median.compare: 'compare' has no meaning for kaplan_meier_median. Remove it; kaplan_meier_median takes arms, confidence, interval.\n"
            + "18:109  design.analyses.os_median.strata: 'strata' has no meaning for kaplan_meier_median. Remove it; kaplan_meier_median takes arms, confidence, interval."
        },
        {
            "time: 12mo, ",
            "",
            "19:15  design.analyses.pfs_12mo: The key 'time' is missing. Write the time at which survival is read off, such as time: 12mo."
        },
        {
            "endpoint: pfs",
            "endpoint: ttp",
            "19:26  design.analyses.pfs_12mo.endpoint: 'ttp' is not an endpoint of this scenario. Endpoints: os, pfs."
        },
        {
            "one_sided_alpha: 0.025",
            "one_sided_alpha: 0.025, two_sided_alpha: 0.05",
            "20:12  design.testing: two_sided_alpha and one_sided_alpha stand together. Write one of them."
        },
        {
            "one_sided_alpha: 0.025",
            "one_sided_alpha: 0.5",
            "20:30  design.testing.one_sided_alpha: '0.5' is out of range. Write a number above 0 and below 0.5."
        },
        {
            "analyses: [os_rfa, os_sor]",
            "analyses: [os_rfa, os_median]",
            "20:76  design.testing.family.analyses: 'os_median' tests nothing, so it cannot share alpha. Name analyses that test."
        },
        {
            "analyses: [os_rfa, os_sor]",
            "analyses: [os_rfa]",
            "20:76  design.testing.family.analyses: There is only one. Write at least 2."
        },
        {
            "analyses: [os_rfa, os_sor]",
            "analyses: [os_rfa, os_so]",
            "20:85  design.testing.family.analyses[1]: 'os_so' is not an analysis of this scenario. Did you mean 'os_sor'? Analyses: os_rfa, os_sor, os_median, pfs_12mo."
        },
        {
            "method: bonferroni",
            "method: tukey",
            "20:54  design.testing.family.method: 'tukey' is not known here. Write one of bonferroni, holm, hochberg, dunnett, fixed_sequence, graph, co_primary, closed_test."
        },
        {
            "max_follow_up: 60mo",
            "max_follow_up: 0d",
            "8:18  design.max_follow_up: '0d' is out of range. Write a duration above 0, such as 6w or 18mo."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected)
    {
        string[] errors = Reading.Errors(Texts.With(Texts.ThreeArms, passage, replacement));

        Assert.Equal(expected.Split('\n'), errors);
    }
}
