using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about effects and their conditions: the whole text of every message.</summary>
public sealed class EffectMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "while: {arm: tace_rfa}",
            "while: {arm: tace_rf}",
            "35:58  truth.effects[0].while.arm[0]: 'tace_rf' is not an arm of this scenario. Did you mean 'tace_rfa'? Arms: tace, tace_rfa, tace_sorafenib."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {arm: [tace_rfa, tace_rfa]}",
            "35:69  truth.effects[0].while.arm[1]: 'tace_rfa' is named twice. Remove one of the two."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {}",
            "35:52  truth.effects[0].while: None of arm, covariate, had, taking, state, adverse_event, passed, any, all, not is here. Write exactly one of them."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {arm: tace, had: progression}",
            "35:52  truth.effects[0].while: arm, had stand together. Write exactly one of arm, covariate, had, taking, state, adverse_event, passed, any, all, not."
        },
        {
            "while: {arm: tace_rfa}",
            "while: sometimes",
            "35:52  truth.effects[0].while: 'sometimes' is no condition. Write always, a mapping such as {arm: …}, or the name of what the patient has had: progression, death."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {had: death}",
            "35:58  truth.effects[0].while.had: 'death' is fatal, so nothing can follow it. Name an event that is not."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {had: dead}",
            "35:58  truth.effects[0].while.had: 'dead' is not an event of this scenario. Events: progression, death."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {any: []}",
            "35:58  truth.effects[0].while.any: This is empty. Write at least 1."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {not: {arm: x, had: y}}",
            "35:58  truth.effects[0].while.not: arm, had stand together. Write exactly one of arm, covariate, had, taking, state, adverse_event, passed, any, all, not."
        },
        {
            "while: {covariate: {bclc: C}}",
            "while: {covariate: {bclc: D}}",
            "36:79  truth.effects[1].while.covariate.bclc[0]: 'D' is not a level of bclc. Levels: B, C."
        },
        {
            "while: {covariate: {bclc: C}}",
            "while: {covariate: {bclc: {at_least: 3}}}",
            "36:79  truth.effects[1].while.covariate.bclc: 'bclc' has levels, not numbers. Write one or several of them: B, C."
        },
        {
            "while: {covariate: {bclc: C}}",
            "while: {covariate: {age: old}}",
            "36:78  truth.effects[1].while.covariate.age: 'age' is a numeric covariate and has no levels. Write a range: {at_least: 200} or {below: 200}."
        },
        {
            "while: {covariate: {bclc: C}}",
            "while: {covariate: {age: {}}}",
            "36:78  truth.effects[1].while.covariate.age: Neither at_least nor below is here. Write at least one of them."
        },
        {
            "while: {covariate: {bclc: C}}",
            "while: {covariate: {age: {at_least: 70, below: 60}}}",
            "36:78  truth.effects[1].while.covariate.age: No value is at_least the one and below the other. Write at_least smaller than below."
        },
        {
            "while: {covariate: {bclc: C}}",
            "while: {covariate: {stage: C}}",
            "36:80  truth.effects[1].while.covariate.stage: 'stage' is not a covariate of this scenario. Covariates: bclc, cirrhosis, age, afp."
        },
        {
            "from: 3mo, until: 12mo",
            "from: 12mo, until: 3mo",
            "35:88  truth.effects[0].until: The effect ends at 3mo, before it begins at 12mo. Write until after from."
        },
        {
            "{covariate: age, increase: 10, from: 68}",
            "{covariate: bclc, increase: 10, from: 68}",
            "37:55  truth.effects[2].per.covariate: 'bclc' has levels, not numbers. Write while: {covariate: {bclc: …}} with one of its levels."
        },
        {
            "{covariate: age, increase: 10, from: 68}",
            "{covariate: ages, increase: 10, from: 68}, from: 3mo",
            "37:43  truth.effects[2].per: 'per' cannot be joined with from. Remove one of the two.\n"
            + "37:55  truth.effects[2].per.covariate: 'ages' is not a covariate of this scenario. Did you mean 'age'? Covariates: bclc, cirrhosis, age, afp."
        },
        {
            "{covariate: age, increase: 10, from: 68}",
            "{covariate: age}",
            "37:43  truth.effects[2].per.from: The key 'from' is missing. Write 'from:' with a number from -1000000000000 to 1000000000000.\n"
            + "37:43  truth.effects[2].per.increase: The key 'increase' is missing. Write 'increase:' with a number above 0 and at most 1000000000000."
        },
        {
            "hazard_ratio: 0.52",
            "hazard_ratio: 0",
            "35:39  truth.effects[0].hazard_ratio: '0' is out of range. Write a number from 0.001 to 1000."
        },
        {
            "on: progression, hazard_ratio: 0.52",
            "on: [progression, relapse, progression], hazard_ratio: 0.52",
            "35:26  truth.effects[0].on[1]: 'relapse' is not an event of this scenario. Events: progression, death.\n"
            + "35:35  truth.effects[0].on[2]: 'progression' is named twice. Remove one of the two."
        },
        {
            "hazard_ratio: 0.52, ",
            "",
            "35:7  truth.effects[0].hazard_ratio: The key 'hazard_ratio' is missing. Write 'hazard_ratio:' with a number from 0.001 to 1000, or a mapping with keys from median, log_sd."
        },
        {
            "hazard_ratio: 0.52",
            "hazard_ratio: {median: 0.52, log_sd: 0}",
            "35:62  truth.effects[0].hazard_ratio.log_sd: '0' is out of range. Write a number above 0 and at most 10."
        },
        {
            "hazard_ratio: 0.52",
            "hazard_ratio: {median: 0.52}",
            "35:39  truth.effects[0].hazard_ratio.log_sd: The key 'log_sd' is missing. Write 'log_sd:' with a number above 0 and at most 10."
        },
        {
            "hazard_ratio: 1.1, per",
            "hazard_ratio: {median: 1.1, log_sd: 0.2}, per",
            "37:33  truth.effects[2].hazard_ratio: The factor for an increase of a covariate cannot be drawn. Write a number."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected)
    {
        string[] errors = Reading.Errors(Texts.With(Texts.ThreeArms, passage, replacement));

        Assert.Equal(expected.Split('\n'), errors);
    }
}
