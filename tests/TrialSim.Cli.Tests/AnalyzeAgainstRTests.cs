using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>The figures of <c>analysis.csv</c> against those of R, which <c>Data/expected.R</c> wrote to <c>Data/expected.csv</c>.</summary>
public sealed class AnalyzeAgainstRTests
{
    // Brookmeyer–Crowley limits, curves and log-ranks are the same sums; regressions stop where R's own iteration does.
    private const double Relative = 1e-8;
    private const double RelativeOfRegressions = 1e-6;

    private static readonly Dictionary<string, string[]> Arguments = new()
    {
        ["lung"] = [DataOf("lung"), .. Usual, "--strata", "strata", "--covariates", "age,karno", "--at", "180,365", "--tau", "500"],
        ["veteran"] = [DataOf("veteran"), .. Usual, "--covariates", "karno,strata", "--at", "90,180", "--tau", "300"],
        ["veteran stratified"] = [DataOf("veteran"), .. Usual, "--strata", "strata", "--method", "log_rank"],
        ["lung parametric"] = [DataOf("lung"), .. Usual, "--method", "parametric,one_sample_log_rank,landmark", "--null-median", "300", "--landmark", "100"],
        ["gehan parametric"] = [DataOf("gehan"), .. Usual, "--method", "parametric,one_sample_log_rank,landmark", "--null-median", "10", "--landmark", "5"],
        ["gehan"] = [DataOf("gehan"), .. Usual, "--at", "10,20", "--tau", "20"],
        ["aml"] = [DataOf("aml"), .. Usual, "--at", "12,24", "--tau", "40"],
        ["mgus2"] = [DataOf("mgus2"), "--time", "time", "--event", "event", "--arm", "group", "--event-of-interest", "1", "--covariates", "age", "--at", "60,120"],
        ["heart"] = [DataOf("heart"), "--start", "start", "--time", "stop", "--event", "event", "--arm", "transplant", "--covariates", "age,year"],
        ["heart late"] = [DataOf("heart"), "--start", "start", "--time", "stop", "--event", "event", "--arm", "transplant", .. LateMethods, "--at", "30,100"],
        ["cgd"] = [OwnData("cgd"), "--start", "tstart", "--time", "tstop", "--event", "status", "--arm", "treat", .. LateMethods, "--at", "100,250"],
        ["ovarian"] =
        [
            OwnData("ovarian"), "--time", "futime", "--event", "fustat", "--arm", "rx", "--covariates", "age", "--ties", "exact", "--hazard-ratio-interval", "profile",
            "--at", "400,500", "--tau", "600", "--rmst-variance", "bias-corrected", "--null-median", "500", "--null-shape", "1.5",
        ],
        ["ovarian piecewise"] =
            [OwnData("ovarian"), "--time", "futime", "--event", "fustat", "--arm", "rx", "--method", "one_sample_log_rank", "--null-hazard", "0:0.001,365:0.0005"],
        ["invented"] =
        [
            OwnData("invented"), "--time", "months", "--event", "outcome", "--arm", "arm",
            "--event-of-interest", "relapse", "--strata", "region", "--covariates", "age,stage", "--weights", "1,0", "--at", "6,12", "--tau", "24",
        ],
    };

    private static string[] Usual => ["--time", "time", "--event", "status", "--arm", "group", "--weights", "1,0"];

    private static string[] LateMethods => ["--method", "km,nelson_aalen,rmst,log_rank", "--tau", "300"];

    [Theory, Trait("Source", "AgainstR")]
    [InlineData("cgd")]
    [InlineData("ovarian")]
    [InlineData("ovarian piecewise")]
    [InlineData("lung")]
    [InlineData("veteran")]
    [InlineData("gehan")]
    [InlineData("aml")]
    [InlineData("mgus2")]
    [InlineData("heart")]
    [InlineData("invented")]
    public async Task Analyze_DataSet_GivesTheFiguresOfR(string name)
    {
        Dictionary<string, string>[] expected =
            [.. Table(Repository.PathOf("tests", "TrialSim.Cli.Tests", "Data", "expected.csv")).Where(row => row["data"] == name)];
        List<Dictionary<string, string>> found = await AnalysisOf(name);
        foreach (string further in Arguments.Keys.Where(key => key.StartsWith($"{name} ", StringComparison.Ordinal)))
        {
            found.AddRange(await AnalysisOf(further));
        }

        Assert.NotEmpty(expected);
        List<string> differences = [];
        foreach (Dictionary<string, string> row in expected)
        {
            string key = $"{row["method"]}, {row["group"]}, {row["measure"]}, {row["time"]}";
            Dictionary<string, string>? own = found.FirstOrDefault(other =>
                other["method"] == row["method"] && other["group"] == row["group"] && other["measure"] == row["measure"] && other["time"] == row["time"]);
            if (own is null)
            {
                differences.Add($"{key}: missing");
                continue;
            }

            (string Theirs, string Ours)[] columns =
                [("value", "value"), ("se", "standard_error"), ("lower", "lower"), ("upper", "upper"), ("statistic", "statistic"), ("p", "p_value")];
            differences.AddRange(columns
                .Where(pair => row[pair.Theirs].Length > 0 && !IsClose(row[pair.Theirs], own[pair.Ours], row["method"]))
                .Select(pair => $"{key}: {pair.Ours} is {own[pair.Ours]}, in R {row[pair.Theirs]}"));
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    // Data/intervals.R: an EM of its own, survreg and a permutation test; cosmesis is published with Z −2.6684 by interval::ictest.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("cosmesis", "treatment")]
    [InlineData("intervals", "arm")]
    public async Task Analyze_IntervalCensored_GivesTheFiguresOfR(string name, string arm)
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync(
            "analyze", OwnData(name), "--lower", "lower", "--upper", "upper", "--arm", arm, "--at", "12,24",
            "--method", "turnbull,interval_log_rank,interval_parametric", "--out", folder.PathOf("out"));
        List<Dictionary<string, string>> found = Table(folder.PathOf("out/analysis.csv"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(Table(OwnData("intervals_expected")).Where(row => row["data"] == name), row =>
        {
            Dictionary<string, string> own = found.First(other =>
                other["method"] == row["method"] && other["group"] == row["group"] && other["measure"] == row["measure"] && (row["time"] == "NA" || other["time"] == row["time"]));
            foreach (string column in new[] { "value", "statistic" }.Where(column => row[column] != "NA"))
            {
                double expected = double.Parse(row[column], CultureInfo.InvariantCulture);
                Assert.Equal(expected, double.Parse(own[column], CultureInfo.InvariantCulture), 1e-6 * Math.Max(1.0, Math.Abs(expected)));
            }
        });
    }

    private static bool IsClose(string theirs, string ours, string method)
    {
        if (theirs == "Inf" || ours is "Inf" or "")
        {
            return theirs == ours;
        }

        double expected = double.Parse(theirs, CultureInfo.InvariantCulture);
        double tolerance = method is "cox" or "fine_gray" or "parametric" ? RelativeOfRegressions : Relative;
        return Math.Abs(double.Parse(ours, CultureInfo.InvariantCulture) - expected) <= tolerance * Math.Max(Math.Abs(expected), 1e-3);
    }

    private static async Task<List<Dictionary<string, string>>> AnalysisOf(string name)
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync(["analyze", .. Arguments[name], "--out", folder.PathOf("out")]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return Table(folder.PathOf("out/analysis.csv"));
    }

    // No cell of these files has a comma in it.
    private static List<Dictionary<string, string>> Table(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string OwnData(string name) => Repository.PathOf("tests", "TrialSim.Cli.Tests", "Data", $"{name}.csv");

    private static string DataOf(string name) => Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference", $"{name}.csv");
}
