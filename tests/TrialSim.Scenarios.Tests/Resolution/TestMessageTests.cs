using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about margins, tests of one arm and Bayesian probabilities: the whole text of every message.</summary>
public sealed class TestMessageTests
{
    /// <summary>The analysis of the scenario of two arms, and all errors that it gives.</summary>
    public static TheoryData<string, string> OfTimes => new()
    {
        { "{endpoint: os, method: cox, margin: 0.9}", "13:50  design.analyses.os_test.margin: '0.9' is no hazard ratio by which an arm may be worse. Write a number above 1, such as 1.3." },
        { "{endpoint: os, method: cox, margin: 1}", "13:50  design.analyses.os_test.margin: '1' is no hazard ratio by which an arm may be worse. Write a number above 1, such as 1.3." },
        { "{endpoint: os, method: cox, margin: 1001}", "13:50  design.analyses.os_test.margin: '1001' is no hazard ratio by which an arm may be worse. Write a number above 1, such as 1.3." },
        { "{endpoint: os, method: log_rank, margin: -0.1}", "13:55  design.analyses.os_test.margin: '-0.1' is out of range. Write a number above 0." },
        {
            "{endpoint: os, method: log_rank, margin: 1.3, weight: {gamma: 1}}",
            "13:68  design.analyses.os_test.weight: A weighted test has no hazard ratio to be set against a margin. Remove weight or margin."
        },
        { "{endpoint: os, method: max_combo, margin: 1.3}", "13:56  design.analyses.os_test.margin: 'margin' has no meaning for max_combo. Remove it; max_combo takes compare, strata, weights." },
        { "{endpoint: os, method: log_rank, followed_for: 0d}", "13:61  design.analyses.os_test.followed_for: '0d' is out of range. Write a duration above 0, such as 6w or 18mo." },
        {
            "{endpoint: os, method: one_sample_log_rank}",
            "13:14  design.analyses.os_test: The key 'arm' is missing; only of a single arm is it known. Write arm: with the arm that is tested.\n"
            + "13:14  design.analyses.os_test: The key 'null_hazard' is missing. Write the hazard under the null hypothesis, such as null_hazard: {median: 10mo}."
        },
        {
            "{endpoint: os, method: one_sample_log_rank, arm: treated, null_hazard: {by_arm: {control: {median: 1mo}, treated: {median: 2mo}}}}",
            "13:85  design.analyses.os_test.null_hazard: A null hazard is one for everybody, without arms, covariates or cured patients. Write its family and figures, or piecewise."
        },
        {
            "{endpoint: os, method: posterior_probability, arm: treated, exceeds: 10mo}",
            "13:14  design.analyses.os_test: The key 'prior' is missing. Write the events and the follow-up that the belief is worth, such as prior: {events: 2, time: 20mo}.\n"
            + "13:14  design.analyses.os_test: The key 'threshold' is missing. Write the probability from which on it rejects, such as threshold: 0.975."
        },
        {
            "{endpoint: os, method: posterior_probability, arm: treated, prior: {alpha: 1}, exceeds: 0.3, threshold: 0.9}",
            "13:81  design.analyses.os_test.prior: alpha and beta are of a share, and the endpoint is a time to an event. Write events and time.\n"
            + "13:102  design.analyses.os_test.exceeds: This is no time, and the endpoint is a time to an event. Write the median that must be exceeded, such as 10mo."
        },
        {
            "{endpoint: os, method: posterior_probability, arm: treated, prior: {events: 2}, exceeds: 3mo, threshold: 0.9, hazard_ratio_below: 1, control_prior: {events: 1, time: 1mo}}",
            "13:81  design.analyses.os_test.prior: A belief of a hazard is worth so many events in so much follow-up. Write events and time together, such as {events: 2, time: 20mo}.\n"
            + "13:144  design.analyses.os_test.hazard_ratio_below: 'hazard_ratio_below' has no meaning here: one arm has no hazard ratio. Write exceeds, or compare, or remove it.\n"
            + "13:162  design.analyses.os_test.control_prior: 'control_prior' has no meaning here: only one arm is looked at. Write compare: [experimental arm, control arm], or remove it."
        },
        {
            "{endpoint: os, method: posterior_probability, compare: [treated, control], arm: treated, prior: {events: 2, time: 1mo}, exceeds: 3mo, threshold: 0.9}",
            "13:94  design.analyses.os_test.arm: 'arm' has no meaning here: two arms are compared. Write arm or compare, or remove it.\n"
            + "13:143  design.analyses.os_test.exceeds: 'exceeds' has no meaning here: two arms are compared by their hazards. Write hazard_ratio_below, or remove it."
        },
        {
            "{endpoint: os, method: predictive_probability, compare: [treated, control], prior: {events: 2, time: 1mo}, patients_per_arm: 60, threshold: 0.9, final_threshold: 0.9}",
            "13:139  design.analyses.os_test.patients_per_arm: 'patients_per_arm' has no meaning here: what is known of a time to an event goes by its events. Write final_events, or remove it.\n"
            + "13:14  design.analyses.os_test: The key 'final_events' is missing. Write the events of the arm, or of both arms together, at the end, such as final_events: 165."
        },
    };

    /// <summary>The same with a binary endpoint.</summary>
    public static TheoryData<string, string> OfShares => new()
    {
        { "{endpoint: os, method: chi_square, margin: 1}", "13:57  design.analyses.os_test.margin: '1' is no difference of two probabilities. Write a number between 0 and 1, such as 0.1." },
        {
            "{endpoint: os, method: chi_square, margin: 0.1, correction: yates}",
            "13:74  design.analyses.os_test.correction: Against a margin the test is that of Farrington and Manning, which has no correction. Remove correction or margin."
        },
        {
            "{endpoint: os, method: exact_binomial, arm: treated, interval: log}",
            "13:77  design.analyses.os_test.interval: 'log' is a scale of the interval of a curve. Write one of wilson, clopper_pearson.\n"
            + "13:14  design.analyses.os_test: The key 'null_probability' is missing. Write the probability under the null hypothesis, such as null_probability: 0.3."
        },
        {
            "{endpoint: os, method: posterior_probability, arm: treated, prior: {events: 1, time: 1mo}, threshold: 0.9}",
            "13:81  design.analyses.os_test.prior: events and time are of a hazard, and the endpoint is binary. Write alpha and beta.\n"
            + "13:14  design.analyses.os_test: The key 'exceeds' is missing. Write the probability that the arm's must exceed, such as exceeds: 0.3, or compare: [experimental arm, control arm]."
        },
        {
            "{endpoint: os, method: posterior_probability, arm: treated, exceeds: 1, threshold: 0.9}",
            "13:83  design.analyses.os_test.exceeds: '1' is no probability to be exceeded. Write a number between 0 and 1."
        },
        {
            "{endpoint: os, method: posterior_probability, arm: treated, exceeds: 3mo, threshold: 0.9, hazard_ratio_below: 1}",
            "13:124  design.analyses.os_test.hazard_ratio_below: 'hazard_ratio_below' has no meaning here: a binary endpoint has no hazard. Write exceeds, or remove it.\n"
            + "13:83  design.analyses.os_test.exceeds: This is a time, and the endpoint is binary. Write a probability, or a difference of two."
        },
        {
            "{endpoint: os, method: posterior_probability, compare: [treated, control], exceeds: 1.5, threshold: 0.9}",
            "13:98  design.analyses.os_test.exceeds: '1.5' is no difference of two probabilities. Write a number between -1 and 1."
        },
        {
            "{endpoint: os, method: predictive_probability, compare: [treated, control]}",
            "13:14  design.analyses.os_test: The key 'threshold' is missing. Write the probability from which on it rejects, such as threshold: 0.975.\n"
            + "13:14  design.analyses.os_test: The key 'final_threshold' is missing. Write the posterior probability that counts as success at the end, such as final_threshold: 0.95.\n"
            + "13:14  design.analyses.os_test: The key 'patients_per_arm' is missing. Write the patients of each arm at the end, such as patients_per_arm: 60."
        },
        {
            "{endpoint: os, method: predictive_probability, arm: treated, exceeds: 0.3, final_events: 60, patients_per_arm: 60, threshold: 0.9, final_threshold: 0.9}",
            "13:103  design.analyses.os_test.final_events: 'final_events' has no meaning here: a binary endpoint is known by its patients. Write patients_per_arm, or remove it."
        },
    };

    [Theory, MemberData(nameof(OfTimes)), Trait("Source", "ByHand")]
    public void Read_OfATime_SaysWhatToWrite(string analysis, string expected) => AssertErrors(Texts.TwoArms, analysis, expected);

    [Theory, MemberData(nameof(OfShares)), Trait("Source", "ByHand")]
    public void Read_OfAShare_SaysWhatToWrite(string analysis, string expected) =>
        AssertErrors(Texts.With(Texts.TwoArms, "os: {events: [death]}", "os: {kind: binary, events: [death]}"), analysis, expected);

    private static void AssertErrors(string text, string analysis, string expected)
    {
        string yaml = Texts.With(text, "{endpoint: os, method: log_rank}", analysis);

        Assert.Equal(expected.Split('\n').Order(StringComparer.Ordinal), Reading.Errors(yaml).Order(StringComparer.Ordinal));
    }
}
