using System.Globalization;
using System.Text.Json.Nodes;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Published curves as they are read off, intervals, late entry, and what is written into a folder.</summary>
public sealed class FitCurveTests
{
    // Exponential with 0.05 a month, read off in percent by a hand that shakes by half a per cent, from a little before time 0.
    private static readonly string Points = "time,survival\n" + string.Join('\n', Enumerable.Range(0, 61).Select(i =>
        FormattableString.Invariant($"{(i == 0 ? -0.05 : 0.5 * i)},{(100 * Math.Exp(-0.025 * i)) + (i % 2 == 0 ? 0.5 : -0.5):F2}"))) + "\n";

    [Fact, Trait("Source", "Property")]
    public async Task Fit_ShakingCurveInPercent_SaysWhatItCorrectedAndFindsTheRate()
    {
        using TemporaryFolder folder = new();
        string points = folder.Write("points.csv", Points);
        string atRisk = folder.Write("atrisk.csv", "time,at_risk\n0,400\n12,220\n24,120\n36,10\n");

        CommandLine fit = await CommandLine.RunAsync("fit", "--points", points, "--at-risk", atRisk, "--events", "390");

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.Contains("Survival is taken to be in percent", fit.Out, StringComparison.Ordinal);
        Assert.Contains("a little outside of the axes", fit.Out, StringComparison.Ordinal);
        Assert.Contains("above an earlier one, by at most 0.0", fit.Out, StringComparison.Ordinal);
        Assert.Contains("Numbers at risk go on to 36, the points to 30", fit.Out, StringComparison.Ordinal);
        Assert.Contains("Warning: 390 events are reported, ", fit.Out, StringComparison.Ordinal);
        Assert.Matches(@"12 +220 +2[12]\d\n", fit.Out);
        Assert.InRange(RateIn(fit.Out), 0.045, 0.055);
    }

    // Three points, no numbers at risk: exact times at the points would make the hazard rise; intervals find the exponential.
    [Fact, Trait("Source", "Property")]
    public async Task Fit_FewPointsAndPatientsAlone_FitsEventsBetweenThePoints()
    {
        using TemporaryFolder folder = new();
        string points = folder.Write("points.csv", FormattableString.Invariant($"time,survival\n6,{Math.Exp(-0.3):F4}\n18,{Math.Exp(-0.9):F4}\n36,{Math.Exp(-1.8):F4}\n"));

        CommandLine fit = await CommandLine.RunAsync("fit", "--points", points, "--patients", "500");

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.Contains("Without numbers at risk the censoring is spread evenly", fit.Out, StringComparison.Ordinal);
        Assert.Contains("The first point is 0.7408 at 6", fit.Out, StringComparison.Ordinal);
        Assert.Contains("the families are fitted to events that lie between", fit.Out, StringComparison.Ordinal);
        Assert.InRange(RateIn(fit.Out), 0.0495, 0.0505);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Fit_CurveWithAFolder_WritesPatientsThatAnalyzeReads()
    {
        using TemporaryFolder folder = new();
        string output = folder.PathOf("fit");
        CommandLine fit = await CommandLine.RunAsync("fit", "--points", folder.Write("points.csv", Points), "--patients", "400", "--out", output);

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.Equal(
            ["charts", "fits.csv", "hazards.yaml", "manifest.json", "patients.csv", "report.html"],
            Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string report = File.ReadAllText(Path.Combine(output, "report.html"));
        Assert.Contains("Reconstructed Kaplan–Meier curve", report, StringComparison.Ordinal);
        Assert.Contains("generalised_gamma", File.ReadAllText(Path.Combine(output, "fits.csv")), StringComparison.Ordinal);
        Assert.Contains("hazard: {per_month: 0.0", File.ReadAllText(Path.Combine(output, "hazards.yaml")), StringComparison.Ordinal);

        CommandLine analyze = await CommandLine.RunAsync("analyze", Path.Combine(output, "patients.csv"), "--time", "time", "--event", "event");
        Assert.Equal((0, ""), (analyze.ExitCode, analyze.Error));
        Assert.Contains("400 rows", analyze.Out, StringComparison.Ordinal);

        // A folder of an older fit is written anew.
        Assert.Equal(0, (await CommandLine.RunAsync("fit", "--median", "16mo", "--survival", "0.4@24mo", "--out", output)).ExitCode);
        Assert.False(File.Exists(Path.Combine(output, "patients.csv")));
    }

    // R: optim on the likelihood with intervals and entries, tests/TrialSim.Statistics.Tests/Reference/parametric_late_entry.R.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Fit_IntervalsWithLateEntry_GivesTheMaximumOfR()
    {
        CommandLine fit = await CommandLine.RunAsync(
            "fit", Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference", "parametric_late_entry.csv"), "--lower", "lower", "--upper", "upper", "--start", "start");

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.Contains("120 rows, of which 51 exact, 0 left-censored, 25 in an interval and 44 right-censored", fit.Out, StringComparison.Ordinal);
        Assert.Contains("conditional on being without the event by then", fit.Out, StringComparison.Ordinal);
        Assert.Contains("hazard: {family: weibull, scale: 22.8803", fit.Out, StringComparison.Ordinal);
        Assert.Contains("−254.299", fit.Out, StringComparison.Ordinal);
    }

    // R: summary(survfit(Surv(start, time, status) ~ 1, read.csv("parametric_late_entry.csv")), times = c(5, 10, 20)), survival 3.5-3.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Fit_LateEntry_DrawsTheCurveOfSurvfit()
    {
        using TemporaryFolder folder = new();
        string output = folder.PathOf("fit");
        string data = Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference", "parametric_late_entry.csv");
        CommandLine fit = await CommandLine.RunAsync("fit", data, "--time", "time", "--event", "status", "--start", "start", "--out", output);

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        JsonArray observed = JsonNode.Parse(File.ReadAllText(Path.Combine(output, "charts", "fits.vl.json")))!["datasets"]!["observed"]!.AsArray();
        foreach ((double time, double survival, double lower, double upper) in new[]
        {
            (5, 0.888888888889, 0.705557501516, 1.0), (10, 0.740669195453, 0.573856381189, 0.955972391483), (20, 0.440179451524, 0.322266651122, 0.601234874504),
        })
        {
            JsonNode point = observed.Last(row => row!["time"]!.GetValue<double>() <= time)!;
            Assert.Equal(survival, point["survival"]!.GetValue<double>(), 1e-10);
            Assert.Equal(lower, point["lower"]!.GetValue<double>(), 1e-10);
            Assert.Equal(upper, point["upper"]!.GetValue<double>(), 1e-10);
        }
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("lower,upper\nNA,4\n3,NA\n5,5\n2,Inf\n1,3\n", "No value is missing.", "5 rows, of which 1 exact, 1 left-censored, 1 in an interval and 2 right-censored")]
    [InlineData("lower,upper\n,4\n3,\n5,5\n2,6\n,\n", "4 rows, of which 1 exact", "1 row is left out: neither lower nor upper says anything.")]
    public async Task Fit_EndsThatAreMissing_AreReadAsSurvReadsThem(string data, string first, string second)
    {
        using TemporaryFolder folder = new();

        CommandLine fit = await CommandLine.RunAsync("fit", folder.Write("data.csv", data), "--lower", "lower", "--upper", "upper");

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.Contains(first, fit.Out, StringComparison.Ordinal);
        Assert.Contains(second, fit.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("lower,upper,start\n3,2,0\n", "data.csv:2  lower: 3 is after upper, 2.")]
    [InlineData("lower,upper,start\n3,x,0\n", "data.csv:2  upper: 'x' is not a number.")]
    [InlineData("lower,upper,start\n3,5,4\n", "data.csv:2  start: 4 is after lower, 3.")]
    public async Task Fit_IntervalThatIsNone_NamesItsPlace(string data, string message)
    {
        using TemporaryFolder folder = new();

        CommandLine fit = await CommandLine.RunAsync("fit", folder.Write("data.csv", data), "--lower", "lower", "--upper", "upper", "--start", "start");

        Assert.Equal((2, ""), (fit.ExitCode, fit.Out));
        Assert.Contains(message, fit.Error, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Theory")]
    public async Task Fit_Figures_ComparesTheFamiliesWhereTheFiguresSayNothing()
    {
        CommandLine fit = await CommandLine.RunAsync("fit", "--median", "16mo", "--survival", "0.25@32mo");

        // Of an exponential: log(2)/16 a month, at 48 months 1/8; the cure mixture and the gompertz are the exponential too.
        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.Matches(@"weibull +16 +0\.707 +0\.250 +0\.125 +0\.06[23] +0\.016\n", fit.Out);
        Assert.Matches(@"log_normal +16 +", fit.Out);
        Assert.Equal(6, fit.Out.Split('\n').Count(line => line.StartsWith("hazard: {", StringComparison.Ordinal)));
    }

    private static double RateIn(string text) => double.Parse(
        text.Split('\n').Single(line => line.EndsWith("# exponential", StringComparison.Ordinal)).Split("per_month: ")[1].Split('}')[0], CultureInfo.InvariantCulture);
}
