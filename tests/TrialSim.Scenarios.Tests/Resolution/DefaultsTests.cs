using System.Text.Json;
using TrialSim.Scenarios.Resolution;
using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

public sealed class DefaultsTests
{
    // Every default of the language, in one text.
    [Fact, Trait("Source", "Regression")]
    public void Defaults_OfTheSmallestScenario_AreAllWrittenOut()
    {
        const string Expected =
            """
            trialsim: 1
            name: two-arms
            description: ""
            design:
              patients: 107
              arms: {control: {role: control, treatments: []}, treated: {role: experimental, treatments: []}}
              allocation: {method: permuted_block, ratio: {control: 1, treated: 1}, block_sizes: [4], strata: []}
              treatments: {}
              visits: {}
              max_follow_up: none
              endpoints:
                os: {kind: time_to_event, events: [death], assessed_at: none, since: randomisation, intercurrent_events: {}}
              looks: {final: {when: {follow_up_of_last_patient: 24mo}, decided_after: 0d}}
              analyses:
                os_test:
                  endpoint: os
                  method: log_rank
                  weight: {rho: 0, gamma: 0}
                  compare: [treated, control]
                  at: [final]
                  strata: []
              testing: {two_sided_alpha: 0.05, sequential: none, family: none}
              decisions: none
            truth:
              sites: none
              accrual: {duration: 27mo, pattern: uniform, until: none}
              covariates: {}
              events:
                death:
                  hazard: {by_arm: {control: {family: exponential, median: 16mo}, treated: {family: exponential, median: 20mo}}}
                  since: randomisation
                  seen_at: none
                  fatal: true
                  only_while: always
                  when: none
                  chances: []
                  recurs: false
                  grades: {}
                  lasts: none
                  causes: {}
              states: {}
              markers: {}
              frailty: []
              effects: []
              timing: {}
              uptake: {}
              missed_visits: {}
              reading_errors: {}
              loss_to_follow_up: none
            run:
              seed: 20261121
              replicates: 10000

            """;

        Assert.Equal(Expected, Reading.Valid(Texts.TwoArms).ResolvedYaml);
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("os_test: {endpoint: os, method: cox}", "os_test: {endpoint: os, method: cox, compare: [treated, control], at: [final], strata: [], confidence: 0.95}")]
    [InlineData(
        "os_test: {endpoint: os, method: kaplan_meier_median}",
        "os_test: {endpoint: os, method: kaplan_meier_median, arms: [control, treated], at: [final], confidence: 0.95, interval: log}")]
    [InlineData(
        "os_test: {endpoint: os, method: median_follow_up}",
        "os_test: {endpoint: os, method: median_follow_up, arms: [control, treated], at: [final], confidence: 0.95, interval: log}")]
    [InlineData(
        "os_test: {endpoint: os, method: global_log_rank}",
        "os_test: {endpoint: os, method: global_log_rank, weight: {rho: 0, gamma: 0}, at: [final], strata: []}")]
    public void Defaults_OfOtherMethods_AreWrittenOut(string written, string expected)
    {
        string resolved = Reading.Valid(Texts.With(Texts.TwoArms, "os_test: {endpoint: os, method: log_rank}", written)).ResolvedYaml;

        Assert.Contains(Flat(expected), Flat(resolved), StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("{endpoint: os, method: milestone, time: 12mo}", "compare: none")]
    [InlineData("{endpoint: os, method: milestone, time: 12mo}", "arms: [control, treated]")]
    [InlineData("{endpoint: os, method: milestone, time: 12mo}", "confidence: 0.95")]
    [InlineData("{endpoint: os, method: milestone, time: 12mo}", "interval: log")]
    [InlineData("{endpoint: os, method: milestone, time: 12mo, compare: [treated, control]}", "test: plain")]
    [InlineData("{endpoint: os, method: log_rank, weight: {gamma: 1}}", "weight: {rho: 0, gamma: 1}")]
    [InlineData("{endpoint: os, method: log_rank, weight: {delay: 4mo}}", "weight: {delay: 4mo, max_weight: none}")]
    [InlineData("{endpoint: os, method: rmst, horizon: 12mo}", "compare: none")]
    [InlineData("{endpoint: os, method: rmst, horizon: 12mo}", "variance: greenwood")]
    [InlineData("{endpoint: os, method: rmst, horizon: 12mo, compare: [treated, control]}", "contrast: difference")]
    [InlineData("{endpoint: os, method: max_combo}", "weights: [{rho: 0, gamma: 0}, {rho: 0, gamma: 1}, {rho: 1, gamma: 0}, {rho: 1, gamma: 1}]")]
    public void Defaults_OfLongerMethods_AreWrittenOut(string written, string expected)
    {
        string resolved = Reading.Valid(Texts.With(Texts.TwoArms, "{endpoint: os, method: log_rank}", written)).ResolvedYaml;

        Assert.Contains($"\n      {expected}\n", resolved, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Regression")]
    public void Defaults_OfRateCovariatesEventsAndEffects_AreWrittenOut()
    {
        string resolved = Reading.Valid(Texts.ThreeArms).ResolvedYaml;

        Assert.Contains("accrual: {rate: [{from: 0mo, per_month: 5}, {from: 3mo, per_month: 20}], pattern: poisson, until: none}", resolved, StringComparison.Ordinal);
        Assert.Contains("afp: {log_normal: {median: 150, sigma: 1.5, min: none, max: none}}", resolved, StringComparison.Ordinal);
        Assert.Contains("progression:\n      hazard: {family: exponential, median: 7mo}\n      since: randomisation\n      seen_at: none\n      fatal: false\n      only_while: always\n", resolved, StringComparison.Ordinal);
        Assert.Contains("while: {covariate: {bclc: [C]}}\n      since: randomisation\n      from: 0d\n      until: none\n", resolved, StringComparison.Ordinal);
        Assert.Contains("{on: [death], hazard_ratio: 1.1, per: {covariate: age, increase: 10, from: 68}}", resolved, StringComparison.Ordinal);
    }

    // What the schema says of a default is what holds.
    [Theory, Trait("Source", "Regression")]
    [InlineData("run", "seed", Defaults.SeedText)]
    [InlineData("run", "replicates", Defaults.ReplicatesText)]
    [InlineData("arm", "role", Defaults.RoleText)]
    [InlineData("allocation", "method", Defaults.AllocationText)]
    [InlineData("testing", "two_sided_alpha", Defaults.TwoSidedAlphaText)]
    [InlineData("analysis", "confidence", Defaults.ConfidenceText)]
    [InlineData("endpoint", "kind", Defaults.EndpointKindText)]
    public void Defaults_InTheSchema_AreThoseOfTheResolution(string document, string key, string text)
    {
        using JsonDocument schema = JsonDocument.Parse(ScenarioSchema.Text);
        string description = schema.RootElement.GetProperty("$defs").GetProperty(document).GetProperty("properties").GetProperty(key).GetProperty("description").GetString()!;

        Assert.EndsWith($" Default: {text}.", description, StringComparison.Ordinal);
        Assert.Contains($"{key}: {text}", Flat(Reading.Valid(Texts.With(Texts.TwoArms, "log_rank", "cox")).ResolvedYaml + Reading.Valid(Texts.With(Texts.TwoArms, "log_rank", "kaplan_meier_median")).ResolvedYaml), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Overrides_OfSeedAndReplicates_StandInTheResolvedText()
    {
        ScenarioReading reading = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(Texts.ThreeArms), "trial.yaml", new ScenarioOverrides(99, 12));

        Assert.Equal(new Model.RunPlan(99, 12), reading.Scenario!.Trial.Run);
        Assert.EndsWith("run:\n  seed: 99\n  replicates: 12\n", reading.Scenario.ResolvedYaml, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Overrides_OutOfRange_AreRefused()
    {
        ScenarioReading reading = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(Texts.ThreeArms), "trial.yaml", new ScenarioOverrides(null, 0));

        Assert.Equal(
            "trial.yaml:40:28  run.replicates: 0 replicates were asked for instead of what the file says. Ask for 1 to 100000000.",
            Assert.Single(reading.Problems).ToString());
    }

    // Blocks as one line, so that the layout does not matter.
    private static string Flat(string yaml) => string.Join(", ", yaml.Split('\n').Select(line => line.Trim().Trim('{', '}')).Where(line => line.Length > 0))
        .Replace(":, ", ": {", StringComparison.Ordinal);
}
