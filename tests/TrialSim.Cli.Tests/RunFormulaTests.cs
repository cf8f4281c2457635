using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Design formulas beside the simulation, as <c>trialsim run</c> prints and writes them.</summary>
public sealed class RunFormulaTests
{
    private const string ByStage = "{on: death, hazard_ratio: 1.5, while: {covariate: {stage: C}}}";

    [Fact, Trait("Source", "Property")]
    public async Task Run_CategoricalCovariate_SetsFormulasBesideTheSimulation()
    {
        (string text, string[] rows) = await RunAsync(SmallScenario.Yaml);

        Assert.Contains("Design formulas beside the simulation", text, StringComparison.Ordinal);
        Assert.Matches(@"\n  os_test, power +0\.\d{4} +0\.\d{4} ± 0\.\d{4} +[+−]?\d+\.\d\n", text);
        Assert.DoesNotContain("No formula", text, StringComparison.Ordinal);
        string[] power = rows.Single(row => row.StartsWith("final,os,os_test,treated v control,power,probability,lakatos,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(Number(power[8]) - Number(power[7]), Number(power[10]) * Number(power[9]), 0.02);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_HazardThatChangesWithANumber_SaysWhyThereIsNoFormula()
    {
        string yaml = SmallScenario.With("stage: {B: 0.7, C: 0.3}", "age: {normal: {mean: 60, sd: 10}}")
            .Replace(ByStage, "{on: death, hazard_ratio: 1.1, per: {covariate: age, increase: 10, from: 60}}", StringComparison.Ordinal);

        (string text, string[] rows) = await RunAsync(yaml);

        Assert.Contains("No formula for os: the hazard of death changes with the number age", text, StringComparison.Ordinal);
        Assert.Contains(rows, row => row.StartsWith(",os,,,,,none,,,,,", StringComparison.Ordinal));
        Assert.Contains("time (months)", text, StringComparison.Ordinal); // The look waits for nobody's event, so its time has a formula.
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_LookThatWaitsForTwoThings_SaysThatEitherMayDecide()
    {
        (string text, _) = await RunAsync(SmallScenario.With("{follow_up_of_last_patient: 12mo}", "{any: [{events: {endpoint: os, count: 10}}, {trial_time: 15mo}]}"));

        Assert.Contains("No formula for look final: it waits for several things", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_MedianThatFewReach_SaysSo()
    {
        (string text, _) = await RunAsync(SmallScenario.With("{median: 10mo}", "{median: 90mo}"));

        Assert.Contains("No formula for os_median, treated, look final: fewer than half", text, StringComparison.Ordinal);
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static async Task<(string Text, string[] Rows)> RunAsync(string yaml)
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("small.yaml", yaml), "-n", "200", "--out", folder.PathOf("out"));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("What design formulas say", File.ReadAllText(folder.PathOf("out/report.html")), StringComparison.Ordinal);
        return (run.Out, File.ReadAllLines(folder.PathOf("out/formulas.csv")));
    }
}
