using System.Text;
using Xunit;

namespace TrialSim.Scenarios.Tests.Extension;

/// <summary><c>extends:</c>, and where what is wrong is said to stand.</summary>
public sealed class ExtendsTests
{
    private const string Base =
        """
        trialsim: 1
        name: base
        description: What the base asks, and nothing else
        design:
          patients: 20
          arms:
            control: {role: control}
            treated: {}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {follow_up_of_last_patient: 12mo}}
          analyses:
            os_test: {endpoint: os, method: log_rank}
        truth:
          accrual: {duration: 6mo}
          events:
            death: {hazard: {median: 10mo}}
          effects:
            - {on: death, hazard_ratio: 0.5, while: {arm: treated}}
        targets:
          first: {analysis: os_test, look: final, figure: power, reported: 0.3, tolerance: 0.9, source: "a guess, and no more", assumption: true}
        run: {seed: 7, replicates: 200}

        """;

    [Fact, Trait("Source", "ByHand")]
    public void Extends_KeysOfBlocks_ReplaceThoseOfTheBaseOneLevelDeep()
    {
        Scenario scenario = Valid(
            """
            trialsim: 1
            name: larger
            extends: base.yaml
            design:
              patients: 40
              looks:
                late: {when: {follow_up_of_last_patient: 24mo}}
            truth:
              effects: [{on: death, hazard_ratio: 0.8, while: {arm: treated}}]
            targets:
              second: {analysis: os_test, figure: power, reported: 0.4, tolerance: 0.9, source: a guess, assumption: true}
              first: {analysis: os_test, look: late, figure: power, reported: 0.2, tolerance: 0.9, source: "a guess, and no more", assumption: true}
            run: {replicates: 500}

            """);
        string whole = Base.Replace("name: base", "name: larger", StringComparison.Ordinal).Replace("patients: 20", "patients: 40", StringComparison.Ordinal)
            .Replace("final: {when: {follow_up_of_last_patient: 12mo}}", "late: {when: {follow_up_of_last_patient: 24mo}}", StringComparison.Ordinal)
            .Replace("hazard_ratio: 0.5", "hazard_ratio: 0.8", StringComparison.Ordinal)
            .Replace("look: final, figure: power, reported: 0.3", "look: late, figure: power, reported: 0.2", StringComparison.Ordinal)
            .Replace("run:", "  second: {analysis: os_test, figure: power, reported: 0.4, tolerance: 0.9, source: a guess, assumption: true}\nrun:", StringComparison.Ordinal)
            .Replace("replicates: 200", "replicates: 500", StringComparison.Ordinal);

        Assert.Equal(Reading.Valid(whole).ResolvedYaml, scenario.ResolvedYaml);
        Assert.DoesNotContain("extends", scenario.ResolvedYaml, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public void Extends_ItsContent_IsAFileThatStandsAloneAndSaysTheSame()
    {
        Scenario scenario = Valid("trialsim: 1\nname: same\nextends: base.yaml\n");
        string content = Encoding.UTF8.GetString(scenario.Content.Span);
        Scenario alone = Reading.Valid(content);

        Assert.StartsWith("# What trial.yaml and what it extends say together.\ntrialsim: 1\nname: same\ndescription: \"What the base asks, and nothing else\"\n", content, StringComparison.Ordinal);
        Assert.Equal(scenario.ResolvedYaml, alone.ResolvedYaml);
        Assert.Equal(content, Encoding.UTF8.GetString(alone.Content.Span));
        Assert.Equal(Reading.Valid(Base.Replace("name: base", "name: same", StringComparison.Ordinal)).ResolvedYaml, scenario.ResolvedYaml);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Extends_InAChain_TheNearestCounts()
    {
        Scenario scenario = Valid(
            "trialsim: 1\nname: third\nextends: second.yaml\nrun: {seed: 3}\n",
            ("second.yaml", "trialsim: 1\nextends: base.yaml\ndesign: {patients: 60}\nrun: {seed: 2, replicates: 9}\n"));

        Assert.Equal((60, 3UL, 9L, "third"), (scenario.Trial.Design.MaxPatients, scenario.Trial.Run.Seed, scenario.Trial.Run.Replicates, scenario.Trial.Name));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Extends_WithASetting_SetsWhatTheyTogetherSay()
    {
        ScenarioReading reading = Read("trialsim: 1\nname: set\nextends: base.yaml\n", new ScenarioOverrides(null, null) { Settings = [new Setting("truth.effects.0.hazard_ratio", "0.9")] }, []);

        Assert.Contains("hazard_ratio: 0.9", reading.Scenario!.ResolvedYaml, StringComparison.Ordinal);
        Assert.Contains("hazard_ratio: 0.5", Encoding.UTF8.GetString(reading.Scenario.Content.Span), StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    // In the file itself.
    [InlineData("design: {patient: 30}", "trial.yaml:4:10  design.patient: 'patient' is not a key here. Did you mean 'patients'?")]
    [InlineData("design: {looks: {late: {when: {events: {endpoint: os, count: 21}}}}}", "trial.yaml:4:62  design.looks.late.when.events.count: ")]
    // What the file leaves without its counterpart in the base.
    [InlineData("design: {endpoints: {pfs: {events: [death]}}}", "base.yaml:14:25  design.analyses.os_test.endpoint: ")]
    [InlineData("truth: {events: {progression: {hazard: {median: 10mo}}}}", "base.yaml:10:19  design.endpoints.os.events")]
    public void Extends_MistakeInOneOfTheFiles_NamesThatFileAndItsPlace(string block, string message)
    {
        string[] errors = Errors($"trialsim: 1\nname: wrong\nextends: base.yaml\n{block}\n");

        Assert.StartsWith(message, errors[0], StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("none.yaml", "trial.yaml:3:10  extends: There is no 'none.yaml' beside trial.yaml.")]
    [InlineData("", "trial.yaml:3:9  extends: Write the scenario file that this one extends, such as 'extends: base.yaml'.")]
    [InlineData("[base.yaml]", "trial.yaml:3:10  extends: Write the scenario file that this one extends, such as 'extends: base.yaml'.")]
    [InlineData("trial.yaml", "trial.yaml:3:10  extends: The files extend each other in a circle: trial.yaml → trial.yaml. Take one 'extends' out.")]
    [InlineData("circle.yaml", "circle.yaml:2:10  extends: The files extend each other in a circle: trial.yaml → circle.yaml → trial.yaml. Take one 'extends' out.")]
    [InlineData("binary.yaml", "binary.yaml:1:1  Byte 1 is not text: this is a binary file or not UTF-8.")]
    [InlineData("list.yaml", "list.yaml:1:1  The file is a list; a scenario is a mapping of keys. Begin with 'trialsim: 1'.")]
    [InlineData("broken.yaml", "broken.yaml:3:1  This is not YAML: ")]
    [InlineData("versionless.yaml", "versionless.yaml:1:1  A file that is extended is a scenario too. Write 'trialsim: 1' at the top of it.")]
    [InlineData("late.yaml", "late.yaml:2:1  trialsim: 'trialsim' is not the first key. Write 'trialsim: 1' at the top of the file.")]
    [InlineData("newer.yaml", "newer.yaml:1:11  trialsim: This file is of version '2', the one that extends it of '1'. Write both in one version.")]
    [InlineData("long.yaml", "long.yaml:1:1  The file is longer than 1048576 bytes, the most that a scenario may have.")]
    [InlineData("deep1.yaml", "deep7.yaml:2:10  extends: More than 8 files extend one another. Let one of them say what others say together.")]
    public void Extends_FileThatCannotBeExtended_SaysWhy(string named, string message)
    {
        string trial = $"trialsim: 1\nname: wrong\nextends: {named}\n";
        string[] errors = Errors(
            trial,
            [
                ("trial.yaml", trial),
                ("circle.yaml", "trialsim: 1\nextends: trial.yaml\n"),
                ("binary.yaml", "\u0001"),
                ("list.yaml", "- 1\n"),
                ("broken.yaml", "trialsim: 1\ndesign: {\n"),
                ("versionless.yaml", "design: {patients: 4}\n"),
                ("late.yaml", "design: {patients: 4}\ntrialsim: 1\n"),
                ("newer.yaml", "trialsim: 2\n"),
                ("long.yaml", new string('#', 1_048_577)),
                .. Enumerable.Range(1, 9).Select(number => (FormattableString.Invariant($"deep{number}.yaml"), FormattableString.Invariant($"trialsim: 1\nextends: deep{number + 1}.yaml\n"))),
            ]);

        Assert.StartsWith(message, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Extends_WithoutANameOfItsOwn_IsRefused()
    {
        Assert.Equal("trial.yaml:1:1  name: The key 'name' is missing. Write 'name:' with a text.", Assert.Single(Errors("trialsim: 1\nextends: base.yaml\n")).Split(", such")[0]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Extends_SetFromOutside_IsRefused()
    {
        ScenarioReading reading = Read(Base, new ScenarioOverrides(null, null) { Settings = [new Setting("extends", "other.yaml")] }, []);

        Assert.Equal(
            "--set extends=other.yaml  extends: Which file a scenario extends stands in its own. Write 'extends: other.yaml' there.",
            Assert.Single(reading.Problems).ToString());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Extends_WhereNoFilesCanBeRead_IsRefused()
    {
        Assert.Equal(["3:10  extends: No other file can be read from here. Write the keys of 'base.yaml' into this one."], Reading.Errors("trialsim: 1\nname: alone\nextends: base.yaml\n"));
    }

    private static Scenario Valid(string yaml, params (string Name, string Text)[] others)
    {
        ScenarioReading reading = Read(yaml, ScenarioOverrides.None, others);
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        return reading.Scenario!;
    }

    private static string[] Errors(string yaml, params (string Name, string Text)[] others) => [.. Read(yaml, ScenarioOverrides.None, others).Problems.Select(problem => problem.ToString())];

    private static ScenarioReading Read(string yaml, ScenarioOverrides overrides, (string Name, string Text)[] others) =>
        ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), Reading.File, overrides, new MemoryFiles([("base.yaml", Base), .. others]));
}
