using System.Text;
using System.Text.RegularExpressions;
using TrialSim.Scenarios.ValidationCases;
using TrialSim.Tests;
using Xunit;

namespace TrialSim.Scenarios.Tests.ValidationCases;

/// <summary>What is said of files that are no validation cases.</summary>
public sealed partial class ValidationCaseReaderTests
{
    private const string Head = "validation: 1\nid: own\ntitle: t\nsource: s\n";

    [Theory, Trait("Source", "Property")]
    [InlineData("validation: 2\nid: a b\ntitle: t\nsource: s\nnot_reached: [x]\n", "own.yaml:1:13  validation: '2' is out of range. Write 1.", "own.yaml:2:5  id: 'a b' is not a short name. Write up to 40 letters, digits and single hyphens, such as V13 or our-design-2.")]
    [InlineData(Head, "own.yaml:1:1  The case has no steps. Write 'steps:' with commands and checks, or 'not_reached:' with the reason why no command reaches it.")]
    [InlineData(Head + "inputs: [/etc/passwd, ../x, a]\nnot_reached: [x]\n", "own.yaml:5:10  inputs[0]: '/etc/passwd' leads out of the folder of the case. Write a path beneath it, with /.", "own.yaml:5:23  inputs[1]: '../x' leads out of the folder of the case. Write a path beneath it, with /.")]
    [InlineData(Head + "steps: [{command: validate}]\n", "own.yaml:5:19  steps[0].command: A case cannot run the validation itself. Write another command.")]
    [InlineData(Head + "steps: [{command: c, checks: [{what: w}]}]\n", "own.yaml:5:31  steps[0].checks[0]: A check says one thing. Write exactly one of expect, printed, reference, sha256, same.")]
    [InlineData(Head + "steps: [{command: c, checks: [{file: f, sha256: abc}]}]\n", "own.yaml:5:49  steps[0].checks[0].sha256: 'abc' is no SHA-256. Write 64 hexadecimal digits, as sha256sum prints them.")]
    [InlineData(Head + "steps: [{command: c, checks: [{same: [a, b], tolerance: {absolute: 1}}]}]\n", "own.yaml:5:57  steps[0].checks[0].tolerance: 'tolerance' says nothing about this kind of check. Remove it.")]
    [InlineData(Head + "steps: [{command: c, checks: [{expect: {a: 1}, tolerance: {source_error: 1}}]}]\n", "own.yaml:5:59  steps[0].checks[0].tolerance: An error of the source is told beside the figure's own. Write 'monte_carlo:' with the column of its Monte Carlo standard error.")]
    [InlineData(Head + "steps: [{command: c, checks: [{expect: {a: 7}, tolerance: {monte_carlo: b, source_replicates: 10}}]}]\n", "own.yaml:5:95  steps[0].checks[0].tolerance.source_replicates: '7' is no share, and the error of another figure does not follow from replicates. Write 'source_error:' instead.")]
    [InlineData(Head + "steps: [{command: ' \"validate\" --out x'}]\n", "own.yaml:5:19  steps[0].command: A case cannot run the validation itself. Write another command.")]
    [InlineData(Head + "steps: [{command: --debug true validate}]\n", "own.yaml:5:19  steps[0].command: A case cannot run the validation itself. Write another command.")]
    [InlineData(Head + "steps: [{command: c, checks: [{reference: {file: f, match: [m], columns: {a: b}}, tolerance: {monte_carlo: e}}]}]\n", "own.yaml:5:108  steps[0].checks[0].tolerance.monte_carlo: The figures of a reference are compared without errors of their own. Check simulated ones with 'expect:'.")]
    [InlineData(Head + "steps: [{command: c, checks: [{printed: {a: 1}, tolerance: {monte_carlo: e}}]}]\n", "own.yaml:5:74  steps[0].checks[0].tolerance.monte_carlo: A figure in a sentence has no column of errors. Check it in a table.")]
    [InlineData(Head + "steps: [{command: c, checks: [{expect: {a: 0.7}, tolerance: {monte_carlo: b, source_error: 0.1, source_replicates: 10}}]}]\n", "own.yaml:5:116  steps[0].checks[0].tolerance.source_replicates: 'source_error' says already how exact the source is. Write one of the two.")]
    [InlineData(Head + "steps: [{command: init /elsewhere/x.yaml}]\n", "own.yaml:5:19  steps[0].command: '/elsewhere/x.yaml' leads out of the folder of the case. Write a path beneath it, with /.")]
    [InlineData(Head + "steps: [{command: 'init \"../my x.yaml\"'}]\n", "own.yaml:5:19  steps[0].command: '../my' leads out of the folder of the case. Write a path beneath it, with /.")]
    [InlineData(Head + "steps: [{command: run a.yaml --out=/x}]\n", "own.yaml:5:19  steps[0].command: '/x' leads out of the folder of the case. Write a path beneath it, with /.")]
    [InlineData(Head + "steps: [{command: run a.yaml -o/x}]\n", "own.yaml:5:19  steps[0].command: '/x' leads out of the folder of the case. Write a path beneath it, with /.")]
    [InlineData(Head + "steps: [{command: run a.yaml --out a/..}]\n", "own.yaml:5:19  steps[0].command: 'a/..' leads out of the folder of the case. Write a path beneath it, with /.")]
    public void Read_WhatIsNoCase_SaysWhatToWrite(string yaml, params string[] messages)
    {
        ValidationCaseReading reading = Read(yaml);

        Assert.Null(reading.Case);
        Assert.Equal(messages, reading.Problems.Select(problem => problem.ToString()));
    }

    [Fact, Trait("Source", "Property")]
    public void Read_Figures_KeepTheirDigits()
    {
        ValidationCase one = Read(Head + "steps: [{command: 'formula events', checks: [{expect: {Events: [0.0400, -1e-5]}, tolerance: {last_digits: 2}}]}]\n").Case!;

        ValidationCheck.Cells check = Assert.IsType<ValidationCheck.Cells>(Assert.Single(Assert.Single(one.Steps).Checks));
        Assert.Equal("0.0400 -1e-5", string.Join(' ', check.Expected[0].Value));
        Assert.Equal(2.0, check.Tolerance.LastDigits);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("run a/b.yaml --out a..b/c --set design.patients=1..5")]
    [InlineData("formula bounds --information 1/3,2/3")]
    public void Read_CommandWithinItsFolder_IsACase(string command) => Assert.NotNull(Read(Head + $"steps: [{{command: '{command}'}}]\n").Case);

    // The messages name the keys of each mapping; the page that describes them names them too.
    [Theory, Trait("Source", "Property")]
    [InlineData("x: 1\n")]
    [InlineData(Head + "steps: [{x: 1}]\n")]
    [InlineData(Head + "steps: [{command: c, checks: [{x: 1}]}]\n")]
    [InlineData(Head + "steps: [{command: c, checks: [{reference: {x: 1}}]}]\n")]
    [InlineData(Head + "steps: [{command: c, checks: [{expect: {a: 1}, tolerance: {x: 1}}]}]\n")]
    public void Docs_NameEveryKey(string yaml)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "validation.md"));
        string message = Read(yaml).Problems.Select(problem => problem.Message).First(text => text.StartsWith("'x' is not a key here.", StringComparison.Ordinal));

        string[] keys = KeyList().Match(message).Groups[1].Value.Split(", ");
        Assert.True(keys.Length > 2, message);
        Assert.All(keys, key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }

    private static ValidationCaseReading Read(string yaml) => ValidationCaseReader.Read(Encoding.UTF8.GetBytes(yaml), "own.yaml");

    [GeneratedRegex("Keys allowed here: ([^.]+)\\.")]
    private static partial Regex KeyList();
}
