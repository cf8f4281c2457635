using TrialSim.Cli.Tests.Running;
using TrialSim.Scenarios;

namespace TrialSim.Cli.Tests;

/// <summary>What <c>trialsim fit</c> prints, and that a scenario takes it.</summary>
public sealed class FitTests
{
    private static readonly string Data = Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference");

    [Theory, Trait("Source", "Property")]
    [InlineData("gehan", "--time time --event status --arm group --time-unit weeks --cuts 6,12")]
    [InlineData("lung", "--time time --event status --time-unit days --cuts 200")]
    public async Task Fit_PatientData_EveryHazardIsTakenByAScenario(string name, string options)
    {
        CommandLine fit = await CommandLine.RunAsync(["fit", Path.Combine(Data, $"{name}.csv"), .. options.Split(' ')]);

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        string[] hazards = HazardsIn(fit.Out);
        Assert.InRange(hazards.Length, 5, 20);
        Assert.All(hazards, AssertScenarioTakes);
        Assert.DoesNotContain("a scenario cannot hold", fit.Out, StringComparison.Ordinal);
    }

    // R: survreg(Surv(time, status) ~ 1, read.csv("lung.csv"), dist = "weibull"): 1/scale 1.3168401716, exp(intercept) 417.7586653738,
    // log likelihood -1153.8511880894.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Fit_Lung_GivesSurvregsWeibull()
    {
        CommandLine fit = await CommandLine.RunAsync("fit", Path.Combine(Data, "lung.csv"), "--time", "time", "--event", "status", "--time-unit", "days");

        string yaml = Assert.Single(HazardsIn(fit.Out), line => line.EndsWith("# weibull", StringComparison.Ordinal));
        Assert.StartsWith("hazard: {family: weibull, scale: 417.75866", yaml, StringComparison.Ordinal);
        Assert.Contains("shape: 1.3168", yaml, StringComparison.Ordinal);
        Assert.Contains("−1153.851", fit.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Fit_PatientData_IsSortedByAic()
    {
        CommandLine fit = await CommandLine.RunAsync(
            180, ["fit", Path.Combine(Data, "lung.csv"), "--time", "time", "--event", "status", "--time-unit", "days"]);

        string[] lines = fit.Out.Split('\n');
        int rule = Array.FindIndex(lines, line => line.Contains("──", StringComparison.Ordinal));
        double[] aic = [.. lines.Skip(rule + 1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.InRange(aic.Length, 6, 8);
        Assert.Equal(aic.Order(), aic);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Fit_CurveOfAnExponential_GivesItBack()
    {
        using TemporaryFolder folder = new();
        string[] points = [.. Enumerable.Range(0, 121).Select(i => FormattableString.Invariant($"{0.5 * i},{Math.Exp(-0.05 * 0.5 * i):F6}"))];
        string curve = folder.Write("points.csv", "time,survival\n" + string.Join('\n', points) + "\n");
        string[] numbers = [.. Enumerable.Range(0, 11).Select(i => FormattableString.Invariant($"{6 * i},{Math.Round(1000 * Math.Exp(-0.05 * 6 * i))}"))];
        string atRisk = folder.Write("atrisk.csv", "time,at_risk\n" + string.Join('\n', numbers) + "\n");

        CommandLine fit = await CommandLine.RunAsync("fit", "--points", curve, "--at-risk", atRisk, "--events", "950");

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.StartsWith("Reconstructed after Guyot: 1000 patients, 950 events.", fit.Out, StringComparison.Ordinal);
        string yaml = Assert.Single(HazardsIn(fit.Out), line => line.EndsWith("# exponential", StringComparison.Ordinal));
        double rate = double.Parse(yaml.Split("per_month: ")[1].Split('}')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(rate, 0.0485, 0.0515);
        Assert.All(HazardsIn(fit.Out), AssertScenarioTakes);
    }

    // Nobody is censored before month 36, so that 1000 (1 - exp(-1.8)) = 835 events are seen; counted after the numbers at risk they would be some 760.
    [Theory, Trait("Source", "Theory")]
    [InlineData(0.0)]
    [InlineData(0.05)]
    public async Task Fit_FewPointsAtTheTimesOfTheNumbersAtRisk_CountTheirFallsBefore(double readingError)
    {
        using TemporaryFolder folder = new();
        string[] points = [.. Enumerable.Range(1, 12).Select(i => FormattableString.Invariant($"{(3 * i) + readingError},{Math.Exp(-0.05 * 3 * i):F6}"))];
        string[] numbers = [.. Enumerable.Range(0, 7).Select(i => FormattableString.Invariant($"{6 * i},{Math.Round(1000 * Math.Exp(-0.05 * 6 * i))}"))];
        string curve = folder.Write("points.csv", "time,survival\n0,1\n" + string.Join('\n', points) + "\n");
        string atRisk = folder.Write("atrisk.csv", "time,at_risk\n" + string.Join('\n', numbers) + "\n");

        CommandLine fit = await CommandLine.RunAsync("fit", "--points", curve, "--at-risk", atRisk);

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        int events = int.Parse(fit.Out.Split(" patients, ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(events, 832, 838);
        Assert.Contains("6 points at the times of the numbers at risk, or a reading error later, are put just before them", fit.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("--quantile 0.5@16mo --quantile 0.25@30mo --family weibull", "hazard: {family: weibull, scale: ")]
    [InlineData("--quantile 0.25@30mo --quantile 0.5@16mo --family log_normal", "hazard: {family: log_normal, median: 16mo, sigma: ")]
    [InlineData("--median 16mo --survival 0.4@24mo --family weibull", "hazard: {family: weibull, scale: ")]
    [InlineData("--median 16mo --survival 0.4@24mo --family gompertz", "hazard: {family: gompertz, per_month: ")]
    [InlineData("--median 16mo --survival 0.4@24mo --family log_logistic", "hazard: {family: log_logistic, median: 16mo, shape: 1")]
    [InlineData("--median 16mo --survival 0.4@24mo --family piecewise", "hazard: {piecewise: [{from: 0mo, per_month: 0.0433")]
    [InlineData("--median 16mo --survival 0.4@24mo --family cure --time-unit weeks", "hazard: {cured_probability: ")]
    public async Task Fit_Figures_PrintAHazardThatAScenarioTakes(string options, string start)
    {
        CommandLine fit = await CommandLine.RunAsync(["fit", .. options.Split(' ')]);

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        string yaml = Assert.Single(HazardsIn(fit.Out));
        Assert.StartsWith(start, yaml, StringComparison.Ordinal);
        AssertScenarioTakes(yaml);
    }

    // Study 002: shape 2.235, scales 23.56 and 18.85 months, hazard ratio 0.607, 34 and 44 events.
    [Fact, Trait("Source", "Published")]
    public async Task Fit_Study002_GivesItsWeibulls()
    {
        CommandLine fit = await CommandLine.RunAsync(
            "fit", "--medians", "20mo,16mo", "--chi-square", "4.863", "--sizes", "53,54", "--follow-up", "24mo");

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        Assert.Contains("experimental: {family: weibull, scale: 23.56", fit.Out, StringComparison.Ordinal);
        Assert.Contains("control: {family: weibull, scale: 18.85", fit.Out, StringComparison.Ordinal);
        Assert.Contains("shape: 2.23", fit.Out, StringComparison.Ordinal);
        Assert.Contains("hazard ratio 0.607", fit.Out, StringComparison.Ordinal);
        string block = fit.Out[fit.Out.IndexOf("hazard:\n", StringComparison.Ordinal)..];
        string yaml = block[..block.IndexOf("\n\n", StringComparison.Ordinal)].Replace("experimental:", "treated:", StringComparison.Ordinal);
        AssertScenarioTakes(yaml.TrimEnd().Replace("\n", "\n        ", StringComparison.Ordinal));
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("Say what to fit: a data file with --time and --event", "")]
    [InlineData("--at-risk is missing. Add --at-risk <file>; where no numbers at risk are printed, --patients", "--points x.csv")]
    [InlineData("x.csv: there is no such file. Name a CSV file.", "--points x.csv --at-risk y.csv")]
    [InlineData("--time is missing. Add --time <column>.", "x.csv")]
    [InlineData("--upper is missing. Add --upper <column>.", "x.csv --lower l")]
    [InlineData("--event does not go with --lower and --upper", "x.csv --lower l --upper u --event e")]
    [InlineData("--patients does not go with --at-risk", "--points x.csv --at-risk y.csv --patients 20")]
    [InlineData("--median does not go with a data file. Leave one of them out.", "x.csv --time t --event e --median 3mo")]
    [InlineData("There is 1 point of the curve. Give two", "--median 16mo")]
    [InlineData("--median: '16' is not a duration above 0. Write a number and a unit", "--median 16 --survival 0.4@24mo")]
    [InlineData("--survival: '40@24mo' cannot be used. Write the share", "--median 16mo --survival 40@24mo")]
    [InlineData("does not fall with time", "--median 16mo --survival 0.6@24mo")]
    [InlineData("--family: 'gamma' cannot be used; write one of weibull", "--median 16mo --survival 0.4@24mo --family gamma")]
    [InlineData("--family: no cure hazard runs through these points.", "--median 16mo --survival 0.1@17mo --family cure")]
    [InlineData("--time-unit: 'month' cannot be used; write one of days, weeks, months, years.", "--median 16mo --survival 0.4@24mo --time-unit month")]
    [InlineData("--medians: '20mo' is not a pair.", "--medians 20mo --chi-square 4 --sizes 53,54 --follow-up 24mo")]
    [InlineData("--sizes: write two whole numbers", "--medians 20mo,16mo --chi-square 4 --sizes 53.5,54 --follow-up 24mo")]
    [InlineData("--chi-square: no pair of Weibulls", "--medians 16mo,16mo --chi-square 4 --sizes 53,54 --follow-up 24mo")]
    public async Task Fit_MistakeInAnOption_SaysWhatToWrite(string message, string options)
    {
        CommandLine fit = await CommandLine.RunAsync(["fit", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((2, ""), (fit.ExitCode, fit.Out));
        Assert.Contains(message, fit.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("time,survival\n0,1\n5,80\n", "time,at_risk\n0,10\n", "points.csv:3  survival: '80' is not from 0 to 1. Write survival as a share, such as 0.85, or throughout in percent")]
    [InlineData("time,surv\n0,1\n", "time,at_risk\n0,10\n", "points.csv:1  There is no column 'survival'. Begin the file with: time,survival")]
    [InlineData("time,survival\n-1,1\n", "time,at_risk\n0,10\n", "points.csv:2  time: '-1' is not a time.")]
    [InlineData("time,survival\n0,0.8\n5,0.6\n7,0.5\n", "time,at_risk\n0,10\n", "points.csv: survival: the curve is at 0.8 at time 0, but a Kaplan–Meier curve begins at 1.")]
    [InlineData("time,survival\n0,1\n5,0.8\n", "time,at_risk\n0,10\n", "points.csv: The curve falls at 1 of its points. Read off at least 2 points")]
    [InlineData("time,survival\n0,1\n5,\n7,0.5\n", "time,at_risk\n0,10\n", "points.csv:3  survival: the value is missing.")]
    [InlineData("time,survival\n0,1\n5,0.8\n7,0.5\n", "time,at_risk\n1,10\n", "atrisk.csv:2  The first row is not that of time 0.")]
    [InlineData("time,survival\n0,1\n5,0.8\n7,0.5\n", "time,at_risk\n0,10\n4,11\n", "atrisk.csv:3  Times must ascend and numbers at risk must not rise.")]
    [InlineData("time,survival\n0,1\n5,0.8\n7,0.5\n", "time,at_risk\n0,10\n4,8\n", "--events: 12 events are more than 10 patients.")]
    public async Task Fit_MistakeInACurve_NamesItsPlace(string points, string atRisk, string message)
    {
        using TemporaryFolder folder = new();

        CommandLine fit = await CommandLine.RunAsync(
            "fit", "--points", folder.Write("points.csv", points), "--at-risk", folder.Write("atrisk.csv", atRisk), "--events", "12");

        Assert.Equal((2, ""), (fit.ExitCode, fit.Out));
        Assert.Contains(message, fit.Error, StringComparison.Ordinal);
    }

    private static string[] HazardsIn(string text) => [.. text.Split('\n').Where(line => line.StartsWith("hazard: {", StringComparison.Ordinal))];

    private static void AssertScenarioTakes(string hazard)
    {
        string yaml = SmallScenario.With("death: {hazard: {median: 10mo}}", $"death:\n        {hazard}");
        ScenarioReading reading = ScenarioReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml), "pasted.yaml", new ScenarioOverrides(null, null));
        Assert.True(reading.Scenario is not null, $"{hazard}\n{string.Join('\n', reading.Problems)}");
    }
}
