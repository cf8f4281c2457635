using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>Runs beside which the same trial is run under its null hypothesis, and runs that go on after a stop.</summary>
public sealed class RunNullTests
{
    [Fact, Trait("Source", "Regression")]
    public async Task Run_TrialThatMayStop_PrintsTheGoldenTable()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("two-looks.yaml", TwoLookScenario.Yaml), "--with-null", "--out", folder.PathOf("out"));

        Assert.Equal(0, run.ExitCode);
        GoldenFile.Matches("run-two-looks.txt", run.Out.Replace(folder.Path, "<folder>", StringComparison.Ordinal));
        Assert.DoesNotContain(" \n", run.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_WithNull_WritesTablesOfItsOwnAndLeavesTheOthersAsTheyWere()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        await CommandLine.RunAsync("run", file, "--out", folder.PathOf("plain"));
        CommandLine run = await CommandLine.RunAsync("run", file, "--with-null", "--threads", "2", "--out", folder.PathOf("both"));
        string[] nullFiles = [.. Directory.EnumerateFiles(folder.PathOf("both/null")).Select(path => Path.GetFileName(path)).Order()];

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["operating-characteristics.csv", "replicates.csv"], nullFiles);
        Assert.Equal(File.ReadAllText(folder.PathOf("plain/replicates.csv")), File.ReadAllText(folder.PathOf("both/replicates.csv")));
        Assert.StartsWith(File.ReadAllText(folder.PathOf("plain/operating-characteristics.csv")), File.ReadAllText(folder.PathOf("both/operating-characteristics.csv")), StringComparison.Ordinal);

        // The type I error is the power of the run in the folder null.
        string error = Assert.Single(File.ReadAllLines(folder.PathOf("both/operating-characteristics.csv")), line => line.Contains(",type_i_error,", StringComparison.Ordinal));
        string power = Assert.Single(File.ReadAllLines(folder.PathOf("both/null/operating-characteristics.csv")), line => line.Contains(",power,", StringComparison.Ordinal));
        Assert.Equal(error.Split(',')[7], power.Split(',')[7]);

        // A folder with results under the null hypothesis is results of ours, and may be written over.
        Assert.Equal(0, (await CommandLine.RunAsync("run", file, "--out", folder.PathOf("both"))).ExitCode);
        Assert.False(Directory.Exists(folder.PathOf("both/null")));
    }

    // Sites and an end of accrual make the size of a trial uncertain; they do not join its looks.
    [Theory, Trait("Source", "Property")]
    [InlineData("truth.accrual.duration=6mo")]
    [InlineData("truth.sites={count: 4}")]
    [InlineData("truth.accrual={rate: {per_month: 4}, until: 7mo}")]
    public async Task Run_WithNullOfLooksThatAreEachForThemselves_TellsTheErrorOfEach(string setting)
    {
        using TemporaryFolder folder = new();
        string yaml = SmallScenario.Yaml
            .Replace("  looks:\n", "  looks:\n    early: {when: {trial_time: 6mo}}\n", StringComparison.Ordinal)
            .Replace("os_test: {endpoint: os, method: log_rank", "os_test: {endpoint: os, method: log_rank, at: [early, final]", StringComparison.Ordinal);
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("small.yaml", yaml), "--set", setting, "--with-null", "--out", folder.PathOf("out"));
        string[] Of(string table, string measure) =>
            [.. File.ReadAllLines(folder.PathOf(table)).Where(line => line.Contains($",os_test,", StringComparison.Ordinal) && line.Contains($",{measure},", StringComparison.Ordinal)).Select(line => line.Replace(measure, "", StringComparison.Ordinal))];

        Assert.Contains("os_test at early", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, Of("out/operating-characteristics.csv", "type_i_error").Length);
        Assert.Empty(Of("out/operating-characteristics.csv", "overall_power").Concat(Of("out/operating-characteristics.csv", "first_rejection")));
        Assert.Equal(Of("out/null/operating-characteristics.csv", "power"), Of("out/operating-characteristics.csv", "type_i_error"));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_WithNullOfArmsThatDoNotDiffer_HasTheSameTrials()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.With("while: {arm: treated}", "while: {covariate: {stage: B}}"));
        await CommandLine.RunAsync("run", file, "--with-null", "--out", folder.PathOf("out"));

        Assert.Equal(File.ReadAllText(folder.PathOf("out/replicates.csv")), File.ReadAllText(folder.PathOf("out/null/replicates.csv")));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Run_WithNullAndDifferentControls_SaysWhyNot()
    {
        using TemporaryFolder folder = new();
        string yaml = SmallScenario.Yaml
            .Replace("treated: {}", "treated: {}\n    third: {}", StringComparison.Ordinal)
            .Replace("ratio: {control: 1, treated: 1}", "ratio: {control: 1, treated: 1, third: 1}", StringComparison.Ordinal)
            .Replace("os_test: {endpoint: os, method: log_rank}", "os_test: {endpoint: os, method: log_rank, compare: [treated, control]}\n    other: {endpoint: os, method: log_rank, compare: [third, treated]}", StringComparison.Ordinal);
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("three.yaml", yaml), "--with-null", "--out", folder.PathOf("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "--with-null: The tests compare with different arms (control, treated), so that there is no one truth in which all of them are null. Run it without this option, or leave analyses out of the scenario.\n",
            run.Error);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Run_WithNullOfATestAgainstAMargin_SaysThatThereIsNoErrorOfIt()
    {
        using TemporaryFolder folder = new();
        string yaml = SmallScenario.With("method: log_rank}", "method: cox, margin: 1.3}");
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("margin.yaml", yaml), "--with-null", "-n", "20", "--out", folder.PathOf("out"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "No type I error of os_test: its null hypothesis lies at a margin, where arms differ. Put such a difference into the truth, with --set, and read the power.",
            run.Out.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("out/null")));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_IgnoreStopping_ShowsEveryLookAndSaysSoInManifestAndReport()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("two-looks.yaml", TwoLookScenario.Yaml);
        CommandLine stopped = await CommandLine.RunAsync("run", file, "-n", "100", "--out", folder.PathOf("stopped"));
        CommandLine wentOn = await CommandLine.RunAsync("run", file, "-n", "100", "--ignore-stopping", "--out", folder.PathOf("went-on"));

        Assert.Contains(",stopped_before\n", File.ReadAllText(folder.PathOf("stopped/replicates.csv")), StringComparison.Ordinal);
        Assert.DoesNotContain(",stopped_before\n", File.ReadAllText(folder.PathOf("went-on/replicates.csv")), StringComparison.Ordinal);
        Assert.DoesNotContain("What stopping does to estimates", stopped.Out, StringComparison.Ordinal);
        Assert.Contains("What stopping does to estimates", wentOn.Out, StringComparison.Ordinal);
        Assert.Contains("\"--ignore-stopping\"", File.ReadAllText(folder.PathOf("went-on/manifest.json")), StringComparison.Ordinal);
        Assert.Contains("--out again --ignore-stopping", File.ReadAllText(folder.PathOf("went-on/report.html")), StringComparison.Ordinal);

        // Until the stop both are the same trials: the interim look has the same rows.
        string[] Interim(string name) => [.. File.ReadAllLines(folder.PathOf(name + "/replicates.csv")).Where(line => line.Contains(",interim,", StringComparison.Ordinal))];
        Assert.Equal(Interim("stopped"), Interim("went-on"));
    }

    // The tables of the run under the null hypothesis say the same.
    [Fact, Trait("Source", "Property")]
    public async Task Run_WithNullAndIgnoreStopping_ShowsTheErrorWithoutStopsAndTheSizeUnderTheNull()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("two-looks.yaml", TwoLookScenario.Yaml), "-n", "200", "--with-null", "--ignore-stopping", "--out", folder.PathOf("out"));
        string[] rows = File.ReadAllLines(folder.PathOf("out/operating-characteristics.csv"));
        string[] ofNull = File.ReadAllLines(folder.PathOf("out/null/operating-characteristics.csv"));
        double ValueOf(string measure, string[] table) =>
            double.Parse(Assert.Single(table, line => line.Contains($",{measure},", StringComparison.Ordinal)).Split(',')[7], System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains("Type I error, stops ignored", run.Out, StringComparison.Ordinal);
        Assert.Contains("Bias, as a ratio", run.Out, StringComparison.Ordinal);
        Assert.Contains("Rejects, stops ignored", run.Out, StringComparison.Ordinal);
        Assert.Contains("interim, under the null", run.Out, StringComparison.Ordinal);
        Assert.Contains("Mean under the null", run.Out, StringComparison.Ordinal);
        Assert.Equal(ValueOf("overall_power_stops_ignored", ofNull), ValueOf("type_i_error_stops_ignored", rows));
        Assert.True(ValueOf("overall_power_stops_ignored", rows) > ValueOf("overall_power", rows)); // Of those that stop for futility some would have rejected.
        Assert.Equal(ValueOf("trial_patients", ofNull), ValueOf("trial_patients_under_null", rows));
        Assert.Equal(ValueOf("trial_duration", ofNull), ValueOf("trial_duration_under_null", rows));
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task CheckTargets_OfWholeTrials_AreFound()
    {
        using TemporaryFolder folder = new();
        string yaml = TwoLookScenario.Yaml + """
            targets:
              power: {analysis: os_test, figure: overall_power, reported: 0.8, tolerance: 0.2}
              error: {analysis: os_test, figure: type_i_error, reported: 0.025, exact: true}
              size: {figure: trial_patients, reported: 90, tolerance: 10}
              deaths: {endpoint: os, figure: trial_events, reported: 55, tolerance: 20}
              length: {figure: trial_duration, reported: 38mo, tolerance: 6mo}
              efficacy: {decision: stop_for_efficacy, figure: decision_probability, reported: 0.3, tolerance: 0.3}
              stop: {look: interim, figure: stop_probability, reported: 0.3, tolerance: 0.3}

            """;
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("two-looks.yaml", yaml), "--targets");

        Assert.EndsWith("All 7 targets are met.\n", check.Out, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{figure: trial_patients, analysis: os_test, reported: 90, tolerance: 10}", "trial_patients is a figure of the trial. Remove analysis, endpoint and arm.")]
    [InlineData("{figure: decision_probability, reported: 0.3, tolerance: 0.1}", "decision_probability is a figure of a decision, and none is named. Write decision: with its name.")]
    [InlineData("{figure: stop_probability, decision: stop_for_harm, reported: 0.3, tolerance: 0.1}", "A decision has no stop_probability. Write figure: decision_probability, or remove decision.")]
    [InlineData("{figure: decision_probability, decision: stop_for_harm, reported: 0.3, tolerance: 0.1}", "There is no decision_probability of 'stop_for_harm'.")]
    [InlineData("{figure: family_wise_error, analysis: os_test, reported: 0.3, tolerance: 0.1}", "family_wise_error is a figure of several tests. Remove analysis and arm; where the tests of each endpoint are a family of their own, write endpoint.")]
    [InlineData("{figure: trial_duration, reported: 20, tolerance: 1}", "The trial_duration of the trial is a time. Write reported and tolerance as durations, such as 16mo and 0.5mo.")]
    public async Task CheckTargets_FigureOfAWholeTrialMisnamed_SaysWhatToWrite(string target, string message)
    {
        using TemporaryFolder folder = new();
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("two-looks.yaml", TwoLookScenario.Yaml + $"targets:\n  one: {target}\n"), "--targets");

        Assert.Equal(2, check.ExitCode);
        Assert.EndsWith(message + "\n", check.Error, StringComparison.Ordinal);
    }
}
