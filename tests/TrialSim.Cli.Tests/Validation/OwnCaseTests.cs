using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Validation;

/// <summary><c>trialsim validate --cases</c>: what a check accepts, and that it fails where it should.</summary>
[Collection(nameof(RunsAlone))]
public sealed class OwnCaseTests
{
    private const string Margin = "formula margin --historical-hazard-ratio 0.6"; // M2 is printed as 1.290994.
    private const string Small = "run trial.yaml --replicates 5 --out small"; // The final look comes after 17.63446069 ± 0.18569327 months, which Golden/operating-characteristics.csv holds.

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0, Margin, "[{expect: {Hazard ratio: [1.666667, 1.290994]}}]")]
    [InlineData(0, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.291}}]")]
    [InlineData(1, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.2909}}]")]
    [InlineData(0, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.2909}, tolerance: {last_digits: 1}}]")]
    [InlineData(0, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.2909}, tolerance: {relative: 1e-4}}]")]
    [InlineData(0, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.2909}, tolerance: {absolute: 1e-4}}]")]
    [InlineData(1, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.2908}, tolerance: {absolute: 1e-4}}]")]
    [InlineData(0, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Margin: 'M2, the share kept'}}]")]
    [InlineData(1, Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Margin: 'M2, another share'}}]")]
    [InlineData(1, Margin, "[{where: {Margin: M3}, expect: {Hazard ratio: 1.291}}]")]
    [InlineData(1, Margin, "[{expect: {Hazard ratio: 1.291}}]")]
    [InlineData(1, Margin, "[{expect: {Odds ratio: [1.666667, 1.290994]}}]")]
    [InlineData(0, Margin, "[{printed: {'active control over placebo': 0.6}}]")]
    [InlineData(1, Margin, "[{printed: {'active control over placebo': 0.7}}]")]
    [InlineData(1, Margin, "[{printed: {'nobody says this': 0.6}}]")]
    [InlineData(1, Margin, "[{file: small/nothing.csv, expect: {value: 1}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 17.6345}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.750}, tolerance: {monte_carlo: mc_standard_error}}]")] // 4.89 errors are 0.908
    [InlineData(1, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.700}, tolerance: {monte_carlo: mc_standard_error}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.700}, tolerance: {monte_carlo: mc_standard_error, source_error: 0.1}}]")]
    [InlineData(1, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 17.6345}, tolerance: {monte_carlo: subject}}]")]
    [InlineData(1, Small, "[{file: small/replicates.csv, sha256: 0000000000000000000000000000000000000000000000000000000000000000}]")]
    [InlineData(0, Small, "[{same: [small/replicates.csv, small/replicates.csv]}]")]
    [InlineData(1, Small, "[{same: [small/replicates.csv, small/resolved.yaml]}]")]
    [InlineData(1, Small, "[{same: [small/nothing.csv, small/nothing.csv]}]")]
    [InlineData(1, "formula margin --historical-hazard-ratio 6", "[{expect: {Hazard ratio: 1}}]")]
    public async Task OwnCase_Check_PassesOrFails(int exitCode, string command, string checks)
    {
        using TemporaryFolder folder = new();

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(command, checks));

        Assert.True(validate.ExitCode == exitCode, validate.Out + validate.Error);
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.PathOf("report/validation.json")));
        Assert.Equal(exitCode == 0 ? "Passed" : "Failed", record.RootElement.GetProperty("verdict").GetString());
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCase_ThatFails_IsToldInTerminalPageAndFile()
    {
        using TemporaryFolder folder = new();

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.300}, because: a guess}]"));

        Assert.Equal(1, validate.ExitCode);
        Assert.Contains("own.1", validate.Out, StringComparison.Ordinal);
        Assert.Contains("FAILED: 0 of 1 checks hold on this machine", validate.Out, StringComparison.Ordinal);
        string page = File.ReadAllText(folder.PathOf("report/validation.html"));
        Assert.Contains("1 check failed", page, StringComparison.Ordinal);
        Assert.Contains("a guess", page, StringComparison.Ordinal);
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.PathOf("report/validation.json")));
        JsonElement check = record.RootElement.GetProperty("cases")[0].GetProperty("steps")[0].GetProperty("checks")[0];
        Assert.Equal(
            ("own.1", "1.300", "1.290994", "-0.00901", "Failed"),
            (check.GetProperty("number").GetString(), check.GetProperty("expected").GetString(), check.GetProperty("found").GetString(), check.GetProperty("difference").GetString(), check.GetProperty("verdict").GetString()));
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCase_ReferenceTable_IsComparedRowByRow()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/expected.csv", "of,analysis,arm,theirs\nus,os_median,control,8.467057707\nus,os_median,treated,13.0\nus,os_median,nobody,1\nus,os_test,treated v control,NA\nthem,os_median,control,9\n");

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(
            Small,
            "[{file: small/operating-characteristics.csv, reference: {file: expected.csv, where: {of: us}, match: [analysis, arm], columns: {theirs: value}}}]").Replace("[trial.yaml]", "[trial.yaml, expected.csv]", StringComparison.Ordinal));

        // Several measures of one analysis and arm are no one row.
        Assert.Equal(1, validate.ExitCode);
        Assert.Contains("os_median, nobody", validate.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCase_HostileWords_AreEscaped()
    {
        const string Hostile = "</td><script>alert(1)</script>&\\\"'";
        using TemporaryFolder folder = new();

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, $"[{{what: \"{Hostile}\", because: \"{Hostile}\", expect: {{\"{Hostile}\": \"{Hostile}\"}}}}]")
            .Replace("Our design", $"\"{Hostile}\"", StringComparison.Ordinal).Replace("our statistician", $"\"{Hostile}\"", StringComparison.Ordinal));

        Assert.Equal(1, validate.ExitCode);
        string page = File.ReadAllText(folder.PathOf("report/validation.html"));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCases_BadFiles_AreToldTogetherAndNothingIsWritten()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/another.yaml", "validation: 1\nid: OWN\ntitle: x\nsource: y\ninputs: [missing.csv]\nstepps: []\nnot_reached: [z]\n");

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, "[{expect: {a: 1}, same: [b, c]}]"));

        string cases = folder.PathOf("cases");
        Assert.Equal((2, ""), (validate.ExitCode, validate.Out));
        Assert.Equal(
            $"{cases}/another.yaml:6:1  stepps: 'stepps' is not a key here. Did you mean 'steps'? Keys allowed here: validation, id, title, source, inputs, steps, not_reached.\n"
            + $"{cases}/own.yaml:8:14  steps[0].checks[0]: A check says one thing. Write exactly one of expect, printed, reference, sha256, same.\n",
            validate.Error);
        Assert.False(Directory.Exists(folder.PathOf("report")));
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCases_SameNameAndMissingInput_AreRefused()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/another.yaml", "validation: 1\nid: OWN\ntitle: x\nsource: y\ninputs: [missing.csv]\nnot_reached: [z]\n");

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, "[{expect: {a: 1}}]"));

        string cases = folder.PathOf("cases");
        Assert.Equal(2, validate.ExitCode);
        Assert.Equal(
            $"{cases}/another.yaml: inputs: there is no file '{cases}/missing.csv'. Put it there, or write another name.\n"
            + $"{cases}/own.yaml: id: 'own' is the name of another case too. Write another one.\n",
            validate.Error);
    }
}
