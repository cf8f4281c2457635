using System.Globalization;
using System.Text;
using TrialSim.Cli.Tests.Running;
using TrialSim.Model.Time;
using TrialSim.Scenarios;
using TrialSim.Statistics.Hazards;
using TrialSim.Statistics.Parametric;

namespace TrialSim.Cli.Tests;

/// <summary>The YAML of <c>trialsim fit</c>, read back by the scenario language, is the fit.</summary>
public sealed class FitRoundTripTests
{
    private static readonly string Data = Repository.PathOf("tests", "TrialSim.Statistics.Tests", "Reference");

    private static readonly Dictionary<string, ParametricModel> Models = new()
    {
        ["exponential"] = new ExponentialModel(),
        ["weibull"] = new WeibullModel(),
        ["gompertz"] = new GompertzModel(),
        ["log_normal"] = new LogNormalModel(),
        ["log_logistic"] = new LogLogisticModel(),
        ["generalised_gamma"] = new GeneralisedGammaModel(),
        ["cure_exponential"] = new CureMixtureModel(new ExponentialModel()),
        ["cure_weibull"] = new CureMixtureModel(new WeibullModel()),
        ["piecewise_exponential"] = new PiecewiseExponentialModel([5, 10]),
    };

    [Theory, Trait("Source", "Property")]
    [InlineData("lung", "days", 1.0)]
    [InlineData("veteran", "weeks", DaysPer.Week)]
    [InlineData("aml", "months", DaysPer.Month)]
    [InlineData("gehan", "years", DaysPer.Year)]
    public async Task Fit_HazardsInAScenario_GiveTheSurvivalOfTheFit(string name, string unit, double daysPerUnit)
    {
        CommandLine fit = await CommandLine.RunAsync(
            "fit", Path.Combine(Data, $"{name}.csv"), "--time", "time", "--event", "status", "--time-unit", unit, "--cuts", "5,10");

        (double[] times, bool[] hasEvent) = Read(name);
        string[] lines = [.. fit.Out.Split('\n').Where(line => line.StartsWith("hazard: {", StringComparison.Ordinal))];
        Assert.InRange(lines.Length, 6, 9);
        foreach (string line in lines)
        {
            Hazard expected = MaximumLikelihood.Fit(Models[line.Split("# ")[1]], times, hasEvent).Hazard;
            Hazard found = HazardOf(line);
            foreach (double time in (double[])[0.5, 3, 8, 20, 60, 200, 700])
            {
                Assert.Equal(expected.Survival(time), found.Survival(time * daysPerUnit), 1e-9);
            }
        }
    }

    // gehan: coxph(Surv(time, status) ~ group) with Efron's ties: exp(coef) 0.2076.
    [Fact, Trait("Source", "AgainstR")]
    public async Task Fit_TwoArms_PrintsByArmAndAnEffectThatAScenarioTakes()
    {
        CommandLine fit = await CommandLine.RunAsync(
            "fit", Path.Combine(Data, "gehan.csv"), "--time", "time", "--event", "status", "--arm", "group", "--time-unit", "weeks");

        Assert.Equal((0, ""), (fit.ExitCode, fit.Error));
        string block = fit.Out[fit.Out.IndexOf("hazard:\n", StringComparison.Ordinal)..];
        string byArm = block[..block.IndexOf("\n\n", StringComparison.Ordinal)];
        Assert.Contains("arm_6mp: {", byArm, StringComparison.Ordinal);
        string own = SmallScenario.Yaml.Replace("treated", "arm_6mp", StringComparison.Ordinal);
        AssertValid(own.Replace("death: {hazard: {median: 10mo}}", "death:\n        " + byArm.Replace("\n", "\n        ", StringComparison.Ordinal), StringComparison.Ordinal));

        string effect = Assert.Single(fit.Out.Split('\n'), line => line.StartsWith("  - {on: death, hazard_ratio: 0.2076", StringComparison.Ordinal));
        AssertValid(own.Replace("- {on: death, hazard_ratio: 0.5, while: {arm: arm_6mp}}", effect.Trim(), StringComparison.Ordinal));
    }

    private static (double[] Times, bool[] HasEvent) Read(string name)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(Data, $"{name}.csv")).Select(line => line.Split(','))];
        int time = Array.IndexOf(rows[0], "time");
        int status = Array.IndexOf(rows[0], "status");
        return ([.. rows.Skip(1).Select(row => double.Parse(row[time], CultureInfo.InvariantCulture))], [.. rows.Skip(1).Select(row => row[status] == "1")]);
    }

    private static Hazard HazardOf(string line) =>
        Assert.Single(AssertValid(SmallScenario.With("death: {hazard: {median: 10mo}}", $"death:\n        {line}")).Trial.Truth.Events[0].Hazards).Hazard;

    private static Scenario AssertValid(string yaml)
    {
        ScenarioReading reading = ScenarioReader.Read(Encoding.UTF8.GetBytes(yaml), "pasted.yaml", new ScenarioOverrides(null, null));
        Assert.True(reading.Scenario is not null, $"{yaml}\n{string.Join('\n', reading.Problems)}");
        return reading.Scenario;
    }
}
