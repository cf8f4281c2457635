using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about events, covariates, accrual and loss: the whole text of every message.</summary>
public sealed class TruthMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "since: progression",
            "since: death",
            "32:14  truth.events.death.since: 'death' waits for itself. Write since: randomisation, or another event."
        },
        {
            "since: progression",
            "since: progresion",
            "32:14  truth.events.death.since: 'progresion' is not an event of this scenario. Did you mean 'progression'? Events: progression, death."
        },
        {
            "hazard: {median: 7mo}}",
            "hazard: {median: 7mo}, since: death}",
            "29:49  truth.events.progression.since: 'death' is fatal, so nothing can follow it. Name an event that is not.\n"
            + "29:49  truth.events.progression.since: Each waits for the other: progression since death since progression. Write since: randomisation for one of them."
        },
        {
            "since: progression\n",
            "fatal: true\n",
            "33:15  truth.events.death.before: 'before' needs an event that starts the clock. Write since: with that event, or remove 'before'."
        },
        {
            "    progression: {hazard",
            "    randomisation: {hazard: {median: 1d}}\n    progression: {hazard",
            "29:20  truth.events.randomisation: 'randomisation' is the word for the origin of clocks. Give the event another name."
        },
        {
            "    progression: {hazard: {median: 7mo}}",
            "    progression: {hazard: none, since: b}\n    b: {hazard: none, since: c}\n    c: {hazard: none, since: progression}\n    d: {hazard: none, since: b}",
            "29:40  truth.events.progression.since: Each waits for the other: progression since b since c since progression. Write since: randomisation for one of them."
        },
        {
            "{bclc: {B: {median: 18mo}, C: none}}",
            "{age: {B: none}}",
            "31:110  truth.events.death.hazard.by_arm.tace_sorafenib.by_covariate.age: 'age' is a numeric covariate and has no levels. Choose hazards by a covariate with levels; use an effect with 'per' for a numeric one."
        },
        {
            "{bclc: {B: {median: 18mo}, C: none}}",
            "{bclc: {B: {median: 18mo}, D: none}}",
            "31:111  truth.events.death.hazard.by_arm.tace_sorafenib.by_covariate.bclc: There is no entry for C. Write a hazard for each level; none where the event never happens.\n"
            + "31:134  truth.events.death.hazard.by_arm.tace_sorafenib.by_covariate.bclc.D: 'D' is not a level of bclc. Levels: B, C."
        },
        {
            "{bclc: {B: {median: 18mo}, C: none}}",
            "{bclc: {B: none, C: none}, cirrhosis: {no: none, yes: none}}",
            "31:104  truth.events.death.hazard.by_arm.tace_sorafenib.by_covariate: bclc, cirrhosis stand together. Write one covariate here, and the other inside the hazards of its levels."
        },
        {
            "bclc: {B: 0.7, C: 0.3}",
            "bclc: {B: 0.7, C: 0.4}",
            "24:11  truth.covariates.bclc: The probabilities of B, C sum to 1.1. Write probabilities that sum to 1."
        },
        {
            "cirrhosis: {probability: 0.897}",
            "cirrhosis: {probabilty: 0.897}",
            "25:16  truth.covariates.cirrhosis: The probabilities of probabilty sum to 0.897. Write probabilities that sum to 1. Did you mean 'probability'?"
        },
        {
            "cirrhosis: {probability: 0.897}",
            "cirrhosis: {probability: 89.7}",
            "25:30  truth.covariates.cirrhosis.probability: '89.7' is out of range. Write a number from 0 to 1."
        },
        {
            "cirrhosis: {probability: 0.897}",
            "cirrhosis: {probability: 0.897, C: 0.1}",
            "25:16  truth.covariates.cirrhosis: This is not one distribution. Write levels with their probabilities ({B: 0.7, C: 0.3}), or one of probability, normal, log_normal."
        },
        {
            "cirrhosis: {probability: 0.897}",
            "cirrhosis: {}",
            "25:16  truth.covariates.cirrhosis: This is not one distribution. Write levels with their probabilities ({B: 0.7, C: 0.3}), or one of probability, normal, log_normal."
        },
        {
            "age: {normal: {",
            "age: {nromal: {",
            "26:11  truth.covariates.age.nromal: 'nromal' is not a key here. Did you mean 'normal'? Keys allowed here: probability, normal, log_normal, source, or any name."
        },
        {
            "sd: 9,",
            "sd: 0,",
            "26:34  truth.covariates.age.normal.sd: '0' is out of range. Write a number above 0 and at most 1000000000000."
        },
        {
            "sd: 9, ",
            "",
            "26:19  truth.covariates.age.normal.sd: The key 'sd' is missing. Write 'sd:' with a number above 0 and at most 1000000000000."
        },
        {
            "min: 18, max: 95",
            "min: 95, max: 18",
            "26:19  truth.covariates.age.normal: min is not below max. Write the smaller value at min."
        },
        {
            "min: 18, max: 95",
            "min: 200",
            "26:19  truth.covariates.age.normal: Less than 0.000001 of the distribution lies between min and max. Write limits nearer to its middle."
        },
        {
            "median: 150, sigma: 1.5",
            "median: 150, sigma: 1.5, max: 0.000001",
            "27:23  truth.covariates.afp.log_normal: Less than 0.000001 of the distribution lies between min and max. Write limits nearer to its middle."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 0}]",
            "22:47  truth.accrual.rate[1]: The last rate is 0 and lasts, so that accrual need not end. Write a last rate above 0, or 'until' beside the rate."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "rate: [{from: 1mo, per_month: 5}, {from: 1mo, per_month: 20}]",
            "22:27  truth.accrual.rate[0].from: The first step starts from 1mo, so that nothing is said about the time before. Write from: 0d.\n"
            + "22:54  truth.accrual.rate[1].from: This step starts from 1mo, not after the one before it. Put the steps in the order of time."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "rate: {per_year: 1}",
            "22:19  truth.accrual.rate: At this rate 450 patients take 450 years. Write a rate at which they come within 200 years."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "rate: {per_year: 1e-300}",
            "22:19  truth.accrual.rate: At this rate 450 patients take more than 1000000000 years. Write a rate at which they come within 200 years."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "rate: {per_year: 100, per_month: 10}",
            "22:19  truth.accrual.rate: per_month, per_year stand together. Write exactly one of per_day, per_week, per_month, per_year, per_site_per_week, per_site_per_month, per_site_per_year."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "rate: 20",
            "22:19  truth.accrual.rate: '20' stands here. Write a mapping with keys from per_day, per_week, per_month, per_year, per_site_per_week, per_site_per_month, per_site_per_year."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "duration: 3mo, rate: {per_month: 3}",
            "22:12  truth.accrual: duration, rate stand together. Write exactly one of duration, rate."
        },
        {
            "rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}]",
            "pattern: even",
            "22:12  truth.accrual: None of duration, rate is here. Write exactly one of them."
        },
        {
            "{probability: 0.05, by: 12mo}",
            "{probability: 0.05}",
            "39:22  truth.loss_to_follow_up: The key 'by' is missing. Write probability and by together, or hazard alone."
        },
        {
            "{probability: 0.05, by: 12mo}",
            "{by: 5mo}",
            "39:22  truth.loss_to_follow_up: The key 'probability' is missing. Write probability and by together, or hazard alone."
        },
        {
            "{probability: 0.05, by: 12mo}",
            "{}",
            "39:22  truth.loss_to_follow_up: Nothing is said about the loss. Write probability and by together, or hazard alone."
        },
        {
            "{probability: 0.05, by: 12mo}",
            "{probability: 0.05, by: 12mo, hazard: none}",
            "39:22  truth.loss_to_follow_up: probability and by cannot stand beside hazard. Write probability and by together, or hazard alone."
        },
        {
            "{probability: 0.05, by: 12mo}",
            "nobody",
            "39:22  truth.loss_to_follow_up: 'nobody' stands here. Write a mapping with keys from probability, by, hazard, informative, source, or the word none."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected)
    {
        string[] errors = Reading.Errors(Texts.With(Texts.ThreeArms, passage, replacement));

        Assert.Equal(expected.Split('\n'), errors);
    }

    // 300 of 10,000 times as many, 10 a month.
    [Fact, Trait("Source", "ByHand")]
    public void Read_ScreeningThatFailsNearlyAll_SaysHowLongTheOthersTake()
    {
        string text = Texts.With(Texts.Family, "accrual: {duration: 12mo}", "accrual: {rate: {per_month: 10}}\n  sites: {count: 1, screening_failure: 0.9999}");

        string error = Assert.Single(Reading.Errors(text));

        Assert.EndsWith("truth.accrual.rate: At this rate 300 patients, with those whom screening fails 3000000, take 25000 years. Write a rate at which they come within 200 years.", error, StringComparison.Ordinal);
    }
}
