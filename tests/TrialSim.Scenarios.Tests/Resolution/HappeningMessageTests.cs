using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Mistakes in states, chances and conditions over them.</summary>
public sealed class HappeningMessageTests
{
    private const string Happenings =
        """
        trialsim: 1
        name: states
        design:
          patients: 100
          arms: {tace: {role: control, treatments: [tace]}}
          treatments:
            tace: {kind: procedure, first: {within: 0d}, repeat: {every: 6w}, stop_if: {any: [progression, {state: {response: CR}}, {passed: 12mo}]}}
          visits:
            imaging: {after: each tace, at: 5w}
          endpoints: {pfs: {events: [progression, death]}}
          looks: {final: {when: {follow_up_of_last_patient: 12mo}}}
          analyses: {median: {endpoint: pfs, method: kaplan_meier_median}}
        truth:
          accrual: {duration: 12mo}
          states:
            response:
              levels: [CR, PR, PD]
              starts: none
              seen_at: imaging
              changes:
                - {at: imaging, if: {not: {state: {response: CR}}}, becomes: {CR: 0.2, PD: 0.3}}
                - {at: worsening, becomes: next}
          events:
            worsening: {hazard: {median: 9mo}, only_while: {passed: {since: each tace, time: 1w}}}
            progression: {when: {state: {response: [PD]}}, seen_at: imaging}
            death: {hazard: {median: 20mo}, chances: [{at: each tace, if: worsening, probability: 0.04}]}
          effects:
            - {on: death, hazard_ratio: 2, while: progression}
        """;

    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Errors => new()
    {
        { "becomes: {CR: 0.2, PD: 0.3}", "becomes: {CR: 0.8, PD: 0.3}", "21:70  truth.states.response.changes[0].becomes: The probabilities sum to 1.1. Write probabilities that sum to 1 at most; the rest is that it stays as it is." },
        { "becomes: {CR: 0.2, PD: 0.3}", "becomes: {CR: 0.2, SD: 0.3}", "21:84  truth.states.response.changes[0].becomes.SD: 'SD' is not a level of response. Did you mean 'PD'? Levels: CR, PR, PD." },
        { "becomes: {CR: 0.2, PD: 0.3}", "becomes: {CR: 1.2}", "21:75  truth.states.response.changes[0].becomes.CR: '1.2' is out of range. Write a number from 0 to 1." },
        { "starts: none", "starts: SD", "18:15  truth.states.response.starts: 'SD' is not a level of response. Did you mean 'PD'? Levels: CR, PR, PD." },
        { "levels: [CR, PR, PD]", "levels: [CR, PR, PD, next]", "17:28  truth.states.response.levels[3]: 'next' is a word of the language. Give the level another name." },
        { "levels: [CR, PR, PD]", "levels: [CR, PR, PD, CR]", "17:28  truth.states.response.levels[3]: 'CR' is named twice. Remove one of the two." },
        { "at: worsening", "at: worsenin", "22:16  truth.states.response.changes[1].at: 'worsenin' is not an occasion. Did you mean 'worsening'? Occasions: randomisation, tace, imaging, worsening, progression, death." },
        { "at: each tace,", "at: tace,", "26:52  truth.events.death.chances[0].at: 'tace' can have several sessions. Write 'each tace' or 'first tace'." },
        { "{state: {response: CR}}, {passed", "{state: {response: SD}}, {passed", "7:119  design.treatments.tace.stop_if.any[1].state.response[0]: 'SD' is not a level of response. Did you mean 'PD'? Levels: CR, PR, PD." },
        { "{state: {response: CR}}, {passed", "{state: {respons: CR}}, {passed", "7:118  design.treatments.tace.stop_if.any[1].state.respons: 'respons' is not a state of this scenario. Did you mean 'response'? States: response." },
        { "{passed: 12mo}", "{passed: 0d}", "7:134  design.treatments.tace.stop_if.any[2].passed: '0d' is out of range. Write a duration above 0, such as 6w or 18mo." },
        { "time: 1w", "since: 1w", "24:80  truth.events.worsening.only_while.passed.since: 'since' is written twice; it first stands at line 24, column 62. Remove one of the two." },
        { "{since: each tace, time: 1w}", "{since: each tace}", "24:61  truth.events.worsening.only_while.passed: Nothing says how much time. Write time: with a duration, such as {since: each tace, time: 6w}." },
        { "when: {state: {response: [PD]}}", "when: progression", "25:25  truth.events.progression.when: 'progression' waits for itself. Name another event, or a state." },
        { "at: each tace, if: worsening", "at: death, if: worsening", "26:52  truth.events.death.chances[0].at: 'death' cannot be brought about by itself. Name another occasion." },
        { "probability: 0.04", "probability: 4%", "26:91  truth.events.death.chances[0].probability: '4%' is not a number. Write a number above 0 and at most 1. Did you mean 0.04?" },
        { "{when: {state: {response: [PD]}}, seen_at: imaging}", "{seen_at: imaging}", "25:18  truth.events.progression.hazard: The key 'hazard' is missing. Write 'hazard:' with a mapping with keys from family, median, per_day, per_week, per_month, per_year, scale, survival, quantiles, shape, sigma, q, shape_per_month, piecewise, cured_probability, uncured, by_arm, by_covariate, or the word none, or say by when: or chances: what brings the event about." },
    };

    /// <summary>A passage of the scenario, what replaces it, and all warnings that this gives.</summary>
    public static TheoryData<string, string, string> Warnings => new()
    {
        { "if: {not: {state: {response: CR}}}", "if: {all: [{state: {response: CR}}, {state: {response: PR}}]}", "21:29  truth.states.response.changes[0].if: This can never hold, so the rule is never used." },
        { "when: {state: {response: [PD]}}", "when: {all: [{state: {response: PD}}, {not: {state: {response: [PR, PD]}}}]}", "25:25  truth.events.progression.when: This can never hold, so it never brings the event about." },
        { "if: worsening", "if: {all: [worsening, {not: worsening}]}", "26:67  truth.events.death.chances[0].if: This can never hold, so the rule is never used." },
    };

    [Fact, Trait("Source", "ByHand")]
    public void Read_Happenings_AreValidAndResolveToThemselves()
    {
        Assert.Empty(Reading.Warnings(Happenings));
        string resolved = Reading.Valid(Happenings).ResolvedYaml;
        Assert.Equal(resolved, Reading.Valid(resolved).ResolvedYaml);
    }

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Errors))]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Reading.Errors(Texts.With(Happenings, passage, replacement))), StringComparison.Ordinal);

    [Theory, Trait("Source", "ByHand")]
    [MemberData(nameof(Warnings))]
    public void Read_ProbablyNotMeant_Warns(string passage, string replacement, string expected) =>
        Assert.Equal([expected], Reading.Warnings(Texts.With(Happenings, passage, replacement)));
}
