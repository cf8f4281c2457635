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
          states: {response: {levels: [CR, PR, SD], seen_at: scan, changes: {at: first tace, becomes: {CR: 0.2, PR: 0.2}}}}
          events: {progression: {hazard: {median: 7mo}, seen_at: scan}, death: {hazard: {median: 20mo}}}
        """;

    /// <summary>An endpoint and its errors; its analysis fits it.</summary>
    public static TheoryData<string, string, string> Endpoints => new()
    {
        { "{}", "{endpoint: e, method: log_rank}", "?" },
        { "{kind: binary}", "{endpoint: e, method: proportion}", "?" },
        { "{kind: binary, best: {response: CR}, events: [death]}", "{endpoint: e, method: proportion}", "?" },
        { "{kind: binary, best: {respons: CR}}", "{endpoint: e, method: proportion}", "?" },
        { "{kind: binary, best: {response: [CR, XR]}}", "{endpoint: e, method: proportion}", "?" },
        { "{kind: binary, best: {response: CR}, at: {visit: clinic, number: 1}}", "{endpoint: e, method: proportion}", "?" },
        { "{kind: binary, best: {response: CR}, at: {visit: scan, number: 2}}", "{endpoint: e, method: proportion}", "?" },
        { "{kind: binary, best: {response: CR}, at: {visit: scan, number: 1}, by: 3mo}", "{endpoint: e, method: proportion}", "?" },
        { "{kind: binary, events: [death], at: {visit: scan, number: 1}}", "{endpoint: e, method: proportion}", "?" },
        { "{best: {response: CR}}", "{endpoint: e, method: log_rank}", "?" },
        { "{kind: count}", "{endpoint: e, method: mean}", "?" },
        { "{kind: count, sessions_of: sorafenib}", "{endpoint: e, method: mean}", "?" },
        { "{kind: continuous, dose_intensity_of: tace}", "{endpoint: e, method: mean}", "?" },
        { "{kind: continuous, sessions_of: tace}", "{endpoint: e, method: mean}", "?" },
        { "{events: [death], since: progresion}", "{endpoint: e, method: log_rank}", "?" },
        { "{events: [death], since: {state: {response: [CR], other: [A]}}}", "{endpoint: e, method: log_rank}", "?" },
        { "{events: [death], assessed_at: [scam]}", "{endpoint: e, method: log_rank}", "?" },
        { "{events: [death], intercurrent_events: {death: composite, sorafenib: ignored}}", "{endpoint: e, method: log_rank}", "?" },
        { "{events: [death], better: lower}", "{endpoint: e, method: log_rank}", "?" },
        { "{events: [death]}", "{endpoint: e, method: chi_square}", "?" },
        { "{kind: binary, events: [death]}", "{endpoint: e, method: log_rank}", "?" },
        { "{kind: count, sessions_of: tace}", "{endpoint: e, method: fisher}", "?" },
        { "{kind: binary, events: [death]}", "{endpoint: e, method: proportion, interval: log_log}", "?" },
        { "{events: [death]}", "{endpoint: e, method: kaplan_meier_median, interval: wilson}", "?" },
        { "{events: [death]}", "{endpoint: e, method: cumulative_incidence}", "?" },
        { "{events: [death]}", "{endpoint: e, method: log_rank, groups: {}}", "?" },
        { "{events: [death]}", "{endpoint: e, method: log_rank, groups: {had: progression}, compare: [treated, control], strata: []}", "?" },
        { "{events: [death]}", "{endpoint: e, method: global_log_rank, groups: {had: progression}}", "?" },
        { "{events: [death]}", "{endpoint: e, method: cox, groups: {had: progression, landmark: 5mo, time_dependent: true}}", "?" },
        { "{events: [death]}", "{endpoint: e, method: cox, groups: {best: {response: SD}, time_dependent: true}}", "?" },
        { "{events: [death]}", "{endpoint: e, method: cox, groups: {best: {response: CR}, had: progression}}", "?" },
    };

    [Theory, MemberData(nameof(Endpoints)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string endpoint, string analysis, string expected) =>
        Assert.Equal(expected.Split('\n'), Reading.Errors(Of(endpoint, analysis, "{trial_time: 24mo}")));

    [Fact, Trait("Source", "ByHand")]
    public void Read_LookThatWaitsForEventsOfABinaryEndpoint_IsRefused() => Assert.Equal(
        ["?"], Reading.Errors(Of("{kind: binary, events: [death]}", "{endpoint: e, method: proportion}", "{events: {endpoint: e, count: 20}}")));

    private static string Of(string endpoint, string analysis, string look) =>
        Scenario.Replace("ENDPOINT", endpoint, StringComparison.Ordinal).Replace("ANALYSIS", analysis, StringComparison.Ordinal).Replace("LOOK", look, StringComparison.Ordinal);
}
