using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Each mistake in data or options ends with exit code 2 and a message that names the place and what to write.</summary>
public sealed class AnalyzeBadInputTests
{
    private const string Good = "time,event,arm,age\n5,1,a,60\n7,0,b,61\n3,1,b,62\n9,1,a,63\n";
    private static readonly string[] Columns = ["--time", "time", "--event", "event", "--arm", "arm"];

    [Theory, Trait("Source", "Property")]
    [InlineData("5,1,a,60", "five,1,a,60", ":2  time: 'five' is not a number. Write a number such as 12.5")]
    [InlineData("3,1,b,62", "-3,1,b,62", ":4  time: -3 is negative.")]
    [InlineData("3,1,b,62", "Inf,1,b,62", ":4  time: 'Inf' is not a number.")]
    [InlineData("3,1,b,62", "\"3,5\",1,b,62", ":4  time: '3,5' has a decimal comma. Write 3.5")]
    [InlineData("3,1,b,62", "\"3,500\",1,b,62", ":4  time: '3,500' has a comma. Write 3.500 if it is a decimal comma, 3500 if it stands between thousands")]
    [InlineData("3,1,b,62", "3e300,1,b,62", ":4  time: '3e300' is too far from 1 to be reckoned with. Write numbers from 1e-50 to 1e50, or 0")]
    [InlineData("3,1,b,62", "3e-300,1,b,62", ":4  time: '3e-300' is too far from 1 to be reckoned with.")]
    [InlineData("3,1,b,62", "3,1,b", ":4  The row has 3 cells, the header 4. Write a cell for each column")]
    [InlineData("3,1,b,62", "3,5,1,b,62", ":4  The row has 5 cells, the header 4. Put cells that contain the separator into quotation marks")]
    [InlineData("3,1,b,62", "3,2,b,62", "event holds '1', '0', '2': competing events. Say which one is analysed, such as --event-of-interest 1.")]
    [InlineData("3,1,b,62", "3,dead,b,62", "Say which level is the event: --event-level <level>")]
    [InlineData("time,event,arm,age", "tyme,event,arm,age", ": --time: there is no column 'time'. Did you mean 'tyme'? The columns are tyme, event, arm, age.")]
    [InlineData("time,event,arm,age", "time,event,arm,time", ":1  Two columns are named 'time'.")]
    [InlineData("3,1,b,62", "3,1,\"b,62", ":4  A quotation mark is out of place.")]
    public async Task Analyze_MistakeInTheData_NamesItsPlaceAndWhatToWrite(string piece, string mistake, string message)
    {
        using TemporaryFolder folder = new();
        Assert.Contains(piece, Good, StringComparison.Ordinal);
        string file = folder.Write("data.csv", Good.Replace(piece, mistake, StringComparison.Ordinal));

        CommandLine analyze = await CommandLine.RunAsync(["analyze", file, .. Columns, "--out", folder.PathOf("out")]);

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.StartsWith(file, analyze.Error, StringComparison.Ordinal);
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
        Assert.Equal(["data.csv"], folder.Listing());
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--cuts 6", "--cuts is read by parametric alone, and applied are km, log_rank, cox. Write --method km,log_rank,cox,parametric, or leave --cuts out.")]
    [InlineData("--tau 6 --method km", "--tau is read by rmst alone, and applied is km. Write --method km,rmst, or leave --tau out.")]
    [InlineData("--landmark 2 --method km", "--landmark is read by landmark alone")]
    [InlineData("--null-median 8 --method km", "--null-median is read by one_sample_log_rank alone")]
    [InlineData("--weights 0,1 --delay 3 --method km,cox", "--weights is read by log_rank, max_combo, landmark alone, and applied are km, cox. Write --method km,cox,log_rank, or leave --weights out.\n--delay is read by")]
    [InlineData("--ties exact --hazard-ratio-interval profile --method log_rank", "--ties is read by cox, landmark alone")]
    [InlineData("--at 5 --interval plain --method log_rank", "--interval is read by km, cumulative_incidence, landmark alone")]
    public async Task Analyze_OptionOfAMethodThatIsNotApplied_SaysWhatToWrite(string options, string message)
    {
        using TemporaryFolder folder = new();

        CommandLine analyze = await CommandLine.RunAsync(["analyze", folder.Write("data.csv", Good), .. Columns, .. options.Split(' '), "--out", folder.PathOf("out")]);

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
        Assert.Equal(["data.csv"], folder.Listing());
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_SeveralMistakes_ReportsThemTogetherAndCountsTheRest()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", "time,event\n" + string.Concat(Enumerable.Range(0, 50).Select(_ => "x,1\n")));

        CommandLine analyze = await CommandLine.RunAsync("analyze", file, "--time", "time", "--event", "event");

        string[] lines = analyze.Error.TrimEnd('\n').Split('\n');
        Assert.Equal((2, 21), (analyze.ExitCode, lines.Length));
        Assert.Equal($"{file}: … and 30 more.", lines[^1]);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("", "The file is empty. Begin with a header that names the columns")]
    [InlineData("time,event,arm\n", "There are no rows below the header.")]
    [InlineData("time,event,arm\nNA,1,a\n.,0,b\n", "No row is complete in time, event, arm.")]
    public async Task Analyze_FileWithoutData_SaysWhatToGive(string content, string message)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", content);

        CommandLine analyze = await CommandLine.RunAsync(["analyze", file, .. Columns]);

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.StartsWith($"{file}: {message}", analyze.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_BinaryFile_IsNamedSo()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("data.csv");
        File.WriteAllBytes(file, [0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00]);

        CommandLine analyze = await CommandLine.RunAsync(["analyze", file, .. Columns]);

        Assert.Equal((2, "", $"{file}: This is a binary file or not UTF-8. Save the table as CSV in UTF-8.\n"), (analyze.ExitCode, analyze.Out, analyze.Error));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_NoSuchFileFolderOrName_SaysWhatToName()
    {
        using TemporaryFolder folder = new();
        CommandLine none = await CommandLine.RunAsync(["analyze", folder.PathOf("none.csv"), .. Columns]);
        CommandLine directory = await CommandLine.RunAsync(["analyze", folder.Path, .. Columns]);
        CommandLine empty = await CommandLine.RunAsync(["analyze", "", .. Columns]);

        Assert.All([none, directory, empty], analyze => Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out)));
        Assert.Equal($"{folder.PathOf("none.csv")}: there is no such file. Name a CSV file.\n", none.Error);
        Assert.Equal($"{folder.Path}: is a folder, not a data file. Name a CSV file in it.\n", directory.Error);
        Assert.Equal("The data file's name is empty. Name a CSV file.\n", empty.Error);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--method: there is no method 'logrank'. Did you mean 'log_rank'?", "--method", "logrank")]
    [InlineData("--method rmst: rmst needs a horizon. Add --tau <time>.", "--method", "rmst")]
    [InlineData("--method landmark: landmark needs a time. Add --landmark <time>.", "--method", "landmark")]
    [InlineData("--method gray: gray needs competing events.", "--method", "gray")]
    [InlineData("--method trend: trend compares 3 arms or more", "--method", "trend")]
    [InlineData("--control: arm has no level 'c'. The levels are a, b.", "--control", "c")]
    [InlineData("--event-level: there is no level 'dead'. The levels are '1', '0'.", "--event-level", "dead")]
    [InlineData("--event-of-interest: there is no level '3'.", "--event-of-interest", "3")]
    [InlineData("--strata: there is no column 'sites'.", "--strata", "sites")]
    [InlineData("--covariates: there is no column 'agee'. Did you mean 'age'?", "--covariates", "agee")]
    [InlineData("--arm and --covariates name the column 'arm' both. Name each column once.", "--covariates", "arm")]
    [InlineData("--categorical: 'age' is not among the covariates.", "--categorical", "age")]
    [InlineData("--at: 'soon' cannot be used; write numbers with a decimal point", "--at", "soon")]
    [InlineData("--at: '-1' cannot be used; write times of 0 or more", "--at", "-1")]
    [InlineData("--tau: '0' cannot be used; write a time above 0.", "--tau", "0")]
    [InlineData("--tau takes one number. Give it once.", "--tau", "1,2")]
    [InlineData("--confidence: '95' cannot be used; write a share between 0 and 1", "--confidence", "95")]
    [InlineData("--ties: 'exactly' cannot be used; write efron or breslow or exact.", "--ties", "exactly")]
    [InlineData("--rmst-variance: 'sas' cannot be used; write greenwood or bias-corrected.", "--rmst-variance", "sas")]
    [InlineData("--null-hazard: '5:0.1' cannot be used; write from:hazard with from ascending from 0", "--null-hazard", "5:0.1")]
    [InlineData("--null-hazard: '0:0.1,0:0.2' cannot be used;", "--null-hazard", "0:0.1,0:0.2")]
    [InlineData("--lower is for interval-censored data, and the columns named are of survival data.", "--lower", "age")]
    [InlineData("--interval: 'cloglog' cannot be used;", "--interval", "cloglog")]
    [InlineData("--weights: '1' cannot be used; write rho,gamma", "--weights", "1")]
    [InlineData("--control: '' names nothing. Write --control <level>.", "--control", "")]
    [InlineData("--strata: ',' names nothing. Write --strata <columns>.", "--strata", ",")]
    [InlineData("--at: ',' holds no number. Write --at <times>.", "--at", ",")]
    [InlineData("--event-level and --event-of-interest name the event twice.", "--event-level", "1", "--event-of-interest", "1")]
    [InlineData("--censored-level is for competing events. Add --event-of-interest <level>", "--censored-level", "0")]
    [InlineData("--null-median and --null-hazard are two curves to test against. Give one of them.", "--null-median", "5", "--null-hazard", "0:0.1")]
    [InlineData("--null-shape needs the median of its curve. Add --null-median <time>.", "--null-shape", "2")]
    [InlineData("--delay takes a time and, after a comma, a greatest weight", "--delay", "6,0.5")]
    public async Task Analyze_MistakeInAnOption_NamesItAndWhatToWrite(string message, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", Good);

        CommandLine analyze = await CommandLine.RunAsync(["analyze", file, .. Columns, .. options]);

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("analyze")]
    [InlineData("fit")]
    public async Task Data_EmptyNameForTheTime_IsRefused(string command)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", Good);

        CommandLine analyze = await CommandLine.RunAsync(command, file, "--time", "", "--event", "event");

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains("--time: '' names nothing. Write --time <column>.", analyze.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Analyze_CategoryOfManyNumbers_SaysHowManyLevels()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", "time,event,site\n" + string.Concat(Enumerable.Range(1, 60).Select(site => $"{site},1,{site}\n")));

        CommandLine analyze = await CommandLine.RunAsync("analyze", file, "--time", "time", "--event", "event", "--covariates", "site", "--categorical", "site");

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains("--categorical: site has 60 levels, more than 50. Leave site out of --categorical", analyze.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Regression")]
    [InlineData("time,event,arm\n5,1,{0}\n7,0,b\n", ":2  arm: a cell of 2000 characters, 'AAAA")]
    [InlineData("time,event,arm,{0}\n5,1,a,1\n7,0,b,1\n", ":1  The column 'AAAA")]
    public async Task Analyze_NameOfThousandsOfLetters_IsRefusedInShort(string content, string message)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", content.Replace("{0}", new string('A', 2000), StringComparison.Ordinal));

        CommandLine analyze = await CommandLine.RunAsync(["analyze", file, .. Columns]);

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains(message, analyze.Error, StringComparison.Ordinal);
        Assert.True(analyze.Error.Length < 1000);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Analyze_UnknownColumnAmongThousands_ListsTheFirst()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", string.Join(',', Enumerable.Range(0, 3000).Select(column => $"c{column}")) + "\n" + new string(',', 2999) + "\n");

        CommandLine analyze = await CommandLine.RunAsync("analyze", file, "--time", "weeks", "--event", "c1");

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Contains("c38, c39, … and 2960 more.", analyze.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Analyze_VerySmallAndVeryGreatTimes_AreNotPrintedAsZeroOrInHundredsOfDigits()
    {
        using TemporaryFolder folder = new();
        string small = folder.Write("small.csv", "time,event\n2e-20,1\n3e-20,1\n4e-20,1\n");
        string great = folder.Write("great.csv", "time,event\n2e40,1\n3e40,1\n4e40,1\n");

        CommandLine ofSmall = await CommandLine.RunAsync("analyze", small, "--time", "time", "--event", "event");
        CommandLine ofGreat = await CommandLine.RunAsync("analyze", great, "--time", "time", "--event", "event");

        Assert.Contains(" 3e-20 (2e-20–not reached)", ofSmall.Out, StringComparison.Ordinal);
        Assert.Contains(" 3e40 (2e40–not reached)", ofGreat.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_WithoutTimeOrEvent_AsksForBoth()
    {
        CommandLine analyze = await CommandLine.RunAsync("analyze", "data.csv");

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Equal("--time is missing. Add --time <column>.\n--event is missing. Add --event <column>.\nSee 'trialsim analyze --help'.\n", analyze.Error);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Analyze_StartAfterStop_NamesTheRow()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", "id,begin,end,event\n1,0,5,0\n1,5,4,1\n");

        CommandLine analyze = await CommandLine.RunAsync("analyze", file, "--start", "begin", "--time", "end", "--event", "event");

        Assert.Equal((2, ""), (analyze.ExitCode, analyze.Out));
        Assert.Equal($"{file}:3  begin: 5 is after end, 4. A row is at risk from begin to end.\n", analyze.Error);
    }
}
