using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests.Validation;

/// <summary><c>trialsim validate</c>: the cases that ship. The command changes the current folder of the process while it runs.</summary>
[Collection(nameof(RunsAlone))]
public sealed class ValidateTests
{
    // The cases that simulate long are run by the published program, and by tests of their own.
    private const string Quick = "V1,V2,V3,V4,V9,V10,V11,V12,V13,V27,V29,V30,V32,V33,Traps,R-survival,R-outcomes,R-intervals";

    [Fact, Trait("Source", "AgainstR")]
    public async Task Validate_QuickCases_PassAndAreFiled()
    {
        using TemporaryFolder folder = new();
        string before = Environment.CurrentDirectory;

        CommandLine validate = await CommandLine.RunAsync("validate", "--only", Quick, "--out", folder.PathOf("filed"));

        Assert.True(validate.ExitCode == 0, validate.Out);
        Assert.Equal(before, Environment.CurrentDirectory);
        Assert.Equal(["validation.html", "validation.json"], Directory.GetFiles(folder.PathOf("filed")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(folder.PathOf("filed/validation.json")));
        Assert.Equal("Passed", record.RootElement.GetProperty("verdict").GetString());
        Assert.True(record.RootElement.GetProperty("check_count").GetInt32() > 1_500);
        Assert.Equal(0, record.RootElement.GetProperty("failed_count").GetInt32());
        Assert.Contains("V16", record.RootElement.GetProperty("cases_left_out").EnumerateArray().Select(left => left.GetString()));
        string page = File.ReadAllText(folder.PathOf("filed/validation.html"));
        Assert.Contains("all checks of 18 of 34 cases passed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("left out, because they were not asked for: V5", page, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Validate_FolderThatHoldsOne_DoesNotReplaceIt()
    {
        using TemporaryFolder folder = new();
        string[] command = ["validate", "--only", "v33", "--out", folder.PathOf("filed")];
        CommandLine first = await CommandLine.RunAsync(command);
        string filed = File.ReadAllText(folder.PathOf("filed/validation.json"));

        CommandLine second = await CommandLine.RunAsync(command);

        Assert.True(first.ExitCode == 0, first.Out + first.Error);
        Assert.Equal(2, second.ExitCode);
        Assert.Equal($"--out: '{folder.PathOf("filed")}' is not empty, and a validation that is filed is not replaced. Name another folder.\n", second.Error);
        Assert.Equal(filed, File.ReadAllText(folder.PathOf("filed/validation.json")));
    }

    [Fact, Trait("Source", "Property")]
    public async Task List_EveryCaseOfTheDocs_IsThere()
    {
        string[] documented =
        [
            .. File.ReadLines(Repository.PathOf("docs", "validation.md")).Where(line => line.StartsWith("| V", StringComparison.Ordinal) || line.StartsWith("| Traps", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim()),
        ];

        CommandLine list = await CommandLine.RunAsync("validate", "--list");

        string[] listed = [.. list.Out.Split('\n').Select(line => line.TrimStart().Split(' ')[0])];
        Assert.True(documented.Length > 20);
        Assert.Empty(documented.Except(listed));
    }

    [Fact, Trait("Source", "Property")]
    public async Task WriteCases_ReadAgain_AreTheSameSet()
    {
        using TemporaryFolder folder = new();

        CommandLine write = await CommandLine.RunAsync("validate", "--write-cases", folder.PathOf("cases"));
        await CommandLine.RunAsync("validate", "--only", "V33", "--out", folder.PathOf("shipped"));
        await CommandLine.RunAsync("validate", "--only", "V33", "--cases", folder.PathOf("cases"), "--out", folder.PathOf("written"));
        CommandLine again = await CommandLine.RunAsync("validate", "--write-cases", folder.PathOf("cases"));

        Assert.Equal(0, write.ExitCode);
        Assert.Equal(DigestIn(folder.PathOf("shipped")), DigestIn(folder.PathOf("written")));
        Assert.Equal((2, $"--write-cases: '{folder.PathOf("cases")}' is not a new folder. Name one that is not there yet.\n"), (again.ExitCode, again.Error));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--only: there is no case 'V99'. The cases are V1, V2,", "--only", "V99")]
    [InlineData("--cases: there is no folder 'nowhere'. Name the folder with your cases, or write the shipped ones as examples with --write-cases <folder>.", "--cases", "nowhere")]
    [InlineData("--only: it says nothing beside --list, which runs no case. Leave one of the two options out.", "--list", "--only", "V1")]
    [InlineData("--out: it says nothing beside --list, which runs no case. Leave one of the two options out.", "--list", "--out", "x")]
    [InlineData("--list: it says nothing beside --write-cases, which runs no case. Leave one of the two options out.", "--list", "--write-cases", "x")]
    [InlineData("--cases: it says nothing beside --write-cases, which runs no case. Leave one of the two options out.", "--write-cases", "x", "--cases", "y")]
    [InlineData("--out: the name of the folder is empty. Name a folder.", "--only", "V33", "--out", "")]
    public async Task Validate_BadOption_SaysWhatToWrite(string message, params string[] options)
    {
        CommandLine validate = await CommandLine.RunAsync(["validate", .. options]);

        Assert.Equal((2, ""), (validate.ExitCode, validate.Out));
        Assert.StartsWith(message, validate.Error, StringComparison.Ordinal);
    }

    private static string DigestIn(string folder)
    {
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "validation.json")));
        return record.RootElement.GetProperty("case_set_sha256").GetString()!;
    }
}
