using Xunit;

namespace TrialSim.Scenarios.Tests.Resolution;

/// <summary>Where assumptions come from, and what a scenario says statement by statement.</summary>
public sealed class SourceTests
{
    private const string Everywhere = """
        trialsim: 1
        name: well-founded
        design:
          patients: 100
          arms: {control: {role: control}, treated: {}}
          visits: {scan: {after: randomisation, at: 6w, then_every: 6w}}
          endpoints: {os: {events: [death]}, pfs: {events: [progression, death]}}
          looks: {final: {when: {follow_up_of_last_patient: 24mo}}}
          analyses: {os_test: {endpoint: os, method: log_rank}, pfs_test: {endpoint: pfs, method: log_rank}}
        truth:
          source: assumed
          sites: {count: 4, source: the sponsor}
          accrual: {duration: 27mo, source: "study 002, Methods"}
          covariates: {stage: {B: 0.7, C: 0.3, source: Table 1}, age: {normal: {mean: 60, sd: 9}, source: Table 2}}
          events:
            progression: {hazard: {median: 6mo}, seen_at: scan, source: "study 002, median"}
            death: {hazard: {median: 16mo}}
          states: {status: {levels: [good, bad], starts: good, changes: {at: scan, becomes: bad}, source: registry}}
          markers: {afp: {measured_at: scan, profiles: [{values: [{at: 0d, mean: 100, sd: 10}]}], source: laboratory}}
          frailty: {distribution: gamma, variance: 0.2, on: death, source: guess}
          effects:
            - {on: death, hazard_ratio: 0.7, while: {arm: treated}, source: "study 003"}
            - {on: death, hazard_ratio: 1.5, while: {covariate: {stage: C}}}
          reading_errors: {progression: {missed: 0.1, source: a reader study}}
          loss_to_follow_up: {hazard: {per_month: 0.01}, source: hospital}
        """;

    [Fact, Trait("Source", "ByHand")]
    public void Statements_WithSources_NameTheirOwnOrThatOfTheTruth()
    {
        Dictionary<string, string> sources = Reading.Valid(Everywhere).Statements.ToDictionary(statement => statement.Key, statement => statement.Source);

        Assert.Equal("the sponsor", sources["truth.sites"]);
        Assert.Equal("study 002, Methods", sources["truth.accrual"]);
        Assert.Equal("Table 1", sources["truth.covariates.stage"]);
        Assert.Equal("Table 2", sources["truth.covariates.age"]);
        Assert.Equal("study 002, median", sources["truth.events.progression"]);
        Assert.Equal("assumed", sources["truth.events.death"]);
        Assert.Equal("registry", sources["truth.states.status"]);
        Assert.Equal("laboratory", sources["truth.markers.afp"]);
        Assert.Equal("guess", sources["truth.frailty.0"]);
        Assert.Equal("study 003", sources["truth.effects.0"]);
        Assert.Equal("assumed", sources["truth.effects.1"]);
        Assert.Equal("a reader study", sources["truth.reading_errors.progression"]);
        Assert.Equal("hospital", sources["truth.loss_to_follow_up"]);
        Assert.Equal("assumed", sources["truth.timing"]);
        Assert.Equal("", sources["design.endpoints.os"]);
    }

    [Fact, Trait("Source", "Property")]
    public void Sources_OfTheResolvedScenario_AreThoseOfTheScenario()
    {
        Scenario scenario = Reading.Valid(Everywhere);

        Assert.Equal(string.Join("\n", scenario.Statements), string.Join("\n", Reading.Valid(scenario.ResolvedYaml).Statements));
    }

    // Nothing that is simulated knows of a source.
    [Fact, Trait("Source", "Property")]
    public void Sources_LeftOut_LeaveTheSameTrial()
    {
        string without = string.Join('\n', Everywhere.Split('\n').Where(line => !line.StartsWith("  source:", StringComparison.Ordinal)));
        without = System.Text.RegularExpressions.Regex.Replace(without, @", source: (""[^""]*""|[^}]*)\}", "}");

        Assert.DoesNotContain("source", without, StringComparison.Ordinal);
        Scenario bare = Reading.Valid(without);
        Assert.All(bare.Statements, statement => Assert.Equal("", statement.Source));
        Assert.Equal(
            Reading.Valid(Everywhere).Statements.Select(statement => statement.Text),
            bare.Statements.Select(statement => statement.Text));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Statements_OfTheSmallestScenario_SayWhatIsSimulated()
    {
        IReadOnlyList<ScenarioStatement> statements = Reading.Valid(Texts.TwoArms).Statements;

        Assert.Equal("107", statements.Single(statement => statement.Key == "design.patients").Text);
        Assert.Equal("when: {follow_up_of_last_patient: 24mo}; decided_after: 0d", statements.Single(statement => statement.Key == "design.looks.final").Text);
        Assert.Equal("duration: 27mo; pattern: uniform", statements.Single(statement => statement.Key == "truth.accrual").Text);
        Assert.Equal("none", statements.Single(statement => statement.Key == "truth.loss_to_follow_up").Text);
        Assert.DoesNotContain(statements, statement => statement.Key.StartsWith("truth.covariates", StringComparison.Ordinal));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{duration: 27mo}", "{duration: 27mo, source: [a, b]}", "15:37  truth.accrual.source: A list stands here. Write a text.")]
    [InlineData("  accrual:", "  source: {a: b}\n  accrual:", "15:11  truth.source: A mapping stands here. Write a text.")]
    public void Source_ThatIsNoText_IsReported(string passage, string replacement, string expected) =>
        Assert.Equal([expected], Reading.Errors(Texts.TwoArms.Replace(passage, replacement, StringComparison.Ordinal)));
}
