using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about endpoints of every kind and about groups of patients: the whole text of every message.</summary>
public sealed class EndpointMessageTests
{
    private const string Scenario =
        """
        trialsim: 1
        name: endpoints
        design:
          patients: 60
          arms: {control: {role: control, treatments: [tace]}, treated: {treatments: [tace, sorafenib]}}
          treatments: {tace: {kind: procedure, first: {within: 7d}}, sorafenib: {kind: drug, start: {within: 7d}}}
          visits: {scan: {at: 6w}, clinic: {at: 4w, then_every: 4w}}
          endpoints:
            e: ENDPOINT
          looks: {final: {when: LOOK}}
          analyses:
            a: ANALYSIS
        truth:
          accrual: {duration: 12mo}
          markers: {afp: {measured_at: clinic, profiles: [{values: [{at: 0d, mean: 5, sd: 1}]}]}}
          states: {response: {levels: [CR, PR, SD], seen_at: scan, changes: {at: first tace, becomes: {CR: 0.2, PR: 0.2}}}}
          events: {progression: {hazard: {median: 7mo}, seen_at: scan}, death: {hazard: {median: 20mo}, causes: {liver: 0.6, other: 0.4}}}
        """;

    /// <summary>An endpoint and its errors; its analysis fits it.</summary>
    public static TheoryData<string, string, string> Endpoints => new()
    {
        {
            "{}",
            "{endpoint: e, method: log_rank}",
            "9:8  design.endpoints.e: The key 'events' is missing. Write the events that count, such as events: [progression, death]."
        },
        {
            "{kind: binary}",
            "{endpoint: e, method: proportion}",
            "9:8  design.endpoints.e: None of best, events, adverse_events is here. Write exactly one of them."
        },
        {
            "{kind: binary, best: {response: CR}, events: [death]}",
            "{endpoint: e, method: proportion}",
            "9:8  design.endpoints.e: events, best stand together. Write exactly one of best, events, adverse_events."
        },
        {
            "{kind: binary, best: {respons: CR}}",
            "{endpoint: e, method: proportion}",
            "9:39  design.endpoints.e.best.respons: 'respons' is not a state of this scenario. Did you mean 'response'? States: response."
        },
        {
            "{kind: binary, best: {response: [CR, XR]}}",
            "{endpoint: e, method: proportion}",
            "9:45  design.endpoints.e.best.response[1]: 'XR' is not a level of response. Did you mean 'CR'? Levels: CR, PR, SD."
        },
        {
            "{kind: binary, best: {response: CR}, at: {visit: clinic, number: 1}}",
            "{endpoint: e, method: proportion}",
            "9:57  design.endpoints.e.at.visit: 'clinic' does not look at 'response'. Name one that does: scan."
        },
        {
            "{kind: binary, best: {response: CR}, at: {visit: scan, number: 2}}",
            "{endpoint: e, method: proportion}",
            "9:71  design.endpoints.e.at.number: 'scan' takes place once. Write 1, or give it then_every."
        },
        {
            "{kind: binary, best: {response: CR}, at: {visit: scan, number: 1}, by: 3mo}",
            "{endpoint: e, method: proportion}",
            "9:79  design.endpoints.e.by: 'at' and 'by' both say when it counts. Remove one of the two."
        },
        {
            "{kind: binary, events: [death], at: {visit: scan, number: 1}}",
            "{endpoint: e, method: proportion}",
            "9:44  design.endpoints.e.at: A level is read at a visit, and no levels are named. Write best: with a state and its levels, or by: with a time, or remove it."
        },
        {
            "{best: {response: CR}}",
            "{endpoint: e, method: log_rank}",
            "9:15  design.endpoints.e.best: 'best' belongs to an endpoint of kind binary, and this one is time_to_event, which it is where no kind is written. Remove it, or write the other kind; time_to_event takes events, causes, assessed_at, since, intercurrent_events."
        },
        {
            "{kind: count}",
            "{endpoint: e, method: mean}",
            "9:8  design.endpoints.e: The key 'sessions_of' is missing. Write the procedure whose sessions are counted, such as sessions_of: tace."
        },
        {
            "{kind: count, sessions_of: sorafenib}",
            "{endpoint: e, method: mean}",
            "9:35  design.endpoints.e.sessions_of: 'sorafenib' is a drug, which has no sessions. Name a procedure, or write kind: continuous and dose_intensity_of: sorafenib."
        },
        {
            "{kind: continuous, dose_intensity_of: tace}",
            "{endpoint: e, method: mean}",
            "9:46  design.endpoints.e.dose_intensity_of: 'tace' is a procedure, which is done on a day and not taken. Name a drug, or write kind: count and sessions_of: tace."
        },
        {
            "{kind: continuous, sessions_of: tace}",
            "{endpoint: e, method: mean}",
            "9:40  design.endpoints.e.sessions_of: 'sessions_of' belongs to an endpoint of kind count, and this one is continuous. Remove it, or write the other kind; continuous takes dose_intensity_of, marker, at, change, better."
        },
        {
            "{events: [death], since: progresion}",
            "{endpoint: e, method: log_rank}",
            "9:33  design.endpoints.e.since: 'progresion' is not an event of this scenario. Did you mean 'progression'? Events: progression, death."
        },
        {
            "{events: [death], since: {state: {response: [CR], other: [A]}}}",
            "{endpoint: e, method: log_rank}",
            "9:41  design.endpoints.e.since.state: This names 2 states. Write one state with levels, such as {response: [CR, PR]}."
        },
        {
            "{events: [death], assessed_at: [scam]}",
            "{endpoint: e, method: log_rank}",
            "9:40  design.endpoints.e.assessed_at[0]: 'scam' is not a schedule of visits of this scenario. Did you mean 'scan'? Visits: scan, clinic."
        },
        {
            "{events: [death], intercurrent_events: {death: composite, sorafenib: ignored}}",
            "{endpoint: e, method: log_rank}",
            "9:55  design.endpoints.e.intercurrent_events.death: 'death' is an event of the endpoint itself, so it does not intervene. Remove it here, or from events.\n"
            + "9:77  design.endpoints.e.intercurrent_events.sorafenib: 'ignored' is not known here. Write one of treatment_policy, while_on_treatment, composite, hypothetical."
        },
        {
            "{events: [death], better: lower}",
            "{endpoint: e, method: log_rank}",
            "9:34  design.endpoints.e.better: 'better' belongs to an endpoint of kind binary or count or continuous, and this one is time_to_event, which it is where no kind is written. Remove it, or write the other kind; time_to_event takes events, causes, assessed_at, since, intercurrent_events."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: chi_square}",
            "12:30  design.analyses.a.method: 'e' is a time_to_event endpoint, which chi_square cannot analyse. Write one of log_rank, max_combo, global_log_rank, log_rank_trend, cox, kaplan_meier_median, milestone, rmst, median_follow_up, cumulative_incidence, one_sample_log_rank, posterior_probability, predictive_probability."
        },
        {
            "{kind: binary, events: [death]}",
            "{endpoint: e, method: log_rank}",
            "12:30  design.analyses.a.method: 'e' is a binary endpoint, which log_rank cannot analyse. Write one of proportion, chi_square, fisher, exact_binomial, posterior_probability, predictive_probability."
        },
        {
            "{kind: count, sessions_of: tace}",
            "{endpoint: e, method: fisher}",
            "12:30  design.analyses.a.method: 'e' is a count endpoint, which fisher cannot analyse. Write one of mean, t_test."
        },
        {
            "{kind: binary, events: [death]}",
            "{endpoint: e, method: proportion, interval: log_log}",
            "12:52  design.analyses.a.interval: 'log_log' is a scale of the interval of a curve. Write one of wilson, clopper_pearson."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: kaplan_meier_median, interval: wilson}",
            "12:61  design.analyses.a.interval: 'wilson' is an interval of a proportion. Write one of log, log_log, plain, logit, arc_sine."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: cumulative_incidence}",
            "12:8  design.analyses.a: The key 'time' is missing. Write the time by which events count, such as time: 12mo."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: log_rank, groups: {}}",
            "12:48  design.analyses.a.groups: None of best, had is here. Write exactly one of them."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: log_rank, groups: {had: progression}, compare: [treated, control], strata: []}",
            "12:77  design.analyses.a.compare: 'compare' has no meaning for log_rank with groups. Remove it; log_rank with groups takes groups, arms, weight.\n"
            + "12:105  design.analyses.a.strata: 'strata' has no meaning for log_rank with groups. Remove it; log_rank with groups takes groups, arms, weight."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: global_log_rank, groups: {had: progression}}",
            "12:55  design.analyses.a.groups: 'groups' has no meaning for global_log_rank. Remove it; global_log_rank takes strata, weight."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: cox, groups: {had: progression, landmark: 5mo, time_dependent: true}}",
            "12:43  design.analyses.a.groups: A landmark fixes the groups on a day, and time_dependent lets patients change them. Write landmark: none, or time_dependent: false."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: cox, groups: {best: {response: SD}, time_dependent: true}}",
            "12:50  design.analyses.a.groups.best: A level that is better than these can follow, and the patient would leave the group again, which time_dependent does not follow. Name the first 1 of the list."
        },
        {
            "{events: [death]}",
            "{endpoint: e, method: cox, groups: {best: {response: CR}, had: progression}}",
            "12:43  design.analyses.a.groups: had, best stand together. Write exactly one of best, had."
        },
        {
            "{kind: continuous, marker: afp}",
            "{endpoint: e, method: mean}",
            "9:8  design.endpoints.e: The key 'at' is missing. Write the visit, such as at: {visit: imaging, number: 2}."
        },
        {
            "{kind: continuous, marker: afu, at: {visit: clinic, number: 1}}",
            "{endpoint: e, method: mean}",
            "9:35  design.endpoints.e.marker: 'afu' is not a marker of this scenario. Did you mean 'afp'? Markers: afp."
        },
        {
            "{kind: continuous, marker: afp, at: {visit: scan, number: 1}}",
            "{endpoint: e, method: mean}",
            "9:52  design.endpoints.e.at.visit: 'scan' does not look at 'afp'. Name one that does: clinic."
        },
        {
            "{kind: continuous, marker: afp, at: {visit: clinic, number: 1}, change: relative}",
            "{endpoint: e, method: mean}",
            "9:68  design.endpoints.e.at.number: A change counts from an earlier measurement, and at the first visit there is none. Write 2 or more, or change: none."
        },
        {
            "{kind: continuous, dose_intensity_of: sorafenib, change: relative}",
            "{endpoint: e, method: mean}",
            "9:65  design.endpoints.e.change: 'change' belongs to a marker. Remove it."
        },
        {
            "{kind: continuous, marker: afp, dose_intensity_of: sorafenib, at: {visit: clinic, number: 2}}",
            "{endpoint: e, method: mean}",
            "9:8  design.endpoints.e: dose_intensity_of, marker stand together. Write exactly one of dose_intensity_of, marker."
        },
        {
            "{events: [death], causes: [livr]}",
            "{endpoint: e, method: log_rank}",
            "9:35  design.endpoints.e.causes[0]: 'livr' is not a cause of the events of this endpoint. Did you mean 'liver'? Causes: liver, other."
        },
        {
            "{events: [progression], causes: [liver]}",
            "{endpoint: e, method: log_rank}",
            "9:41  design.endpoints.e.causes[0]: 'liver' is not a cause of the events of this endpoint. There are no causes."
        },
        {
            "{events: [death], causes: []}",
            "{endpoint: e, method: log_rank}",
            "9:34  design.endpoints.e.causes: This is empty. Write at least 1."
        },
        {
            "{kind: binary, adverse_events: {grade: 3}}",
            "{endpoint: e, method: proportion}",
            "9:39  design.endpoints.e.adverse_events: No event has grades. Write them with the event, such as grades: {1: 0.5, 2: 0.3, 3: 0.2}."
        },
        {
            "{kind: binary, adverse_events: {grade: 6, of: [progression]}}",
            "{endpoint: e, method: proportion}",
            "9:47  design.endpoints.e.adverse_events.grade: '6' is out of range. Write a whole number from 1 to 5.\n"
            + "9:55  design.endpoints.e.adverse_events.of[0]: 'progression' has no grades. Write them with the event, such as grades: {1: 0.5, 2: 0.3, 3: 0.2}, or ask by {had: progression}."
        },
    };

    [Theory, MemberData(nameof(Endpoints)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string endpoint, string analysis, string expected) =>
        Assert.Equal(expected.Split('\n'), Reading.Errors(Of(endpoint, analysis, "{trial_time: 24mo}")));

    [Fact, Trait("Source", "ByHand")]
    public void Read_LookThatWaitsForEventsOfABinaryEndpoint_IsRefused() => Assert.Equal(
        ["10:45  design.looks.final.when.events.endpoint: 'e' is no time to an event, so a look cannot wait for its events. Name an endpoint of kind time_to_event."], Reading.Errors(Of("{kind: binary, events: [death]}", "{endpoint: e, method: proportion}", "{events: {endpoint: e, count: 20}}")));

    private static string Of(string endpoint, string analysis, string look) =>
        Scenario.Replace("ENDPOINT", endpoint, StringComparison.Ordinal).Replace("ANALYSIS", analysis, StringComparison.Ordinal).Replace("LOOK", look, StringComparison.Ordinal);
}
