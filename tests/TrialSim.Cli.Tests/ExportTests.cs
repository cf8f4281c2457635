using System.Globalization;
using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary><c>trialsim export</c>.</summary>
public sealed class ExportTests
{
    private static readonly string Pauses = Repository.PathOf("scenarios", "demo-sorafenib-pauses.yaml");

    [Fact, Trait("Source", "Property")]
    public async Task Export_SmallScenario_WritesItsDatasetsAndTheirDictionary()
    {
        using TemporaryFolder folder = new();
        CommandLine export = await ExportAsync(folder, SmallScenario.Yaml);

        Assert.Equal((0, ""), (export.ExitCode, export.Error));
        Assert.Equal(["adsl.csv", "adtte.csv", "define.csv", "manifest.json", "resolved.yaml"], Directory.GetFiles(folder.PathOf("adam")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (string dataset in new[] { "ADSL", "ADTTE" })
        {
            string[] described = [.. TableFile.Read(folder.PathOf("adam/define.csv")).Rows.Where(row => row("dataset") == dataset).Select(row => row("variable"))];
            TableFile table = TableFile.Read(folder.PathOf($"adam/{dataset.ToLowerInvariant()}.csv"));
            Assert.Equal(table.Names, described);
            Assert.All(table.Names, name => Assert.Matches("^[A-Z][A-Z0-9_]{0,7}$", name));
        }
    }

    // ADaM gives labels at most 40 characters.
    [Fact, Trait("Source", "Published")]
    public async Task Export_Dictionary_HasLabelsThatTheStandardAllows()
    {
        using TemporaryFolder folder = new();
        await CommandLine.RunAsync("export", Pauses, "--replicate", "1", "--adam", folder.PathOf("adam"));

        Assert.All(TableFile.Read(folder.PathOf("adam/define.csv")).Rows, row => Assert.InRange(row("label").Length, 1, 40));
        Assert.All(TableFile.Read(folder.PathOf("adam/define.csv")).Rows, row => Assert.Contains(row("type"), new[] { "text", "integer", "float", "date" }));
    }

    // Randomised on trial day t, a patient's day d is the date of day 0 plus the whole days of t + d.
    [Fact, Trait("Source", "ByHand")]
    public async Task Export_Dates_AreWholeDaysOfTheExactTimes()
    {
        using TemporaryFolder folder = new();
        await ExportAsync(folder, SmallScenario.Yaml, "--start-date", "2030-02-28");
        Dictionary<string, double> randomised = TableFile.Read(folder.PathOf("adam/adsl.csv")).Rows.ToDictionary(row => row("USUBJID"), row => Number(row("RANDTDY")));

        Assert.All(TableFile.Read(folder.PathOf("adam/adtte.csv")).Rows, row =>
        {
            double day = randomised[row("USUBJID")];
            Assert.Equal(DateOnly.Parse("2030-02-28", CultureInfo.InvariantCulture).AddDays((int)Math.Floor(day)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row("STARTDT"));
            Assert.Equal(DateOnly.Parse("2030-02-28", CultureInfo.InvariantCulture).AddDays((int)Math.Floor(day + Number(row("AVAL")))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row("ADT"));
        });
    }

    [Fact, Trait("Source", "Property")]
    public async Task Export_SubjectsAndTimes_AgreeAboutDeaths()
    {
        using TemporaryFolder folder = new();
        await ExportAsync(folder, SmallScenario.Yaml);
        Dictionary<string, Func<string, string>> subjects = TableFile.Read(folder.PathOf("adam/adsl.csv")).Rows.ToDictionary(row => row("USUBJID"));

        Assert.Equal(20, subjects.Count);
        Assert.All(TableFile.Read(folder.PathOf("adam/adtte.csv")).Rows, row =>
        {
            Func<string, string> subject = subjects[row("USUBJID")];
            bool died = row("CNSR") == "0";
            Assert.Equal((died ? "Y" : "", died ? row("ADT") : "", died ? "DISCONTINUED" : "ONGOING"), (subject("DTHFL"), subject("DTHDT"), subject("EOSSTT")));
            Assert.Equal(died ? "DEATH" : "ONGOING AT DATA CUT-OFF", row("EVNTDESC"));
            Assert.Equal((subject("TRT01P"), subject("STAGE")), (row("TRT01P"), row("STAGE")));
            Assert.True(string.CompareOrdinal(row("ADT"), subject("DCUTDT")) <= 0);
        });
    }

    // TACE every 42 days; sorafenib five days after it until a day before the next: 36 days on, 6 off.
    [Fact, Trait("Source", "ByHand")]
    public async Task Export_Exposure_HasSessionsDosesAndHoldsAsRows()
    {
        using TemporaryFolder folder = new();
        await CommandLine.RunAsync("export", Pauses, "--replicate", "1", "--adam", folder.PathOf("adam"));
        Func<string, string>[] rows = [.. TableFile.Read(folder.PathOf("adam/adex.csv")).Rows.Where(row => row("TRT01P") == "tace_sorafenib")];
        string patient = rows.First(row => row("EXTRT") == "SORAFENIB" && row("EXADJ").Length > 0)("USUBJID");
        Func<string, string>[] drug = [.. rows.Where(row => row("USUBJID") == patient && row("EXTRT") == "SORAFENIB").Take(3)];

        Assert.Equal(["", "HELD FOR PROCEDURE", ""], drug.Select(row => row("EXADJ")));
        Assert.Equal([36.0, 6.0], drug.Take(2).Select(row => Math.Round(Number(row("EXDURD")), 9)));
        Assert.Equal("0", drug[1]("EXDOSE"));
        Assert.Equal(["1", "2"], rows.Where(row => row("USUBJID") == patient && row("EXCAT") == "PROCEDURE").Take(2).Select(row => row("EXSESS")));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Export_EarlierLook_KnowsNothingOfLaterDays()
    {
        const string TwoLooks = "looks:\n    interim: {when: {trial_time: 5mo}}\n";
        using TemporaryFolder folder = new();
        string yaml = SmallScenario.With("looks:\n", TwoLooks);
        await ExportAsync(folder, yaml, "--look", "interim");
        Func<string, string>[] early = [.. TableFile.Read(folder.PathOf("adam/adtte.csv")).Rows];
        await ExportAsync(folder, yaml);
        Dictionary<string, Func<string, string>> late = TableFile.Read(folder.PathOf("adam/adtte.csv")).Rows.ToDictionary(row => row("USUBJID"));

        Assert.InRange(early.Length, 1, late.Count - 1);
        Assert.All(early, row => Assert.True(row("CNSR") == "0" ? row("AVAL") == late[row("USUBJID")]("AVAL") : Number(row("AVAL")) <= Number(late[row("USUBJID")]("AVAL"))));
        Assert.Contains(early, row => row("CNSR") == "1" && late[row("USUBJID")]("CNSR") == "0");
    }

    [Fact, Trait("Source", "Property")]
    public async Task Export_Twice_GivesTheSameBytesAndReplacesTheFolder()
    {
        using TemporaryFolder folder = new();
        await ExportAsync(folder, SmallScenario.Yaml);
        byte[] first = File.ReadAllBytes(folder.PathOf("adam/adtte.csv"));
        CommandLine again = await ExportAsync(folder, SmallScenario.Yaml);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(first, File.ReadAllBytes(folder.PathOf("adam/adtte.csv")));
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder.PathOf("adam/manifest.json")));
        Assert.Equal(("final", 3), (manifest.RootElement.GetProperty("look").GetString(), manifest.RootElement.GetProperty("replicate").GetInt32()));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--look: there is no look 'interim'. The looks are final.\n", "--look", "interim")]
    [InlineData("--start-date: '1.1.2026' cannot be used; write a date from the year 1900 to 3000, such as 2026-01-05.\nSee 'trialsim export --help'.\n", "--start-date", "1.1.2026")]
    public async Task Export_OptionThatCannotBeUsed_SaysWhatToWrite(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        CommandLine export = await ExportAsync(folder, SmallScenario.Yaml, options);

        Assert.Equal(2, export.ExitCode);
        Assert.Equal(message.Split('\n')[0], export.Error.Split('\n')[0]);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Export_FolderWithOtherFiles_IsLeftAloneAndNamesTheOption()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("adam"));
        folder.Write("adam/thesis.docx", "mine");
        CommandLine export = await ExportAsync(folder, SmallScenario.Yaml);

        Assert.Equal(2, export.ExitCode);
        Assert.EndsWith("Name another folder with --adam.\n", export.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.PathOf("adam/thesis.docx")));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--where: there is no column 'PARAM_CD'. Did you mean 'PARAMCD'?", "--where", "PARAM_CD=OS")]
    [InlineData("--where: PARAMCD has no level 'OX'. Did you mean 'OS'? The levels are OS.", "--adam", "OX")]
    [InlineData("--where: 'PARAMCD' cannot be used; write column=level, such as --where PARAMCD=OS or --where arm=a,b.", "--where", "PARAMCD")]
    [InlineData("--where: no row has CNSR 1 and CNSR 0 and PARAMCD OS. Name levels that occur together.", "--adam", "OS", "--where", "CNSR=1", "--where", "CNSR=0")]
    public async Task Analyze_RowsThatAreNotThere_SaysWhatThereIs(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        await ExportAsync(folder, SmallScenario.Yaml);
        string[] columns = options.Contains("--adam") ? [] : ["--time", "AVAL", "--event", "CNSR", "--event-level", "0"];
        CommandLine analyze = await CommandLine.RunAsync(["analyze", folder.PathOf("adam/adtte.csv"), .. columns, .. options]);

        Assert.Equal(2, analyze.ExitCode);
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_IntervalsOfAnExport_AreReadByTheShorthandToo()
    {
        using TemporaryFolder folder = new();
        await CommandLine.RunAsync("export", Repository.PathOf("scenarios", "demo-unequal-scans.yaml"), "--replicate", "1", "--adam", folder.PathOf("adam"));
        CommandLine analyze = await CommandLine.RunAsync("analyze", folder.PathOf("adam/adtte.csv"), "--adam", "PFS", "--lower", "AVALLO", "--upper", "AVALHI", "--method", "turnbull");

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains("Only rows with PARAMCD PFS are read.", analyze.Out, StringComparison.Ordinal);
    }

    private static Task<CommandLine> ExportAsync(TemporaryFolder folder, string yaml, params string[] options) =>
        CommandLine.RunAsync(["export", folder.Write("small.yaml", yaml), "--replicate", "3", "--adam", folder.PathOf("adam"), .. options]);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
