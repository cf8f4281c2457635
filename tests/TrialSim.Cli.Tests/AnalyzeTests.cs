using System.Text.Json;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What <c>trialsim analyze</c> prints and writes.</summary>
public sealed class AnalyzeTests
{
    private static readonly string Data = Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference");

    [Theory, Trait("Source", "Regression")]
    [InlineData("lung", "--time time --event status --arm group --strata strata --covariates age,karno --at 180,365 --tau 500 --weights 0,1 --delay 180,2 --landmark 100 --time-unit days")]
    [InlineData("veteran", "--time time --event status --arm strata --control large --method km,log_rank,trend,cox,max_combo --at 90 --interval log-log")]
    [InlineData("gehan", "--time time --event status --arm group --at 10 --tau 20 --time-unit weeks --ties breslow --method km,rmst,log_rank,max_combo,cox")]
    [InlineData("aml", "--time time --event status --confidence 0.9 --interval plain")]
    [InlineData("mgus2", "--time time --event event --arm group --event-of-interest 1 --covariates age --at 60,120 --method cumulative_incidence,gray,fine_gray")]
    [InlineData("heart", "--start start --time stop --event event --arm transplant --covariates age,year")]
    public async Task Analyze_ReferenceData_PrintsTheGoldenText(string name, string options)
    {
        CommandLine analyze = await CommandLine.RunAsync(["analyze", Path.Combine(Data, $"{name}.csv"), .. options.Split(' ')]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        GoldenFile.Matches($"analyze-{name}.txt", analyze.Out.Replace(Data + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData(40)]
    [InlineData(80)]
    public async Task Analyze_NarrowTerminal_StaysWithinItsWidth(int width)
    {
        CommandLine analyze = await CommandLine.RunAsync(
            width, ["analyze", Path.Combine(Data, "lung.csv"), "--time", "time", "--event", "status", "--arm", "group", "--at", "180"]);

        // The first line holds the path, which cannot be broken.
        Assert.All(analyze.Out.Split('\n').Skip(3), line => Assert.InRange(line.Length, 0, width));
    }

    [Fact, Trait("Source", "Regression")]
    public async Task Analyze_OutputFolder_HoldsTablesReportAndChart()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("gehan.csv");
        File.Copy(Path.Combine(Data, "gehan.csv"), file);
        string output = folder.PathOf("out");

        CommandLine analyze = await CommandLine.RunAsync("analyze", file, "--time", "time", "--event", "status", "--arm", "group", "--out", output);
        CommandLine again = await CommandLine.RunAsync("analyze", file, "--time", "time", "--event", "status", "--arm", "group", "--out", output);

        Assert.Equal((0, "", 0), (analyze.ExitCode, analyze.Error, again.ExitCode));
        Assert.EndsWith($"Report: {Path.Combine(output, "report.html")}\n", analyze.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["analysis.csv", "analysis.json", "charts/kaplan-meier.vl.json", "km.csv", "manifest.json", "report.html"],
            Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(output, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        GoldenFile.Matches("analyze-gehan-km.csv", File.ReadAllText(Path.Combine(output, "km.csv")));
        GoldenFile.Matches("analyze-gehan-analysis.csv", File.ReadAllText(Path.Combine(output, "analysis.csv")));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "analysis.json")));
        JsonElement median = json.RootElement.GetProperty("figures").EnumerateArray().Single(figure =>
            figure.GetProperty("group").GetString() == "6MP" && figure.GetProperty("measure").GetString() == "median");
        Assert.Equal((23, "Infinity"), (median.GetProperty("value").GetDouble(), median.GetProperty("upper").GetString()));
        Assert.Contains("gehan.csv", File.ReadAllText(Path.Combine(output, "report.html")), StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("time,event,arm\n", ",")]
    [InlineData("time;event;arm\n", ";")]
    [InlineData("time\tevent\tarm\n", "\t")]
    public async Task Analyze_AnySeparator_GivesTheSameFigures(string header, string separator)
    {
        using TemporaryFolder folder = new();
        string rows = string.Concat(new[] { "5,1,a", "7,0,b", "3,1,b", "9,1,a", "4,0,a", "8,1,b" }.Select(row => row.Replace(",", separator, StringComparison.Ordinal) + "\n"));
        string file = folder.Write("data.csv", header + rows);

        CommandLine analyze = await CommandLine.RunAsync("analyze", file, "--time", "time", "--event", "event", "--arm", "arm", "--method", "log_rank");

        // survdiff(Surv(c(5, 7, 3, 9, 4, 8), c(1, 0, 1, 1, 0, 1)) ~ c("a", "b", "b", "a", "a", "b")): chisq 0.333333333333333
        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains("0.3333", analyze.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("1", "0", "1 is the event; 0 is censored. 2 events in 4 rows.")]
    [InlineData("yes", "No", "yes is the event; No is censored. 2 events in 4 rows.")]
    [InlineData("TRUE", "FALSE", "TRUE is the event; FALSE is censored. 2 events in 4 rows.")]
    [InlineData("dead", "alive", "dead is the event; alive is censored. 2 events in 4 rows.", "--event-level", "dead")]
    [InlineData("2", "1", "2 is the event; 1 is censored. 2 events in 4 rows.", "--event-level", "2")]
    public async Task Analyze_EventCoding_IsSaid(string yes, string no, string sentence, params string[] options)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", $"t,e\n1,{yes}\n2,{no}\n3,{yes}\n4,{no}\n");

        CommandLine analyze = await CommandLine.RunAsync(["analyze", file, "--time", "t", "--event", "e", .. options]);

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains(sentence, analyze.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Analyze_MissingValuesAndZeroTimes_AreCountedByColumn()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", "t,e,arm,site,age\n1,1,a,x,60\nNA,1,a,x,61\n3,.,b,y,62\n0,1,b,y,63\n5,0,,x,64\n6,1,b,,65\n7,1,a,x,NaN\n");

        CommandLine analyze = await CommandLine.RunAsync(
            "analyze", file, "--time", "t", "--event", "e", "--arm", "arm", "--strata", "site", "--covariates", "age", "--method", "km");

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains("3 rows left out of every analysis: t is missing in 1, e is missing in 1, arm is missing in 1.\n", analyze.Out, StringComparison.Ordinal);
        Assert.Contains("1 row left out of stratified analyses: site is missing in 1.\n", analyze.Out, StringComparison.Ordinal);
        Assert.Contains("1 row left out of regressions with covariates: age is missing in 1.\n", analyze.Out, StringComparison.Ordinal);
        Assert.Contains("1 row has a time of 0: at risk at 0 and no longer; an event at 0 counts.\n", analyze.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("t,e,arm\n5,0,a\n6,0,b\n7,0,a\n")]
    [InlineData("t,e,arm\n5,1,a\n5,1,b\n5,1,a\n5,1,b\n")]
    [InlineData("t,e,arm\n5,1,a\n")]
    [InlineData("t,e,arm\n0,1,a\n0,0,b\n")]
    [InlineData("t,e,arm\n1,1,a\n2,1,a\n3,0,b\n4,0,b\n")]
    public async Task Analyze_DegenerateData_SaysWhyInsteadOfNumbers(string content)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("data.csv", content);

        CommandLine analyze = await CommandLine.RunAsync(
            "analyze", file, "--time", "t", "--event", "e", "--arm", "arm", "--at", "2,90", "--tau", "4", "--landmark", "3", "--out", folder.PathOf("out"));

        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.DoesNotContain("NaN", analyze.Out + File.ReadAllText(folder.PathOf("out/analysis.csv")), StringComparison.Ordinal);
        Assert.Contains("not ", analyze.Out, StringComparison.Ordinal);
    }
}
