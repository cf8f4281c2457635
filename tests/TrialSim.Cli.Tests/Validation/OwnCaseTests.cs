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
    [InlineData(1, Margin, "[{expect: {Hazard ratio: [1.666667, '١']}}]")] // A one, but no figure.
    [InlineData(0, Margin, "[{printed: {'active control over placebo': 0.6}}]")]
    [InlineData(1, Margin, "[{printed: {'active control over placebo': 0.7}}]")]
    [InlineData(1, Margin, "[{printed: {'nobody says this': 0.6}}]")]
    [InlineData(1, Margin, "[{file: small/nothing.csv, expect: {value: 1}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 17.6345}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.750}, tolerance: {monte_carlo: mc_standard_error}}]")] // 4.89 errors are 0.908
    [InlineData(1, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.700}, tolerance: {monte_carlo: mc_standard_error}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.700}, tolerance: {monte_carlo: mc_standard_error, source_error: 0.1}}]")]
    [InlineData(1, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.7}, tolerance: {monte_carlo: mc_standard_error}}]")] // No half of a tenth beside them
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.7}, tolerance: {monte_carlo: mc_standard_error, last_digits: 0.5}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 17.634461}, tolerance: {relative: 1e-7}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 18}}]")]
    [InlineData(1, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 18}, tolerance: {relative: 1e-7}}]")]
    [InlineData(1, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 18}, tolerance: {absolute: 1e-7}}]")]
    [InlineData(1, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 17.6345}, tolerance: {monte_carlo: subject}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.700}, tolerance: {monte_carlo: mc_standard_error, absolute: 1}}]")]
    [InlineData(0, Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 16.700}, tolerance: {monte_carlo: mc_standard_error, relative: 0.06}}]")]
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

    // 17.6345 ± 0.18569327, and 4.89 errors.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("0.001, absolute", "17.6345", "{relative: 1e-6, absolute: 1e-3}")]
    [InlineData("0.0176, 0.001 of the figure", "17.6345", "{relative: 1e-3, absolute: 1e-3}")]
    [InlineData("5.1E-5, every printed digit", "17.6345", "{last_digits: 0.5}")]
    [InlineData("2E-4, 2 units of the last digit", "17.6345", "{last_digits: 2, absolute: 1e-4}")]
    [InlineData("0.908, 4.89 Monte Carlo errors", "17.6", "{monte_carlo: mc_standard_error}")]
    [InlineData("0.959, 4.89 Monte Carlo errors and 0.051 for the last digit", "17.6", "{monte_carlo: mc_standard_error, last_digits: 0.5}")]
    public async Task OwnCase_Tolerance_IsToldByTheRuleThatHolds(string told, string figure, string tolerance)
    {
        using TemporaryFolder folder = new();

        CommandLine validate = await OwnCases.RunAsync(
            folder, OwnCases.WithChecks(Small, $"[{{file: small/operating-characteristics.csv, where: {{measure: look_time}}, expect: {{value: {figure}}}, tolerance: {tolerance}}}]"));

        Assert.True(validate.ExitCode == 0, validate.Out + validate.Error);
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.PathOf("report/validation.json")));
        Assert.Equal(told, record.RootElement.GetProperty("cases")[0].GetProperty("steps")[0].GetProperty("checks")[0].GetProperty("tolerance").GetString());
    }

    [Fact, Trait("Source", "Regression")]
    public async Task OwnCase_ErrorThatIsNoNumber_FailsAndSaysSo()
    {
        using TemporaryFolder folder = new();

        CommandLine validate = await OwnCases.RunAsync(
            folder, OwnCases.WithChecks(Small, "[{file: small/operating-characteristics.csv, where: {measure: look_time}, expect: {value: 17.6345}, tolerance: {monte_carlo: subject}}]"));

        Assert.Equal(1, validate.ExitCode);
        Assert.Contains("\"no Monte Carlo error is there\"", File.ReadAllText(folder.PathOf("report/validation.json")), StringComparison.Ordinal);
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
        folder.Write(
            "cases/expected.csv",
            """
            of,analysis,arm,measure,theirs
            us,os_median,control,median,8.467057707
            us,os_median,treated,median,13.2037
            us,os_median,treated,median_q025,10.1
            us,os_median,treated,median_q500,NA
            us,os_median,nobody,median,1
            us,os_median,control,NA,1
            them,os_median,control,median,9

            """);

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(
            Small, "[{file: small/operating-characteristics.csv, reference: {file: expected.csv, where: {of: us}, match: [analysis, arm, measure], columns: {theirs: value}}}]", "trial.yaml, expected.csv"));

        // What is found is in Golden/operating-characteristics.csv. Several measures of one analysis and arm are no one row.
        Assert.Equal(1, validate.ExitCode);
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.PathOf("report/validation.json")));
        Assert.Equal(
            [
                "os_median, control, median: value 8.467057707 Passed",
                "os_median, treated, median: value 13.2037 Passed",
                "os_median, treated, median_q025: value 10.1 Failed",
                "os_median, nobody, median a row Failed",
                "os_median, control a row Failed",
            ],
            record.RootElement.GetProperty("cases")[0].GetProperty("steps")[0].GetProperty("checks").EnumerateArray()
                .Select(check => string.Join(' ', new[] { "what", "expected", "verdict" }.Select(key => check.GetProperty(key).GetString()))));
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCase_ReferenceThatExpectsNothing_IsNotPassed()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/expected.csv", "Margin,theirs\n\"M1, the whole effect\",NA\n\"M2, the share kept\",\n");

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, "[{reference: {file: expected.csv, match: [Margin], columns: {theirs: Hazard ratio}}}]", "trial.yaml, expected.csv"));

        Assert.Equal(1, validate.ExitCode);
        Assert.Contains("no figure is expected", validate.Out, StringComparison.Ordinal);
        Assert.Contains("FAILED: 0 of 1 checks hold", validate.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCases_ThatNoCommandReaches_AreNotPassed()
    {
        using TemporaryFolder folder = new();

        CommandLine validate = await OwnCases.RunAsync(folder, "validation: 1\nid: own\ntitle: x\nsource: y\ninputs: [trial.yaml]\nnot_reached: [z]\n");

        Assert.Equal(1, validate.ExitCode);
        Assert.Contains("FAILED: nothing was checked, because no command reaches these cases.", validate.Out, StringComparison.Ordinal);
        string page = File.ReadAllText(folder.PathOf("report/validation.html"));
        Assert.Contains(": nothing was checked</h1>", page, StringComparison.Ordinal);
        Assert.Contains("a validation that compares nothing has not passed", page, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCases_OnlyOneOfTwo_HeadlineSaysSo()
    {
        using TemporaryFolder folder = new();
        string own = OwnCases.WithChecks(Margin, "[{where: {Margin: 'M2, the share kept'}, expect: {Hazard ratio: 1.291}}]");
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/another.yaml", own.Replace("id: own", "id: another", StringComparison.Ordinal));
        folder.Write("cases/own.yaml", own);
        folder.Write("cases/trial.yaml", SmallScenario.Yaml);

        CommandLine validate = await CommandLine.RunAsync("validate", "--cases", folder.PathOf("cases"), "--only", "own", "--out", folder.PathOf("report"));

        Assert.Equal(0, validate.ExitCode);
        Assert.Contains("Passed: 1 of 1 checks hold on this machine, in 1 of 2 cases,", validate.Out, StringComparison.Ordinal);
        string page = File.ReadAllText(folder.PathOf("report/validation.html"));
        Assert.Contains(": all checks of 1 of 2 cases passed</h1>", page, StringComparison.Ordinal);
        Assert.Contains("The cases of this report are your own.", page, StringComparison.Ordinal);
        Assert.Contains("from the source that the case names", page, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody else found", page, StringComparison.Ordinal);
    }

    // The program prints counts with commas.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0, "1234")]
    [InlineData(0, "1,234")]
    [InlineData(1, "1")]
    [InlineData(1, "1235")]
    public async Task OwnCase_CountAboveAThousand_IsReadWhole(int exitCode, string rows)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/rows.csv", "response\n" + string.Concat(Enumerable.Repeat("1\n0\n", 617)));

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks("analyze rows.csv --response response --method proportions", $"[{{printed: {{'617 responses in': '{rows}'}}}}]", "trial.yaml, rows.csv"));

        Assert.True(validate.ExitCode == exitCode, validate.Out + validate.Error);
    }

    // A digit of another script ended the whole validation.
    [Fact, Trait("Source", "Regression")]
    public async Task OwnCase_DigitsOfAnotherScriptInWhatIsFound_FailThatCheckAlone()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/digits.csv", "a,b\n٣,3\n");

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, "[{file: digits.csv, expect: {a: 3, b: 3}}]", "trial.yaml, digits.csv"));

        Assert.Equal(1, validate.ExitCode);
        Assert.Contains("FAILED: 1 of 2 checks hold", validate.Out, StringComparison.Ordinal);
    }

    // It was said that standard output cannot be written.
    [PipeFact, Trait("Source", "Regression")]
    public async Task OwnCase_FileThatCannotBeRead_FailsThatCheckAlone()
    {
        using TemporaryFolder folder = new();
        StandInSlurm slurm = new(folder) { AlsoDoes = "ln -s nowhere small/broken" };
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/own.yaml", OwnCases.WithChecks("cluster submit trial.yaml --shards 2 --out small", "[{same: [small, small]}, {same: [trial.yaml, trial.yaml]}]"));
        folder.Write("cases/trial.yaml", SmallScenario.Yaml);

        CommandLine validate = await slurm.RunAsync("validate", "--cases", folder.PathOf("cases"), "--out", folder.PathOf("report"));

        Assert.True(validate.ExitCode == 1, validate.Error);
        Assert.Contains("files that can be read", validate.Out, StringComparison.Ordinal);
        Assert.Contains("FAILED: 1 of 2 checks hold", validate.Out, StringComparison.Ordinal);
    }

    // Its temporary folder stayed.
    [PipeFact, Trait("Source", "Regression")]
    public async Task OwnCase_InputThatIsGoneMeanwhile_LeavesNoTemporaryFolder()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        string temporary = Directory.CreateDirectory(folder.PathOf("temporary")).FullName;
        string input = folder.Write("cases/later.csv", "x");
        folder.Write("cases/first.yaml", OwnCases.WithChecks("cluster submit trial.yaml --shards 2 --out small", "[{same: [trial.yaml, trial.yaml]}]").Replace("id: own", "id: first", StringComparison.Ordinal));
        folder.Write("cases/second.yaml", OwnCases.WithChecks(Margin, "[{expect: {Hazard ratio: [1.666667, 1.290994]}}]", "later.csv"));
        folder.Write("cases/trial.yaml", SmallScenario.Yaml);

        CommandLine validate = await new StandInSlurm(folder) { AlsoDoes = $"rm -f {input}", Temporary = temporary }
            .RunAsync("validate", "--cases", folder.PathOf("cases"), "--out", folder.PathOf("report"));

        Assert.Equal((2, ""), (validate.ExitCode, validate.Out));
        Assert.Contains($"{input}: cannot be read.", validate.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary, "trialsim-validation-*"));
    }

    // It was filed as a failure of the program.
    [FactWith("/dev/full"), Trait("Source", "Regression")]
    public async Task OwnCase_DiskIsFull_IsNoVerdict()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/own.yaml", OwnCases.WithChecks("cluster submit trial.yaml --shards 2 --out small", "[{same: [trial.yaml, trial.yaml]}]") + "  - command: init new.yaml\n");
        folder.Write("cases/trial.yaml", SmallScenario.Yaml);

        CommandLine validate = await new StandInSlurm(folder) { AlsoDoes = "ln -sf /dev/full new.yaml.trialsim-partial" }
            .RunAsync("validate", "--cases", folder.PathOf("cases"), "--out", folder.PathOf("report"));

        Assert.Equal((2, ""), (validate.ExitCode, validate.Out));
        Assert.Contains("own: a full disk is no verdict on the program, and nothing is filed. Its command said \"new.yaml: cannot be written. No space left on device", validate.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("report")));
    }

    // Half of it stood under its name, and the same command refused to replace it.
    [FactWith("/dev/full"), Trait("Source", "Regression")]
    public async Task OwnCase_NoRoomForTheReport_LeavesNoHalfOfIt()
    {
        using TemporaryFolder folder = new();
        string partial = folder.PathOf("report/.trialsim-partial");
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/own.yaml", OwnCases.WithChecks("cluster submit trial.yaml --shards 2 --out small", "[{same: [trial.yaml, trial.yaml]}]"));
        folder.Write("cases/trial.yaml", SmallScenario.Yaml);
        string[] command = ["validate", "--cases", folder.PathOf("cases"), "--out", folder.PathOf("report")];

        CommandLine full = await new StandInSlurm(folder) { AlsoDoes = $"mkdir -p {partial} && ln -sf /dev/full {partial}/validation.html" }.RunAsync(command);
        bool isLeft = Directory.Exists(folder.PathOf("report"));
        CommandLine again = await new StandInSlurm(folder).RunAsync(command);

        Assert.Equal((2, ""), (full.ExitCode, full.Out));
        Assert.StartsWith($"--out: '{folder.PathOf("report")}' cannot be written. No space left on device", full.Error.Split('\n')[^2], StringComparison.Ordinal);
        Assert.False(isLeft);
        Assert.True(again.ExitCode == 0, again.Error);
    }

    // They were waited for, or read whole.
    [PipeFact, Trait("Source", "Regression")]
    public async Task OwnCases_PipesAndHugeFiles_AreRefused()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        string own = OwnCases.WithChecks(Margin, "[{expect: {Hazard ratio: [1.666667, 1.290994]}}]", "trial.yaml, data.csv");
        string data = folder.PathOf("cases/data.csv");

        PipeFactAttribute.Make(data);
        CommandLine pipe = await OwnCases.RunAsync(folder, own);
        File.Delete(data);
        using (FileStream huge = File.Create(data))
        {
            huge.SetLength((64 << 20) + 1);
        }

        CommandLine input = await OwnCases.RunAsync(folder, own);
        using (FileStream huge = File.Create(folder.PathOf("cases/another.yaml")))
        {
            huge.SetLength((1 << 20) + 1);
        }

        CommandLine one = await OwnCases.RunAsync(folder, own);

        Assert.Equal((2, $"{data}: is empty, or a pipe or a device, which is not waited for. Put a file there that holds something.\n"), (pipe.ExitCode, pipe.Error));
        Assert.Equal((2, $"{data}: is longer than 67108864 bytes, the most that an input may have. Is this the right file?\n"), (input.ExitCode, input.Error));
        Assert.Equal((2, $"{folder.PathOf("cases/another.yaml")}: is longer than 1048576 bytes, the most that a YAML file may have. Is this the right file?\n"), (one.ExitCode, one.Error));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("[{where: {Margin: M3}, expect: {Hazard ratio: 1}}]", "no row with Margin 'M3'; Margin is M1, the whole effect, M2, the share kept")]
    [InlineData("[{expect: {Odds ratio: 1}}]", "no column 'Odds ratio'; there are Margin, Hazard ratio")]
    [InlineData("[{expect: {Hazard ratio: 1}}]", "2 rows, which differ in Margin (M1, the whole effect, M2, the share kept)")]
    [InlineData("[{expect: {Hazard ratio: [1, 2, 3]}}]", "not 3 rows, but 2 rows, which differ in Margin (M1, the whole effect, M2, the share kept)")]
    public async Task OwnCase_RowsThatAreNotThere_SaysWhichThereAre(string checks, string found)
    {
        using TemporaryFolder folder = new();

        await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, checks));

        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.PathOf("report/validation.json")));
        Assert.StartsWith(found, record.RootElement.GetProperty("cases")[0].GetProperty("steps")[0].GetProperty("checks")[0].GetProperty("found").GetString(), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCase_OfThePage_Passes()
    {
        using TemporaryFolder folder = new();
        string example = string.Concat(File.ReadLines(Repository.PathOf("docs", "validation.md")).SkipWhile(line => line != "    validation: 1").TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line[4..] + "\n"));
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/our-design.yaml", example.Replace("--replicates 20000", "--replicates 1000", StringComparison.Ordinal));
        folder.Write("cases/study-7.yaml", File.ReadAllText(Repository.PathOf("scenarios", "validation", "benchmark-d2.yaml")));

        CommandLine validate = await CommandLine.RunAsync("validate", "--cases", folder.PathOf("cases"), "--out", folder.PathOf("report"));

        Assert.True(validate.ExitCode == 0, validate.Out + validate.Error);
        Assert.Contains("3 of 3 checks hold", validate.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCase_Record_EveryKeyIsDocumented()
    {
        using TemporaryFolder folder = new();
        string page = File.ReadAllText(Repository.PathOf("docs", "validation.md")).Split("## validation.json")[1].Split("\n## ")[0];

        await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, "[{expect: {Hazard ratio: [1.666667, 1.290994]}}]"));

        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.PathOf("report/validation.json")));
        Assert.Equal(1, record.RootElement.GetProperty("validation").GetInt32());
        Assert.Equal([], KeysOf(record.RootElement).Distinct().Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal)));
    }

    [Fact, Trait("Source", "Property")]
    public async Task OwnCases_EachAnInput_AreRefused()
    {
        using TemporaryFolder folder = new();

        CommandLine validate = await OwnCases.RunAsync(folder, OwnCases.WithChecks(Margin, "[]", "trial.yaml, own.yaml"));

        Assert.Equal(
            (2, $"{folder.PathOf("cases")}: every file is an input of a case, and an input is no case. Take the case itself out of 'inputs:'.\n"),
            (validate.ExitCode, validate.Error));
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

    // tests/fuzz found it.
    [Theory, Trait("Source", "Regression")]
    [InlineData("--out")]
    [InlineData("--list")]
    public async Task OwnCase_Controls_DoNothingToTheTerminal(string option)
    {
        const string Hostile = "\"a\\e[31mb\\u202Ec\\nd\"";
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("cases"));
        folder.Write("cases/trial.yaml", SmallScenario.Yaml);
        folder.Write("cases/own.yaml", $"{OwnCases.WithChecks(Margin, $"[{{what: {Hostile}, expect: {{{Hostile}: {Hostile}}}}}]")}not_reached: [{Hostile}]\n"
            .Replace("Our design", Hostile, StringComparison.Ordinal).Replace("our statistician", Hostile, StringComparison.Ordinal));

        CommandLine validate = await CommandLine.RunAsync(["validate", "--cases", folder.PathOf("cases"), option, .. option == "--out" ? [folder.PathOf("report")] : Array.Empty<string>()]);

        Assert.Equal(option == "--out" ? 1 : 0, validate.ExitCode);
        Assert.Contains("a\uFFFD[31mb", validate.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(validate.Out.Replace("\n", "", StringComparison.Ordinal), letter => char.IsControl(letter) || letter == '\u202E');
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

    private static IEnumerable<string> KeysOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => KeysOf(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(KeysOf),
        _ => [],
    };
}
