using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Decisions and bounds that do less than they seem to, and enrolment that cannot reach the plan: the whole text of every warning.</summary>
public sealed class DecisionWarningTests
{
    // 200 patients at 20 a month; sites are put in where they matter.
    private const string Interim =
        """
        trialsim: 1
        name: interim
        design:
          patients: 200
          arms: {control: {role: control}, treated: {}}
          endpoints: {os: {events: [death]}}
          looks:
            interim: {when: {events: {endpoint: os, count: 60}}}
            final: {when: {events: {endpoint: os, count: 120}}}
          analyses:
            os_test: {endpoint: os, method: log_rank}
            os_cox: {endpoint: os, method: cox}
          testing:
            one_sided_alpha: 0.025
            sequential: {os_test: {efficacy: {spending: obrien_fleming}, futility: {z: [0]}, hazard_ratio: 0.7}}
          decisions: {harm: {at: interim, if: {hazard_ratio: {analysis: os_cox, above: 1.3}}, then: {stop: harm}}}
        truth:
          accrual: {rate: {per_month: 20}}
          events: {death: {hazard: {median: 12mo}}}
        """;

    private const string Decisions = "decisions: {harm: {at: interim, if: {hazard_ratio: {analysis: os_cox, above: 1.3}}, then: {stop: harm}}}";
    private const string Stops = "efficacy: {at: interim, if: {rejected: os_test}, then: {stop: efficacy}}, futility: {at: interim, if: {futile: os_test}, then: {stop: futility}}";
    private const string Information = "futility: {z: [0]}, hazard_ratio: 0.7";
    private const string Accrual = "  accrual: {rate: {per_month: 20}}";

    private const string BothMissing =
        "16:14  design.decisions: No decision follows where 'os_test' crosses its bounds for efficacy and futility: decisions that are written stand instead of those that bounds bring along, so that the trial goes on. "
        + "Write beside them stop_for_efficacy: {if: {rejected: os_test}, then: {stop: efficacy}} and stop_for_futility: {if: {futile: os_test}, then: {stop: futility}}.";

    /// <summary>What replaces the decisions, and all warnings that this gives.</summary>
    public static TheoryData<string, string> OfDecisions => new()
    {
        { Decisions, BothMissing },
        { "decisions: none", "" },
        { "max_follow_up: none", "" }, // Nothing written: those that bounds bring along.
        { $"decisions: {{{Stops}}}", "" },
        {
            "decisions: {efficacy: {at: interim, if: {rejected: os_test}, then: {stop: efficacy}}}",
            "16:14  design.decisions: No decision follows where 'os_test' crosses its bound for futility: decisions that are written stand instead of those that bounds bring along, so that the trial goes on. "
            + "Write beside them stop_for_futility: {if: {futile: os_test}, then: {stop: futility}}."
        },
        { "decisions: {own: {at: interim, if: {z: {analysis: os_test, above: 3}}, then: {stop: efficacy}}, low: {at: interim, if: {z: {analysis: os_test, below: 0}}, then: {stop: futility}}}", "" },
        {
            $"decisions: {{{Stops}, late: {{at: final, if: {{rejected: os_test}}, then: {{stop: efficacy}}}}}}",
            "16:167  design.decisions.late: After 'final', the last look, the trial is over: what is decided there changes nothing. Write at: with an earlier look, or remove the decision."
        },
        {
            $"decisions: {{{Stops}, close: {{at: [interim, final], then: stop_accrual}}}}",
            "16:168  design.decisions.close: At 'final', the last look, this changes nothing, because nobody is randomised or tested after it. Write at: with the earlier looks alone."
        },
        {
            $"decisions: {{{Stops}, drop: {{at: [interim, final], if: {{futile: os_test}}, then: {{drop_arms: {{arms: treated}}}}}}}}",
            "16:167  design.decisions.drop: At 'final', the last look, this changes nothing, because nobody is randomised or tested after it. Write at: with the earlier looks alone."
        },
        { $"decisions: {{{Stops}, harm: {{at: [interim, final], if: {{z: {{analysis: os_test, below: -2}}}}, then: {{stop: harm}}}}}}", "" },
    };

    /// <summary>Conditions of a decision beside the stops.</summary>
    public static TheoryData<string, bool> Conditions => new()
    {
        { "{not: always}", false },
        { "{all: [{rejected: os_test}, {futile: os_test}]}", false },
        { "{all: [{rejected: os_test}, {not: {rejected: os_test}}]}", false },
        { "{all: [{z: {analysis: os_test, above: 2}}, {all: [{z: {analysis: os_test, below: 1}}, always]}]}", false },
        { "{any: [{not: always}, {not: {any: [always, {rejected: os_test}]}}]}", false },
        { "{not: {not: {not: always}}}", false },
        { "{any: [{not: always}, {rejected: os_test}]}", true },
        { "{all: [{z: {analysis: os_test, above: 1}}, {z: {analysis: os_test, below: 2}}]}", true },
        { "{all: [{z: {analysis: os_test, above: 2}}, {z: {analysis: os_cox, below: 1}}]}", true },
        { "{not: {decided: efficacy}}", true },
    };

    /// <summary>Accrual, with sites or without, and all warnings that this gives.</summary>
    public static TheoryData<string, string> Enrolments => new()
    {
        { Accrual + "\n  sites: {count: 5, max_patients_each: 40}", "" },
        {
            Accrual + "\n  sites: {count: 5, max_patients_each: 39}",
            "19:40  truth.sites.max_patients_each: 5 sites with at most 39 patients each have 195 together, so that no trial gets the planned 200. Write 40 or more, more sites, or fewer patients."
        },
        { "  accrual: {rate: {per_month: 20}, until: 10mo}", "" },
        {
            "  accrual: {rate: {per_month: 20}, until: 9mo}",
            "18:43  truth.accrual.until: By month 9, when accrual ends, this rate brings 180 of the planned 200 patients on average. Write a later end, a higher rate, or fewer patients."
        },
        { "  accrual: {rate: {per_site_per_month: 4}, until: 12mo}\n  sites: {count: 5, opening: {over: 4mo}}", "" }, // 4 x (12 + 11 + 10 + 9 + 8) = 200.
        {
            "  accrual: {rate: {per_site_per_month: 4}, until: 12mo}\n  sites: {count: 5, opening: {over: 4mo}, screening_failure: 0.25}",
            "18:51  truth.accrual.until: By month 12, when accrual ends, this rate brings 150 of the planned 200 patients on average. Write a later end, a higher rate, or fewer patients."
        },
        {
            // 20 a month while a site is open: from month 12 to 14.
            "  accrual: {rate: {per_month: 20}, until: 14mo}\n  sites: {count: 2, opening: {at: [12mo, 13mo]}}",
            "18:43  truth.accrual.until: By month 14, when accrual ends, this rate brings 40 of the planned 200 patients on average. Write a later end, a higher rate, or fewer patients."
        },
        { "  accrual: {rate: {per_month: 20}, until: 14mo}\n  sites: {count: 2, opening: {at: [4mo, 13mo]}}", "" },
        {
            // Nobody from month 3 to 6: 20 x (3 + 3).
            "  accrual: {rate: {per_month: 20}}\n  sites: {count: 2, opening: {at: [0mo, 6mo]}, closing: {after: 3mo}}",
            "19:57  truth.sites.closing: By month 9, when the last site closes, this rate brings 120 of the planned 200 patients on average. Write a later end, a higher rate, or fewer patients."
        },
        {
            "  accrual: {rate: {per_site_per_month: 4}}\n  sites: {count: 5, closing: {after: 6mo}}",
            "19:30  truth.sites.closing: By month 6, when the last site closes, this rate brings 120 of the planned 200 patients on average. Write a later end, a higher rate, or fewer patients."
        },
    };

    [Theory, MemberData(nameof(OfDecisions)), Trait("Source", "ByHand")]
    public void Read_DecisionsThatDoLessThanTheySeemTo_Warns(string replacement, string expected) =>
        Assert.Equal(Lines(expected), Reading.Warnings(Texts.With(Interim, Decisions, replacement)));

    [Theory, MemberData(nameof(Conditions)), Trait("Source", "ByHand")]
    public void Read_ConditionThatCanNeverHold_Warns(string condition, bool canHold)
    {
        string[] warnings = Reading.Warnings(Texts.With(Interim, Decisions, $"decisions: {{{Stops}, other: {{at: interim, if: {condition}, then: stop_accrual}}}}"));

        Assert.Equal(
            canHold ? [] : ["16:186  design.decisions.other.if: This can never hold, so 'other' is never decided. Write another condition, or remove the decision."],
            warnings);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Read_ConditionOnADecisionThatIsNeverTaken_WarnsOfBoth()
    {
        string[] warnings = Reading.Warnings(Texts.With(
            Interim, Decisions, $"decisions: {{{Stops}, never: {{at: interim, if: {{not: always}}, then: stop_accrual}}, after: {{at: interim, if: {{decided: never}}, then: {{stop: harm}}}}}}"));

        Assert.Equal(2, warnings.Count(text => text.Contains("This can never hold", StringComparison.Ordinal)));
    }

    // os_test and os_cox at two looks, each at all of the alpha.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("", new[] { "os_test", "os_cox" })]
    [InlineData("os_test: {}", new string[0])] // os_cox stands beside it, to estimate.
    [InlineData("none, at: interim", new string[0])] // os_test is done once, os_cox stands beside it.
    [InlineData("none, decisions: none", new string[0])] // Looks to compare with each other.
    [InlineData("none, family", new[] { "os_test", "os_cox" })]
    public void Read_TestAtSeveralLooksAtAllOfItsAlpha_WarnsWhereTheLooksShareAVerdict(string change, string[] warnedOf)
    {
        string testing = change switch
        {
            "os_test: {}" => ", sequential: {os_test: {efficacy: {spending: obrien_fleming}}}",
            "none, family" => ", family: {method: bonferroni, analyses: [os_test, os_cox]}",
            _ => "",
        };
        string decisions = change is "none, decisions: none" or "none, family" ? "decisions: none"
            : $"decisions: {{stop: {{at: interim, if: {{hazard_ratio: {{analysis: os_cox, above: 1.3}}}}, then: {{stop: harm}}}}{(change.StartsWith("os_test", StringComparison.Ordinal) ? ", e: {at: interim, if: {rejected: os_test}, then: {stop: efficacy}}" : "")}}}";
        string yaml = Texts.With(
            Texts.With(Interim, "testing:\n    one_sided_alpha: 0.025\n    sequential: {os_test: {efficacy: {spending: obrien_fleming}, futility: {z: [0]}, hazard_ratio: 0.7}}", $"testing: {{one_sided_alpha: 0.025{testing}}}"),
            Decisions,
            decisions);
        yaml = change == "none, at: interim" ? Texts.With(yaml, "method: log_rank}", "method: log_rank, at: [final]}") : yaml;

        Assert.Equal(
            warnedOf.Select(name => $"{(name == "os_test" ? "11:14" : "12:13")}  design.analyses.{name}: '{name}' is tested at each of interim, final at all of its alpha, and its errors add up: the type I error is not held. "
                + "Name it in testing.sequential, or write at: with one look."),
            Reading.Warnings(yaml));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("", true)]
    [InlineData(", family: {method: bonferroni, analyses: [os_test, os_cox]}", false)]
    public void Read_SeveralTestsOverLooksWithoutAFamily_Warns(string family, bool isWarnedOf)
    {
        string yaml = Texts.With(
            Interim,
            "testing:\n    one_sided_alpha: 0.025\n    sequential: {os_test: {efficacy: {spending: obrien_fleming}, futility: {z: [0]}, hazard_ratio: 0.7}}",
            $"testing: {{one_sided_alpha: 0.025, sequential: {{os_test: {{}}, os_cox: {{}}}}{family}}}");
        yaml = Texts.With(yaml, "  " + Decisions + "\n", "");

        Assert.Equal(
            isWarnedOf
                ? ["13:49  design.testing.sequential: os_test, os_cox each have all of the alpha, so that more than alpha is the probability of rejecting any of them in error. "
                    + "Write testing.family with all of them, such as method: bonferroni."]
                : [],
            Reading.Warnings(yaml));
    }

    // Half of the 120 events of the last look are 60.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("120", "")]
    [InlineData("[65, 130]", "")]
    [InlineData("[70, 120]", "")]
    [InlineData("[40, 120]", "0.33")]
    [InlineData("[90, 120]", "0.75")]
    public void Read_InformationFarFromWhatTheLookWaitsFor_Warns(string information, string share)
    {
        string[] warnings = Reading.Warnings(Texts.With(Texts.With(Interim, "  " + Decisions + "\n", ""), Information, $"{Information}, information: {information}"));

        Assert.Equal(
            share.Length > 0
                ? [$"15:118  design.testing.sequential.os_test.information: Planned is that 'interim' has {share} of the information, and it waits for 0.5 of what 'final' waits for: "
                    + "bounds and weights are planned for a look that will not come. Write information: [60, 120], or another look."]
                : [],
            warnings);
    }

    [Theory, MemberData(nameof(Enrolments)), Trait("Source", "ByHand")]
    public void Read_EnrolmentThatCannotReachThePlan_Warns(string accrual, string expected) =>
        Assert.Equal(Lines(expected), Reading.Warnings(Texts.With(Texts.With(Interim, "  " + Decisions + "\n", "  max_follow_up: none\n"), Accrual, accrual)));

    private static string[] Lines(string expected) => expected.Length == 0 ? [] : expected.Split('\n');
}
