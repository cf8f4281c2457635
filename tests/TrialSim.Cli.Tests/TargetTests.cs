using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

public sealed class TargetTests
{
    private const string Run = "run: {seed: 7, replicates: 200}";

    // 20 patients in permuted blocks of 4 of two arms: exactly 10 an arm in every trial. Accrual is uniform over 6 months.
    private const string Counts =
        """
        targets:
          control: {endpoint: os, arm: control, figure: patients, reported: 10, exact: true, source: "blocks of four"}
          treated: {analysis: os_test, arm: treated, figure: patients, reported: 10, tolerance: 0, source: "study 002, Table 1"}
          power: {analysis: os_test, figure: power, reported: 0.3, tolerance: 0.5, assumption: true}

        """;

    private static string With(string targets) => SmallScenario.With(Run, targets + Run);

    [Fact, Trait("Source", "ByHand")]
    public async Task CheckTargets_AllMet_ShowsBothFiguresAndSourceAndIsDone()
    {
        using TemporaryFolder folder = new();
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("small.yaml", With(Counts)), "--targets", "--threads", "2");

        Assert.Equal(0, check.ExitCode);
        Assert.Equal("control 10 10 10.00–10.00 ± 0 met exact blocks of four", RowOf(check, "control"));
        Assert.Equal("treated 10 10 10.00–10.00 ± 0 met reported study 002, Table 1", RowOf(check, "treated"));
        Assert.EndsWith("met assumption", RowOf(check, "power"), StringComparison.Ordinal);
        Assert.EndsWith("All 3 targets are met.\n", check.Out, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("reported: 10, exact: true", "reported: 11, exact: true")] // Without Monte Carlo error nothing explains a difference.
    [InlineData("reported: 0.3, tolerance: 0.5", "reported: 0.99, tolerance: 0.01")]
    public async Task CheckTargets_OneMissed_SaysSoWithExitCode3(string piece, string replacement)
    {
        using TemporaryFolder folder = new();
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("small.yaml", With(Counts.Replace(piece, replacement, StringComparison.Ordinal))), "--targets");

        Assert.Equal(3, check.ExitCode);
        Assert.Single(check.Out.Split('\n'), line => line.Contains("MISSED", StringComparison.Ordinal));
        Assert.EndsWith("2 of 3 targets are met.\n", check.Out, StringComparison.Ordinal);
    }

    // A share of 200 trials has an interval at least .03 wide around most values: one beyond a tolerance of .001 by less than that is undecided.
    [Fact, Trait("Source", "Property")]
    public async Task CheckTargets_BeyondTheToleranceByLessThanTheMonteCarloError_IsUndecidedWithExitCode3()
    {
        using TemporaryFolder folder = new();
        CommandLine first = await CommandLine.RunAsync("check", folder.Write("small.yaml", With(Counts)), "--targets");
        double power = double.Parse(RowOf(first, "power").Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        string near = (power + 0.01).ToString(System.Globalization.CultureInfo.InvariantCulture);
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("small.yaml", With(Counts.Replace("reported: 0.3, tolerance: 0.5", $"reported: {near}, tolerance: 0.001", StringComparison.Ordinal))), "--targets");

        Assert.Equal(3, check.ExitCode);
        Assert.Contains("undecided", RowOf(check, "power"), StringComparison.Ordinal);
        Assert.EndsWith("2 of 3 targets are met. 1 is undecided: it lies beyond its tolerance by no more than Monte Carlo error explains. Run more replicates.\n", check.Out, StringComparison.Ordinal);
    }

    // The median of 100 years is not reached in a trial of 18 months.
    [Fact, Trait("Source", "ByHand")]
    public async Task CheckTargets_FigureThatIsNeverReached_IsWarnedOfAndNotMet()
    {
        using TemporaryFolder folder = new();
        string yaml = With("targets: {median: {analysis: os_median, arm: control, reported: 100y, tolerance: 1y}}\n");
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("small.yaml", yaml), "--targets", "--set", "truth.events.death.hazard.median=100y");

        Assert.Equal(3, check.ExitCode);
        Assert.Contains("warning: median cannot be judged: it cannot be estimated.\n", check.Error, StringComparison.Ordinal);
        Assert.Contains("not judged", check.Out, StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "Property")]
    public async Task CheckTargets_OneReplicate_CannotJudgeExactTargets()
    {
        using TemporaryFolder folder = new();
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("small.yaml", With(Counts)), "--targets", "-n", "1");

        Assert.Equal(3, check.ExitCode);
        Assert.Equal("warning: control cannot be judged: one replicate shows nothing of its Monte Carlo error.\n", LastLine(check.Error));
    }

    [Fact, Trait("Source", "Property")]
    public async Task CheckTargets_ScenarioWithout_SaysHowToWriteThem()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", SmallScenario.Yaml);
        CommandLine check = await CommandLine.RunAsync("check", file, "--targets");

        Assert.Equal(2, check.ExitCode);
        Assert.StartsWith($"{file}: there are no targets to check. Write 'targets:'", check.Error, StringComparison.Ordinal);
    }

    [Theory, Trait("Source", "Property")]
    [InlineData("{analysis: os_median, arm: control, figure: power, reported: 1, tolerance: 1}", "There is no power of 'os_median'. Write figure: one of estimate, mean, median, standard_deviation, q025, q975.")]
    [InlineData("{analysis: os_median, reported: 9mo, tolerance: 1mo}", "'os_median' has this figure, estimate, for several arms. Write one of arm: control, arm: treated.")]
    [InlineData("{analysis: os_median, compare: [treated, control], reported: 9mo, tolerance: 1mo}", "There is no estimate of treated v control in 'os_median'. Write one of arm: control, arm: treated.")]
    [InlineData("{analysis: os_median, arm: control, reported: 9, tolerance: 1}", "The estimate of 'os_median' is a time. Write reported and tolerance as durations, such as 16mo and 0.5mo.")]
    [InlineData("{analysis: os_test, figure: power, reported: 9mo, tolerance: 1mo}", "The power of 'os_test' is a number, not a time. Write reported and tolerance as numbers.")]
    public async Task Check_TargetThatTheRunWillNotHave_SaysWhereAndWhatToWrite(string target, string message)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", With($"targets:\n  x: {target}\n"));
        CommandLine check = await CommandLine.RunAsync("check", file);

        Assert.Equal((2, $"{file}:26:6  targets.x: {message}\n"), (check.ExitCode, check.Error));
    }

    [Fact, Trait("Source", "Property")]
    public async Task Explain_Targets_AreWrittenBackWithTheirDefaults()
    {
        using TemporaryFolder folder = new();
        CommandLine explain = await CommandLine.RunAsync("explain", folder.Write("small.yaml", With(Counts)));

        Assert.Contains(
            "  treated:\n    analysis: os_test\n    arm: treated\n    figure: patients\n    reported: 10\n    tolerance: 0\n    exact: false\n    source: \"study 002, Table 1\"\n    assumption: false\n",
            explain.Out,
            StringComparison.Ordinal);
        CommandLine again = await CommandLine.RunAsync("explain", folder.Write("resolved.yaml", explain.Out));
        Assert.Equal(explain.Out, again.Out);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Run_ScenarioWithTargets_ShowsThemInTheReport()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("small.yaml", With(Counts)), "-n", "50", "--out", folder.PathOf("out"));

        Assert.Equal(0, run.ExitCode);
        string report = File.ReadAllText(folder.PathOf("out/report.html"));
        Assert.Contains("What was reported, and what is simulated", report, StringComparison.Ordinal);
        Assert.Contains("study 002, Table 1", report, StringComparison.Ordinal);
    }

    private static string RowOf(CommandLine check, string target) =>
        string.Join(' ', check.Out.Split('\n').Single(line => line.StartsWith($"  {target} ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1] + "\n";
}
