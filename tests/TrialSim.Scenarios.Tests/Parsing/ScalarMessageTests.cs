using Xunit;

namespace TrialSim.Scenarios.Tests.Parsing;

/// <summary>Errors about single values: the whole text of every message.</summary>
public sealed class ScalarMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "  patients: 107",
            "  patients: \"107\"",
            "4:13  design.patients: '107' stands in quotation marks, which makes it a text. Write a whole number from 1 to 1000000 without quotation marks."
        },
        {
            "  patients: 107",
            "  patients: 0",
            "4:13  design.patients: '0' is out of range. Write a whole number from 1 to 1000000."
        },
        {
            "  patients: 107",
            "  patients: 1e3",
            "4:13  design.patients: '1e3' is not a whole number. Write a whole number from 1 to 1000000, in digits only."
        },
        {
            "  patients: 107",
            "  patients: 99999999999999999999",
            "4:13  design.patients: '99999999999999999999' is out of range. Write a whole number from 1 to 1000000."
        },
        {
            "  patients: 107",
            "  patients: ~",
            "4:13  design.patients: Nothing is written here. Write a whole number from 1 to 1000000."
        },
        {
            "name: two-arms",
            "name: \"two-arms\\n\"",
            "2:7  name: 'two-arms�' is not a name of this kind. Write lower-case letters, digits and single hyphens, such as three-arm-tace."
        },
        {
            "name: two-arms",
            "name: \"\\u202E😀\\e[31m\"",
            "2:7  name: '�😀�[31m' is not a name of this kind. Write lower-case letters, digits and single hyphens, such as three-arm-tace."
        },
        {
            "name: two-arms",
            "name: Two Arms",
            "2:7  name: 'Two Arms' is not a name of this kind. Write lower-case letters, digits and single hyphens, such as three-arm-tace."
        },
        {
            "name: two-arms",
            "name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "2:7  name: This name has 81 characters. Write at most 80."
        },
        {
            "name: two-arms",
            "name: two-arms\nrun: {seed: -1, replicates: 0}",
            "3:13  run.seed: '-1' is not a seed. Write a whole number from 0 to 18446744073709551615.\n"
            + "3:29  run.replicates: '0' is out of range. Write a whole number from 1 to 100000000."
        },
        {
            "name: two-arms",
            "name: two-arms\nrun: {seed: 18446744073709551616, replicates: 10_000}",
            "3:13  run.seed: '18446744073709551616' is not a seed. Write a whole number from 0 to 18446744073709551615.\n"
            + "3:47  run.replicates: '10_000' is not a whole number. Write a whole number from 1 to 100000000, in digits only."
        },
        {
            "name: two-arms",
            "name: two-arms\nrun: {seed: \"7\"}",
            "3:13  run.seed: '7' stands in quotation marks, which makes it a text. Write a whole number of at least 0 without quotation marks."
        },
        {
            "duration: 27mo",
            "duration: 12m",
            "15:23  truth.accrual.duration: '12m' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W). Did you mean 12mo?"
        },
        {
            "{median: 16mo}",
            "{median: -16mo}",
            "17:49  truth.events.death.hazard.by_arm.control.median: '-16mo' is out of range. Write a duration above 0, such as 6w or 18mo."
        },
        {
            "{median: 16mo}",
            "{median: 16 months}",
            "17:49  truth.events.death.hazard.by_arm.control.median: '16 months' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W). Did you mean 16mo?"
        },
        {
            "{median: 16mo}",
            "{median: 16}",
            "17:49  truth.events.death.hazard.by_arm.control.median: '16' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W). Did you mean 16mo?"
        },
        {
            "{median: 16mo}",
            "{median: \"1,5 years\"}",
            "17:49  truth.events.death.hazard.by_arm.control.median: '1,5 years' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W). Did you mean 1.5y?"
        },
        {
            "{median: 16mo}",
            "{median: soon}",
            "17:49  truth.events.death.hazard.by_arm.control.median: 'soon' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W)."
        },
        {
            "{median: 16mo}",
            "{median: 201y}",
            "17:49  truth.events.death.hazard.by_arm.control.median: '201y' is longer than 200 years. Write a shorter duration."
        },
        {
            "{median: 16mo}",
            "{median: P5M3}",
            "17:49  truth.events.death.hazard.by_arm.control.median: 'P5M3' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W)."
        },
        {
            "{median: 16mo}",
            "{median: PT5M}",
            "17:49  truth.events.death.hazard.by_arm.control.median: 'PT5M' is not a duration. Write a number and a unit: 4h, 42d, 6w, 18mo or 1.5y (or ISO 8601: P6W)."
        },
        {
            "{median: 16mo}",
            "{median: 0d}",
            "17:49  truth.events.death.hazard.by_arm.control.median: '0d' is out of range. Write a duration above 0, such as 6w or 18mo."
        },
        {
            "24mo",
            "-1mo",
            "11:47  design.looks.final.when.follow_up_of_last_patient: '-1mo' is out of range. Write a duration of at least 0, such as 6w or 18mo."
        },
        {
            "{median: 16mo}",
            "{per_month: 5%}",
            "17:52  truth.events.death.hazard.by_arm.control.per_month: '5%' is not a number. Write a number above 0 and at most 1000000. Did you mean 0.05?"
        },
        {
            "{median: 16mo}",
            "{per_month: 0,05}",
            "17:52  truth.events.death.hazard.by_arm.control.per_month: '0' is out of range. Write a number above 0 and at most 1000000.\n"
            + "17:54  truth.events.death.hazard.by_arm.control.05: '05' is not a key here. Keys allowed here: family, median, per_day, per_week, per_month, per_year, scale, survival, quantiles, shape, sigma, q, shape_per_month, piecewise, cured_probability, uncured, by_arm, by_covariate."
        },
        {
            "{median: 16mo}",
            "{per_month: \"0,05\"}",
            "17:52  truth.events.death.hazard.by_arm.control.per_month: '0,05' stands in quotation marks, which makes it a text. Write a number above 0 and at most 1000000 without quotation marks."
        },
        {
            "{median: 16mo}",
            "{per_month: .nan}",
            "17:52  truth.events.death.hazard.by_arm.control.per_month: '.nan' is not a number. Write a number above 0 and at most 1000000."
        },
        {
            "{median: 16mo}",
            "{per_month: 1e400}",
            "17:52  truth.events.death.hazard.by_arm.control.per_month: '1e400' is not a number. Write a number above 0 and at most 1000000."
        },
        {
            "{median: 16mo}",
            "{per_month: 0}",
            "17:52  truth.events.death.hazard.by_arm.control.per_month: '0' is out of range. Write a number above 0 and at most 1000000."
        },
        {
            "{median: 16mo}",
            "{per_month: 1e7}",
            "17:52  truth.events.death.hazard.by_arm.control.per_month: '1e7' is out of range. Write a number above 0 and at most 1000000."
        },
        {
            "log_rank",
            "logrank",
            "13:37  design.analyses.os_test.method: 'logrank' is not known here. Did you mean 'log_rank'? Write one of log_rank, max_combo, global_log_rank, log_rank_trend, cox, kaplan_meier_median, milestone, rmst, median_follow_up, cumulative_incidence, proportion, chi_square, fisher, mean, t_test, exact_binomial, one_sample_log_rank, posterior_probability, predictive_probability."
        },
        {
            "log_rank",
            "bayes",
            "13:37  design.analyses.os_test.method: 'bayes' is not known here. Write one of log_rank, max_combo, global_log_rank, log_rank_trend, cox, kaplan_meier_median, milestone, rmst, median_follow_up, cumulative_incidence, proportion, chi_square, fisher, mean, t_test, exact_binomial, one_sample_log_rank, posterior_probability, predictive_probability."
        },
        {
            "{hazard: {by_arm",
            "{fatal: yes, hazard: {by_arm",
            "17:20  truth.events.death.fatal: 'yes' is neither true nor false. Write true or false."
        },
        {
            "{hazard: {by_arm",
            "{fatal: \"true\", hazard: {by_arm",
            "17:20  truth.events.death.fatal: 'true' is neither true nor false. Write true or false."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected)
    {
        string[] errors = Reading.Errors(Texts.With(Texts.TwoArms, passage, replacement));

        Assert.Equal(expected.Split('\n'), errors);
    }
}
