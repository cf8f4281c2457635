using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about what looks wait for and about tests at several looks: the whole text of every message.</summary>
public sealed class SequentialMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "{of: final, fraction: 0.5}",
            "{of: interim, fraction: 0.5}",
            "13:40  design.looks.interim.when.information.of: The look 'interim' waits for neither events nor patients alone, so there is no share of it. Name a look that does, or write a number of events or patients."
        },
        {
            "{of: final, fraction: 0.5}",
            "{of: finale, fraction: 1.5}",
            "13:40  design.looks.interim.when.information.of: 'finale' is not a look of this scenario. Did you mean 'final'? Looks: safety, second, interim, final.\n"
            + "13:58  design.looks.interim.when.information.fraction: '1.5' is out of range. Write a number above 0 and below 1."
        },
        {
            "{events: {endpoint: os, count: 241, arms: [low, control]}}",
            "{trial_time: 30mo}",
            "13:40  design.looks.interim.when.information.of: The look 'final' waits for neither events nor patients alone, so there is no share of it. Name a look that does, or write a number of events or patients.\n"
            + "38:46  design.decisions.larger.then.reestimate.look: 'final' waits for neither events nor patients, so it cannot wait for more. Write when: {events: …} or {patients_randomised: …} there."
        },
        {
            "{followed_up: {patients: 100, for: 3mo}}",
            "{followed_up: {patients: 601}}",
            "12:34  design.looks.second.when.followed_up.for: The key 'for' is missing. Write 'for:' with a duration of at least 0, such as 6w or 18mo.\n"
            + "12:45  design.looks.second.when.followed_up.patients: 601 patients are not randomised in a trial of 600. Write at most 600."
        },
        {
            "decided_after: 1mo",
            "decided_after: -1mo",
            "13:79  design.looks.interim.decided_after: '-1mo' is out of range. Write a duration of at least 0, such as 6w or 18mo."
        },
        {
            "      os_high: {efficacy",
            "      os_cos: {efficacy",
            "30:15  design.testing.sequential.os_cos: 'os_cos' is not an analysis of this scenario. Did you mean 'os_cox'? Analyses: os_low, os_high, os_cox, os_median, early."
        },
        {
            "      os_high: {efficacy",
            "      os_median: {efficacy",
            "30:18  design.testing.sequential.os_median: 'os_median' tests nothing, so it has no bounds. Name an analysis that tests."
        },
        {
            "method: log_rank, compare: [high, control]",
            "method: max_combo, compare: [high, control]",
            "30:16  design.testing.sequential.os_high: The Z of 'os_high' at several looks follows no group-sequential bounds. Use log_rank, log_rank_trend, cox, chi_square, t_test, milestone or rmst, or remove it here."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{spending: kim_demets}",
            "25:19  design.testing.sequential.os_low.efficacy: kim_demets needs its rho. Write rho: with a number, such as {spending: kim_demets, rho: 3}."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{spending: kim_demets, rho: 3, z: [3, 2]}",
            "25:19  design.testing.sequential.os_low.efficacy: spending, z stand together. Write exactly one of spending, shape, z."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{spending: pocock, gamma: -4}",
            "25:45  design.testing.sequential.os_low.efficacy.gamma: 'gamma' belongs to hwang_shih_decani. Remove it, or write spending: hwang_shih_decani."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{spending: obrian_fleming}",
            "25:30  design.testing.sequential.os_low.efficacy.spending: 'obrian_fleming' is not known here. Did you mean 'obrien_fleming'? Write one of obrien_fleming, pocock, kim_demets, hwang_shih_decani."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{spending: [0.01, 0.005]}",
            "25:37  design.testing.sequential.os_low.efficacy.spending[1]: The error falls from 0.01 to 0.005. Write what is spent by each look, which cannot be less than before."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{spending: [0.01, 0.02]}",
            "25:37  design.testing.sequential.os_low.efficacy.spending[1]: The last error is 0.02, and 0.025 may be spent. Write 0.025 last."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{spending: [0.025]}",
            "25:30  design.testing.sequential.os_low.efficacy.spending: The number of errors listed is 1, that of looks 2. Write a cumulative error for each look."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{z: [2.5]}",
            "25:23  design.testing.sequential.os_low.efficacy.z: The number of bounds listed is 1, that of looks 2. Write a Z, or none, for each look."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{z: [2.5, none]}",
            "25:29  design.testing.sequential.os_low.efficacy.z[1]: The last look has no bound, so that it could not reject. Write its Z."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{shape: obrien}",
            "25:27  design.testing.sequential.os_low.efficacy.shape: 'obrien' is not known here. Write one of obrien_fleming, pocock, or a number such as 0.25."
        },
        {
            "{spending: kim_demets, rho: 3}",
            "{z: [2.5, 2], rho: 1}",
            "25:38  design.testing.sequential.os_low.efficacy.rho: 'rho' has no meaning for bounds by z. Remove it."
        },
        {
            "{hazard_ratio: [0.95]}",
            "{hazard_ratio: [0.95, 0.8]}",
            "26:34  design.testing.sequential.os_low.futility.hazard_ratio: 2 bounds are listed, one of them for the last look, where a test rejects or does not. Write 1: one, or none, for each look before."
        },
        {
            "{hazard_ratio: [0.95]}",
            "{z: [3.5]}",
            "26:19  design.testing.sequential.os_low.futility: At 'interim' the futility bound lies at or above the efficacy bound of Z 2.73028, so nobody could go on. Write a lower bound, or none."
        },
        {
            "{hazard_ratio: [0.95]}",
            "{z: [0], beta: 0.1}",
            "26:34  design.testing.sequential.os_low.futility.beta: 'beta' has no meaning for bounds by z. Remove it."
        },
        {
            "hazard_ratio: 0.7\n",
            "hazard_ratio: 1\n",
            "28:23  design.testing.sequential.os_low.hazard_ratio: At a hazard ratio of 1 the experimental arm is not better. Write the ratio that the trial is planned for, below 1."
        },
        {
            "hazard_ratio: 0.7\n",
            "hazard_ratio: 0.7\n        power: 0.9\n",
            "24:7  design.testing.sequential.os_low: hazard_ratio and power stand together, and either follows from the other. Write one of them."
        },
        {
            "futility: {conditional_power: [0.1], assuming: trend}",
            "power: 0.9, futility: {spending: pocock, beta: 0.2}",
            "30:49  design.testing.sequential.os_high.power: A power of 0.9 and a beta of 0.2 do not sum to 1. Write one of them."
        },
        {
            "information: [120, 240]",
            "information: [240, 120]",
            "30:110  design.testing.sequential.os_high.information: Information does not ascend: 240 at 'interim', 120 at 'final'. Name the looks in the order in which they come, each with more than the one before."
        },
        {
            "information: [120, 240]",
            "information: [60, 120, 240]",
            "30:110  design.testing.sequential.os_high.information: 3 numbers are listed, and the looks of 'os_high' are 2. Write the maximum alone, or a number for each look."
        },
        {
            ", information: [120, 240]",
            "",
            "30:16  design.testing.sequential.os_high: How much information 'interim' is to have is not known: it does not wait for events of what 'os_high' compares. Write information: with the planned events of each look, such as [110, 220]."
        },
        {
            "futility: {conditional_power: [0.1], assuming: trend}",
            "binding: true",
            "30:51  design.testing.sequential.os_high.binding: There is no futility bound that could bind. Write futility, or remove it."
        },
        {
            "one_sided_alpha: 0.025",
            "two_sided_alpha: 0.05",
            "26:19  design.testing.sequential.os_low.futility: A test in both directions has a claim below, too, and no futility. Write one_sided_alpha, or futility: none.\n"
            + "30:52  design.testing.sequential.os_high.futility: A test in both directions has a claim below, too, and no futility. Write one_sided_alpha, or futility: none."
        },
        {
            "{first_limit: 5, limit: 12}",
            "{first_limit: 60, limit: 12}",
            "31:40  design.testing.sequential.early.two_stage.first_limit: With 60 of 60 responders or fewer it gives up, which is always. Write less than 60."
        },
        {
            "{first_limit: 5, limit: 12}",
            "{first_limit: 5, limit: 100}",
            "31:50  design.testing.sequential.early.two_stage.limit: 100 does not lie between the first limit of 5 and 100 patients. Write a number from 5 to 99."
        },
        {
            "two_stage: {first_limit: 5, limit: 12}",
            "two_stage: {first_limit: 5, limit: 12}, power: 0.9",
            "31:62  design.testing.sequential.early.power: 'power' has no meaning beside two_stage. Remove it."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected) =>
        Assert.Equal(expected.Split('\n'), Reading.Errors(Texts.With(Texts.Adaptive, passage, replacement)));
}
