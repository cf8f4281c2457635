using Xunit;

namespace TrialSim.Scenarios.Tests.Parsing;

/// <summary>Errors about keys, kinds and YAML features: the whole text of every message.</summary>
public sealed class StructureMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "  patients: 107",
            "  pateints: 107",
            "4:3  design.pateints: 'pateints' is not a key here. Did you mean 'patients'? Keys allowed here: patients, arms, allocation, treatments, visits, max_follow_up, endpoints, looks, analyses, testing, decisions."
        },
        {
            "  patients: 107\n",
            "",
            "3:1  design.patients: The key 'patients' is missing. Write 'patients:' with a whole number from 1 to 1000000."
        },
        {
            "  patients: 107",
            "  patients: 107.5\n  patients: 3",
            "4:13  design.patients: '107.5' is not a whole number. Write a whole number from 1 to 1000000, in digits only.\n"
            + "5:3  design.patients: 'patients' is written twice; it first stands at line 4, column 3. Remove one of the two."
        },
        {
            "  patients: 107",
            "  patients: [107]",
            "4:13  design.patients: A list stands here. Write a whole number from 1 to 1000000."
        },
        {
            "  patients: 107",
            "  patients: {a: 1}",
            "4:13  design.patients: A mapping stands here. Write a whole number from 1 to 1000000."
        },
        {
            "  patients: 107",
            "  patients: *p",
            "4:13  design.patients: '*p' is an alias; aliases are not part of the scenario language. Write the value out here."
        },
        {
            "  patients: 107",
            "  patients: &p 107",
            "4:13  design.patients: '&p' is an anchor; anchors are not part of the scenario language. Remove it."
        },
        {
            "  patients: 107",
            "  patients: !!int 107",
            "4:13  design.patients: 'tag:yaml.org,2002:int' is a tag; tags are not part of the scenario language. Remove it."
        },
        {
            "  patients: 107",
            "  patients: 107\n  <<: {a: 1}",
            "5:3  design.<<: '<<' merges another mapping; merge keys are not part of the scenario language. Write the keys out here."
        },
        {
            "  patients: 107",
            "  patients: 107\n  ? [a, b]\n  : 3",
            "5:5  design: A mapping or list stands where a key should. Write 'key: value'."
        },
        {
            "  patients: 107",
            "  patients: 107\n  kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: 3",
            "5:3  design.kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…: This key has 61 characters. Write at most 60."
        },
        {
            "  patients: 107",
            "  patients: 107\n  a.bcdefghijkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: 3",
            "5:3  design.a.bcdefghijkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…: This key has 61 characters. Write at most 60."
        },
        {
            "    control: {role: control}",
            "    control: {role: control}\n    kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: {role: experimental}",
            "7:5  design.arms.kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…: This key has 61 characters. Write at most 60."
        },
        {
            "    control: {role: control}",
            "    Control: {role: Control}",
            "6:5  design.arms.Control: 'Control' is not a name. Write lower-case letters, digits and underscores, beginning with a letter.\n"
            + "6:21  design.arms.Control.role: 'Control' is not known here. Did you mean 'control'? Write one of control, experimental.\n"
            + "13:14  design.analyses.os_test: The key 'compare' is missing; only of two arms one of which is the control is it known. Write compare: [experimental arm, control arm].\n"
            + "17:40  truth.events.death.hazard.by_arm.control: 'control' is not an arm of this scenario. Did you mean 'Control'? Arms: Control, treated."
        },
        {
            "treated: {}",
            "treated: {rol: control}",
            "7:15  design.arms.treated.rol: 'rol' is not a key here. Did you mean 'role'? Keys allowed here: role, treatments."
        },
        {
            "treated: {}",
            "treated: 3",
            "7:14  design.arms.treated: '3' stands here. Write a mapping with keys from role, treatments."
        },
        {
            "treated: {}",
            "treated:",
            "7:13  design.arms.treated: Nothing is written here. Write a mapping with keys from role, treatments."
        },
        {
            "treated: {}",
            "a1: {}\n    a2: {}\n    a3: {}\n    a4: {}\n    a5: {}\n    a6: {}\n    a7: {}\n    a8: {}\n    a9: {}\n    a10: {}\n    a11: {}\n    a12: {}\n    a13: {}\n    a14: {}\n    a15: {}\n    treated: {}",
            "5:3  design.arms: There are 17. Write at most 16.\n"
            + "28:14  design.analyses.os_test: The key 'compare' is missing; only of two arms one of which is the control is it known. Write compare: [experimental arm, control arm].\n"
            + "32:30  truth.events.death.hazard.by_arm: There is no entry for a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15. Write a hazard for each arm; none where the event never happens."
        },
        {
            "truth:",
            "truth: 3\ntrut:",
            "14:8  truth: '3' stands here. Write a mapping with keys from sites, accrual, covariates, events, states, markers, frailty, effects, timing, uptake, missed_visits, reading_errors, loss_to_follow_up, source.\n"
            + "15:1  trut: 'trut' is not a key here. Did you mean 'truth'? Keys allowed here: trialsim, name, description, extends, design, truth, targets, sweep, run."
        },
        {
            "  analyses:\n    os_test: {endpoint: os, method: log_rank}",
            "  analyses:",
            "12:12  design.analyses: Nothing is written here. Write a mapping of names, each with an analysis, a mapping with keys from endpoint, method, weight, weights, scores, time, horizon, test, contrast, variance, compare, arms, at, strata, confidence, interval, groups, correction, variances, arm, margin, followed_for, null_probability, null_hazard, prior, control_prior, exceeds, hazard_ratio_below, threshold, final_threshold, patients_per_arm, final_events."
        },
        {
            "  analyses:\n    os_test: {endpoint: os, method: log_rank}",
            "  analyses: {}",
            "12:13  design.analyses: This is empty. Write at least 1."
        },
        {
            "  analyses:\n    os_test: {endpoint: os, method: log_rank}",
            "  analyses: [os_test]",
            "12:13  design.analyses: A list stands here. Write a mapping of names, each with an analysis, a mapping with keys from endpoint, method, weight, weights, scores, time, horizon, test, contrast, variance, compare, arms, at, strata, confidence, interval, groups, correction, variances, arm, margin, followed_for, null_probability, null_hazard, prior, control_prior, exceeds, hazard_ratio_below, threshold, final_threshold, patients_per_arm, final_events."
        },
        {
            "trialsim: 1\nname: two-arms",
            "name: two-arms\ntrialsim: 2",
            "2:1  trialsim: 'trialsim' is not the first key. Write 'trialsim: 1' at the top of the file.\n"
            + "2:11  trialsim: '2' is out of range. Write 1."
        },
        {
            "trialsim: 1\n",
            "",
            "1:1  trialsim: The key 'trialsim' is missing. Write 'trialsim:' with 1."
        },
        {
            "{events: [death]}",
            "{events: death}",
            "9:18  design.endpoints.os.events: 'death' stands here. Write a list of names in brackets, [a, b]."
        },
        {
            "{events: [death]}",
            "{events: []}",
            "9:18  design.endpoints.os.events: This is empty. Write at least 1."
        },
        {
            "{events: [death]}",
            "{kind: bimary, events: [death, death]}",
            "9:16  design.endpoints.os.kind: 'bimary' is not known here. Did you mean 'binary'? Write one of time_to_event, binary, count, continuous.\n"
            + "9:40  design.endpoints.os.events[1]: 'death' is named twice. Remove one of the two."
        },
        {
            "{events: [death]}",
            "{events: [[death]]}",
            "9:19  design.endpoints.os.events[0]: A list stands here. Write a text."
        },
        {
            "name: two-arms",
            "name: two-arms\n...\n---\nname: x",
            "1:1  design: The key 'design' is missing. Write 'design:' with a mapping with keys from patients, arms, allocation, treatments, visits, max_follow_up, endpoints, looks, analyses, testing, decisions.\n"
            + "1:1  truth: The key 'truth' is missing. Write 'truth:' with a mapping with keys from sites, accrual, covariates, events, states, markers, frailty, effects, timing, uptake, missed_visits, reading_errors, loss_to_follow_up, source.\n"
            + "4:1  A second document begins here ('---'); a file holds one scenario. Put it into a file of its own."
        },
        {
            ", method: log_rank",
            ", method: log_rank, at: {}",
            "13:51  design.analyses.os_test.at: A mapping stands here. Write a list of names in brackets, [a, b]."
        },
    };

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected)
    {
        string[] errors = Reading.Errors(Texts.With(Texts.TwoArms, passage, replacement));

        Assert.Equal(expected.Split('\n'), errors);
    }
}
