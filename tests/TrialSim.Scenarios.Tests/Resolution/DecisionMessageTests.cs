using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Errors about decisions: the whole text of every message.</summary>
public sealed class DecisionMessageTests
{
    /// <summary>A passage of the scenario, what replaces it, and all errors that this gives.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "    harm: {at: safety",
            "    interim: {at: safety",
            "33:14  design.decisions.interim: 'interim' is an analysis or a look too, and results name both. Write another name.\n"
            + "34:97  design.decisions.short.if.any[1].not.decided: 'harm' is not a decision of this scenario. Decisions: interim, short, drop_weak, drop_high, pick, larger, enrich, ratio, blinded, late."
        },
        {
            "at: safety, if: {hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "at: safety, if: {hazard_ratio: {analysis: os_low, above: 1.5}}",
            "33:54  design.decisions.harm.if.hazard_ratio.analysis: 'os_low' estimates no hazard ratio. Name an analysis of method cox."
        },
        {
            "{hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "{hazard_ratio: {analysis: os_cox}}",
            "33:43  design.decisions.harm.if.hazard_ratio: Neither above nor below is here. Write at least one of them."
        },
        {
            "{hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "{z: {analysis: os_median, above: 1.5}}",
            "33:43  design.decisions.harm.if.z.analysis: 'os_median' tests nothing, so it has no z. Name an analysis that tests."
        },
        {
            "{hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "{z: {analysis: os_high, above: 1.5, below: 1}}",
            "33:32  design.decisions.harm.if.z: No number is above the one and below the other. Write above smaller than below.\n"
            + "33:43  design.decisions.harm.if.z.analysis: 'os_high' is not done at 'safety', so there is nothing to decide by. Name the look in its 'at', or decide where it is done."
        },
        {
            "{hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "{p_value: {analysis: os_cox, above: -1, below: 3}}",
            "33:64  design.decisions.harm.if.p_value.above: -1 is no probability, and p_value is one. Write a number from 0 to 1.\n"
            + "33:75  design.decisions.harm.if.p_value.below: 3 is no probability, and p_value is one. Write a number from 0 to 1."
        },
        {
            "{hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "{rejected: os_low}",
            "33:39  design.decisions.harm.if.rejected: 'os_low' is not done at 'safety' or before, so there is no verdict. Name the look in its 'at', or decide later."
        },
        {
            "{hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "allways",
            "33:28  design.decisions.harm.if: 'allways' is no condition. Write always, or a mapping such as {rejected: …}.\n"
            + "34:12  design.decisions.short: 'harm' always ends the trial at 'safety', so this is never asked there. Give that one a condition, or put this one first.\n"
            + "41:14  design.decisions.blinded: 'harm' always ends the trial at 'safety', so this is never asked there. Give that one a condition, or put this one first."
        },
        {
            "then: {stop: harm}",
            "then: stop",
            "33:82  design.decisions.harm.then: 'stop' is nothing that a decision does. Write stop_accrual, or a mapping with one of stop, drop_arms, keep_best, reestimate, reestimate_blinded, enrol_only, allocate."
        },
        {
            "arm: low, below: 6mo",
            "below: 6mo",
            "34:35  design.decisions.short.if.any[0].estimate: 'os_median' has a figure for each of control, low, high. Write arm: with one of them."
        },
        {
            "arm: low, below: 6mo",
            "arm: low, below: 6",
            "34:74  design.decisions.short.if.any[0].estimate.below: The estimate is a time, and this is a number. Write a duration, such as 12mo."
        },
        {
            "{decided: harm}",
            "{decided: short}",
            "34:97  design.decisions.short.if.any[1].not.decided: 'short' asks whether it has been taken itself, which it never has by then. Name an earlier decision."
        },
        {
            "enrol_only: {stage: B}",
            "enrol_only: {}",
            "39:146  design.decisions.enrich.then.enrol_only: This is empty. Write at least 1."
        },
        {
            "{decided: harm}",
            "{decided: late}",
            "34:97  design.decisions.short.if.any[1].not.decided: 'late' is asked after this one, so it is never taken by then. Put it earlier in the list."
        },
        {
            "{decided: harm}",
            "{decided: harmful}",
            "34:97  design.decisions.short.if.any[1].not.decided: 'harmful' is not a decision of this scenario. Decisions: harm, short, drop_weak, drop_high, pick, larger, enrich, ratio, blinded, late."
        },
        {
            "if: {futile: os_high}",
            "if: {futile: os_cox}",
            "36:45  design.decisions.drop_high.if.futile: 'os_cox' has no futility bounds, so it is never futile. Write futility under testing.sequential.os_cox, or another condition."
        },
        {
            "{arms: high}",
            "{arms: control}",
            "36:80  design.decisions.drop_high.then.drop_arms.arms: 'control' is the control, against which the others are tested. Name experimental arms."
        },
        {
            "{arms: high}",
            "{arms: high, z_below: 0}",
            "36:95  design.decisions.drop_high.then.drop_arms.z_below: 'z_below' has no meaning beside arms. Remove one of the two."
        },
        {
            "{analyses: [os_low, os_high], z_below: 0}",
            "{analyses: [os_low, os_high], z_below: 4}",
            "35:89  design.decisions.drop_weak.then.drop_arms.z_below: At 'interim' an arm is dropped with a Z that has already passed the efficacy bound of 2.42386. Write less.\n"
            + "35:89  design.decisions.drop_weak.then.drop_arms.z_below: At 'interim' an arm is dropped with a Z that has already passed the efficacy bound of 2.73028. Write less."
        },
        {
            "{analyses: [os_low, os_high], z_below: 0}",
            "{analyses: [os_low, os_cox], hazard_ratio_above: 1}",
            "35:62  design.decisions.drop_weak.then.drop_arms.analyses[0]: 'os_low' estimates no hazard ratio. Name an analysis of method cox.\n"
            + "35:70  design.decisions.drop_weak.then.drop_arms.analyses[1]: 'low' is compared twice, and only one of the two can decide. Remove one."
        },
        {
            "{analyses: [os_low, os_high], z_below: 0}",
            "{z_below: 0}",
            "35:50  design.decisions.drop_weak.then.drop_arms: Nothing says which arms. Write analyses: with the comparisons whose experimental arms may go, or arms: with names."
        },
        {
            "{analyses: [os_low, os_high], z_below: 0}",
            "{analyses: [os_low, os_median], z_below: 0}",
            "35:70  design.decisions.drop_weak.then.drop_arms.analyses[1]: 'os_median' does not compare two arms, so it tells of no arm whether to go on. Name comparisons with the control."
        },
        {
            "keep_best: {analyses: [os_low, os_high]}",
            "keep_best: {analyses: [os_low, os_high], by: probability}",
            "37:55  design.decisions.pick.then.keep_best.analyses[0]: 'os_low' weighs no probability. Name an analysis of method posterior_probability or predictive_probability.\n"
            + "37:63  design.decisions.pick.then.keep_best.analyses[1]: 'os_high' weighs no probability. Name an analysis of method posterior_probability or predictive_probability."
        },
        {
            "keep_best: {analyses: [os_low, os_high]}",
            "keep_best: {analyses: [os_low, os_high], count: 2}",
            "37:80  design.decisions.pick.then.keep_best.count: 2 of the 2 arms stay, so none is dropped. Write fewer, or remove the decision."
        },
        {
            "max: 400",
            "max: 241",
            "38:113  design.decisions.larger.then.reestimate.max: 241 is not more than the 241 that 'final' waits for, so nothing could change. Write more."
        },
        {
            "max: 400",
            "max: 700",
            "38:113  design.decisions.larger.then.reestimate.max: 700 events cannot come from 600 patients. Write at most 600."
        },
        {
            "max: 400",
            "look: interim, max: 400",
            "38:114  design.decisions.larger.then.reestimate.look: 'interim' does not come after 'interim', where this is decided. Name a later look.\n"
            + "38:114  design.decisions.larger.then.reestimate.look: 'interim' is not the last look of 'os_low', by which conditional power is judged. Write final."
        },
        {
            "at: interim, then: {reestimate: {analysis: os_low",
            "at: final, then: {reestimate: {analysis: os_low",
            "38:55  design.decisions.larger.then.reestimate.analysis: 'final' is the last look of 'os_low', after which no power is left. Decide earlier."
        },
        {
            "zone: {from: 0.3}",
            "zone: {from: 0.9, to: 0.4}",
            "38:95  design.decisions.larger.then.reestimate.zone: No conditional power lies above 0.9 and below 0.4. Write from smaller than to."
        },
        {
            "reestimate: {analysis: os_low",
            "reestimate: {analysis: os_cox",
            "38:57  design.decisions.larger.then.reestimate.analysis: 'os_cox' has no bounds that it could still reach, so there is no conditional power. Put it under testing.sequential."
        },
        {
            "reestimate: {analysis: os_low",
            "reestimate: {analysis: os_high",
            "38:46  design.decisions.larger.then.reestimate.look: 'os_high' is planned for an information of 240, and 'final' waits for 241, so raising the one does not raise the other as much. "
            + "Write a look that waits for what 'os_high' compares, and no more, or the same number under testing.sequential.os_high.information."
        },
        {
            "    interim: {when: {information: {of: final, fraction: 0.5}}, decided_after: 1mo}\n"
            + "    final: {when: {events: {endpoint: os, count: 241, arms: [low, control]}}}",
            "    interim: {when: {events: {endpoint: os, count: 121, arms: [low, control]}}, decided_after: 1mo}\n"
            + "    final: {when: {any: [{events: {endpoint: os, count: 241, arms: [low, control]}}, {patients_randomised: 500}]}}",
            "38:46  design.decisions.larger.then.reestimate.look: 'final' waits for 2 numbers of events or patients, and it is not known which to raise. Write one of them in its 'when'."
        },
        {
            "proportion: 0.3",
            "sd: 3",
            "41:77  design.decisions.blinded.then.reestimate_blinded.sd: 'marker' is a binary endpoint. Write proportion: instead, with what was planned."
        },
        {
            "max: 900",
            "max: 600",
            "41:95  design.decisions.blinded.then.reestimate_blinded.max: 600 is not more than the 600 patients that are planned, so nothing could change. Write more."
        },
        {
            "{stage: B}",
            "{stage: D}",
            "39:154  design.decisions.enrich.then.enrol_only.stage[0]: 'D' is not a level of stage. Levels: B, C."
        },
        {
            "{stage: B}",
            "{stage: [B, C]}",
            "39:154  design.decisions.enrich.then.enrol_only.stage: All levels of 'stage' stand here, which excludes nobody. Leave one out."
        },
        {
            "{control: 1, low: 2, high: 0}",
            "{control: 0, low: 0, high: 0}",
            "40:124  design.decisions.ratio.then.allocate.ratio: All weights are 0, so nobody could be allocated. Write a weight above 0, or then: stop_accrual."
        },
        {
            "{control: 1, low: 2, high: 0}",
            "{control: 1, low: 2}",
            "40:124  design.decisions.ratio.then.allocate.ratio: There is no entry for high. Write its weight, such as 1, or 0."
        },
        {
            "late: {at: final, if: {rejected: os_low}, then: {stop: efficacy}}",
            "late: {at: interim, if: {futile: os_high}, then: {stop: efficacy}}\n    again: {at: interim, if: {futile: os_high}, then: {stop: futility}}",
            "43:12  design.decisions.again: 'late' does something else at 'interim' under the same condition. Remove one of the two, or change its condition."
        },
        {
            "harm: {at: safety, if: {hazard_ratio: {analysis: os_cox, above: 1.5}}",
            "harm: {at: safety",
            "34:12  design.decisions.short: 'harm' always ends the trial at 'safety', so this is never asked there. Give that one a condition, or put this one first.\n"
            + "41:14  design.decisions.blinded: 'harm' always ends the trial at 'safety', so this is never asked there. Give that one a condition, or put this one first."
        },
        {
            "{rate: {per_month: 25}}",
            "{duration: 24mo}",
            "41:95  design.decisions.blinded.then.reestimate_blinded.max: Accrual is written as 600 patients within 24mo, after whom nobody comes. Write truth.accrual with {rate: {per_month: …}, pattern: poisson}."
        },
    };

    /// <summary>A condition on a figure that the analysis does not have, and the error that this gives.</summary>
    public static TheoryData<string, string> Lacking => new()
    {
        {
            "{z: {analysis: belief, above: 1.5}}",
            "34:43  design.decisions.harm.if.z.analysis: 'belief' weighs a probability, so it has no z. Write estimate: with limits of that probability."
        },
        {
            "{p_value: {analysis: belief, below: 0.1}}",
            "34:49  design.decisions.harm.if.p_value.analysis: 'belief' weighs a probability, so it has no p_value. Write estimate: with limits of that probability."
        },
    };

    // Beliefs rank arms by their probability, and by nothing else.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("keep_best: {analyses: [of_low, of_high], by: probability}")]
    [InlineData("drop_arms: {analyses: [of_low, of_high], probability_below: 0.2}")]
    [InlineData(
        "keep_best: {analyses: [of_low, of_high]}",
        "39:55  design.decisions.pick.then.keep_best.analyses[0]: 'of_low' weighs a probability, so it has no z. Write by: probability.",
        "39:63  design.decisions.pick.then.keep_best.analyses[1]: 'of_high' weighs a probability, so it has no z. Write by: probability.")]
    [InlineData(
        "drop_arms: {analyses: of_low, hazard_ratio_above: 1.2}",
        "39:54  design.decisions.pick.then.drop_arms.analyses[0]: 'of_low' weighs a probability, so it has no hazard_ratio_above. Write probability_below.")]
    public void Read_ArmsRankedByBeliefs_TakesTheirProbability(string action, params string[] expected)
    {
        const string Cox = "os_cox: {endpoint: os, method: cox, compare: [low, control]}\n";
        const string Beliefs = "    of_low: {endpoint: os, method: posterior_probability, compare: [low, control], prior: {events: 1, time: 10mo}, threshold: 0.9}\n"
            + "    of_high: {endpoint: marker, method: predictive_probability, compare: [high, control], patients_per_arm: 200, final_threshold: 0.975, threshold: 0.9}\n";
        string text = Texts.With(Texts.Adaptive, Cox, Cox + Beliefs);

        Assert.Equal(expected, Reading.Errors(Texts.With(text, "keep_best: {analyses: [os_low, os_high]}", action)));
    }

    [Theory, MemberData(nameof(Lacking)), Trait("Source", "ByHand")]
    public void Read_FigureThatAnalysisLacks_SaysWhatToWrite(string condition, string expected)
    {
        const string Cox = "os_cox: {endpoint: os, method: cox, compare: [low, control]}\n";
        string text = Texts.With(Texts.Adaptive, Cox, Cox + "    belief: {endpoint: marker, method: posterior_probability, compare: [low, control], threshold: 0.9}\n");
        Assert.Equal([expected], Reading.Errors(Texts.With(text, "{hazard_ratio: {analysis: os_cox, above: 1.5}}", condition)));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_ZOfTestWithoutDirection_SaysWhatToWrite()
    {
        const string Median = "    median: {endpoint: os, method: kaplan_meier_median}\n";
        string text = Texts.With(Texts.Family, Median, Median + "    any_arm: {endpoint: os, method: global_log_rank}\n");
        Assert.Equal(
            ["15:55  design.decisions.early.if.z.analysis: 'any_arm' tests against any difference, so it has no z. Write p_value."],
            Reading.Errors(Texts.With(
                text,
                "testing: {one_sided_alpha: 0.025, family: {method: holm, analyses: [os_low, os_high]}}",
                "decisions: {early: {at: interim, if: {z: {analysis: any_arm, above: 1.5}}, then: stop_accrual}}")));
    }

    // A later look that waits for the number of the plan, or for one that the new size may not reach, does not follow the size; one that waits for fewer than there will be in any case may.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("{follow_up_of_last_patient: 1mo}", 180, "")]
    [InlineData("{followed_up: {patients: 180, for: 1mo}}", 200, "")]
    [InlineData("{followed_up: {patients: 200, for: 1mo}}", 200, "'final' waits for 200 patients, whatever number this makes of them: it would leave out who comes beyond, and never take place with fewer. Write when: {follow_up_of_last_patient: 1mo} there.")]
    [InlineData("{patients_randomised: 180}", 150, "'final' waits for 180 patients, whatever number this makes of them: it would leave out who comes beyond, and never take place with fewer. Write when: {follow_up_of_last_patient: 0d} there.")]
    [InlineData("{all: [{trial_time: 20mo}, {patients_randomised: 200}]}", 200, "'final' waits for 200 patients, whatever number this makes of them: it would leave out who comes beyond, and never take place with fewer. Write when: {follow_up_of_last_patient: 0d} there.")]
    public void Read_BlindedReestimationBeforeALookAtAFixedSize_SaysWhatToWrite(string when, int min, string expected)
    {
        string text =
            """
            trialsim: 1
            name: blinded
            design:
              patients: 200
              arms: {control: {role: control}, exp: {}}
              endpoints: {resp: {kind: binary, events: [fail], by: 1mo}}
              looks:
                mid: {when: {followed_up: {patients: 80, for: 1mo}}}
                final: {when: WHEN}
              analyses: {t: {endpoint: resp, method: chi_square}}
              decisions:
                b: {at: [mid], then: {reestimate_blinded: {endpoint: resp, proportion: 0.3, min: MIN, max: 300}}}
            truth:
              accrual: {rate: {per_month: 10}}
              events: {fail: {hazard: {survival: {at: 1mo, probability: 0.62}}}}
            """
            .Replace("WHEN", when, StringComparison.Ordinal).Replace("MIN", $"{min}", StringComparison.Ordinal);

        Assert.Equal(expected.Length == 0 ? [] : new[] { $"12:47  design.decisions.b.then.reestimate_blinded: {expected}" }, Reading.Errors(text));
    }

    [Theory, MemberData(nameof(Cases)), Trait("Source", "ByHand")]
    public void Read_WithMistake_SaysWhatToWrite(string passage, string replacement, string expected) =>
        Assert.Equal(expected.Split('\n'), Reading.Errors(Texts.With(Texts.Adaptive, passage, replacement)));
}
