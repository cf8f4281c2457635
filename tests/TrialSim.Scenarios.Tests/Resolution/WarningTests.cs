using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>What is allowed and probably not meant.</summary>
public sealed class WarningTests
{
    /// <summary>A passage of the scenario of three arms, what replaces it, and the warnings that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "name: three-arms", "name: three-arms", "" },
        {
            "    progression: {hazard: {median: 7mo}}",
            "    progression: {hazard: {median: 7mo}}\n    relapse: {hazard: {median: 7mo}}",
            "30:14  truth.events.relapse: Nothing uses the event 'relapse'. Name it in an endpoint, or remove it."
        },
        {
            "    bclc: {B: 0.7, C: 0.3}",
            "    bclc: {B: 0.7, C: 0.3}\n    sex: {f: 0.5, m: 0.5}",
            "25:10  truth.covariates.sex: Nothing uses the covariate 'sex'. Name it in an effect, a hazard, strata or an enrol_only, or remove it."
        },
        {
            "    os: {kind: time_to_event, events: [death]}",
            "    os: {kind: time_to_event, events: [death]}\n    ttp: {events: [progression]}",
            "11:10  design.endpoints.ttp: No analysis uses the endpoint 'ttp'. Analyse it, or remove it."
        },
        {
            "    os_sor: {endpoint: os, method: cox, compare: [tace_sorafenib, tace], confidence: 0.9, at: final}\n"
            + "    os_median: {endpoint: os, method: kaplan_meier_median, arms: [tace], interval: log_log}\n"
            + "    pfs_12mo: {endpoint: pfs,",
            "    os_sor: {endpoint: os, method: cox, compare: [tace_sorafenib, tace], at: final}\n    pfs_12mo: {endpoint: pfs, at: final,",
            "13:14  design.looks.interim: No analysis is done at the look 'interim'. Name it in an 'at', or remove it."
        },
        {
            "max_follow_up: 60mo",
            "max_follow_up: 10mo",
            "14:19  design.looks.final.when: The look waits 24mo after the last patient, and nobody is followed longer than 10mo. Nothing more is seen after that.\n"
            + "19:56  design.analyses.pfs_12mo.time: The milestone 12mo lies after the end of follow-up at 10mo, so it cannot be estimated."
        },
        {
            "while: {arm: tace_rfa}",
            "while: {all: [{arm: tace}, {arm: tace_rfa}]}",
            "35:52  truth.effects[0].while: No patient ever meets this condition, so the effect does nothing."
        },
    };

    [Fact, Trait("Source", "ByHand")]
    public void Read_CovariateThatOnlyADecisionUses_IsUsed()
    {
        string yaml = Texts.With(Texts.With(Texts.Adaptive, "covariates: {stage: {B: 0.7, C: 0.3}}", "covariates: {stage: {B: 0.7, C: 0.3}, sex: {f: 0.5, m: 0.5}}"), "enrol_only: {stage: B}", "enrol_only: {sex: m}");

        Assert.DoesNotContain(Reading.Warnings(yaml), warning => warning.Contains("truth.covariates.sex", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_AllowedButStrange_Warns(string passage, string replacement, string expected)
    {
        string[] warnings = Reading.Warnings(Texts.With(Texts.ThreeArms, passage, replacement));

        Assert.Equal(expected.Length == 0 ? [] : expected.Split('\n'), warnings);
    }
}
