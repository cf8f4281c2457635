using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>What decisions did, in the terminal, the tables and a replay: arms that were dropped, by what is believed of them, and events that were raised.</summary>
public sealed class DecisionsToldTests
{
    private const string Yaml =
        """
        trialsim: 1
        name: told
        design:
          patients: 150
          arms: {control: {role: control}, low: {}, high: {}}
          endpoints: {os: {events: [death]}}
          looks:
            interim: {when: {trial_time: 9mo}}
            final: {when: {events: {endpoint: os, count: 90}}}
          analyses:
            low_test: {endpoint: os, method: log_rank, compare: [low, control], at: final}
            low_hope: {endpoint: os, method: predictive_probability, compare: [low, control], prior: {events: 1, time: 10mo}, final_events: 60, final_threshold: 0.95, threshold: 0.9, at: interim}
            high_hope: {endpoint: os, method: predictive_probability, compare: [high, control], prior: {events: 1, time: 10mo}, final_events: 60, final_threshold: 0.95, threshold: 0.9, at: interim}
          decisions:
            pick: {at: interim, then: {keep_best: {analyses: [low_hope, high_hope], by: probability}}}
            blinded: {at: interim, then: {reestimate_blinded: {endpoint: os, event_share: 0.21, max: 200}}}
        truth:
          accrual: {rate: {per_month: 15}}
          events: {death: {hazard: {by_arm: {control: {median: 10mo}, low: {median: 12mo}, high: {median: 16mo}}}}}
        run: {seed: 5, replicates: 40}

        """;

    [Fact, Trait("Source", "Property")]
    public async Task Run_ArmsAndSizesThatChange_AreToldAndAddUp()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("told.yaml", Yaml), "--out", folder.PathOf("out"));
        string[] rows = File.ReadAllLines(folder.PathOf("out/operating-characteristics.csv"));
        double ValueOf(string arm, string subject, string measure) =>
            double.Parse(Assert.Single(rows, line => line.StartsWith($",,,{arm},{subject},{measure},", StringComparison.Ordinal)).Split(',')[7], CultureInfo.InvariantCulture);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Arms dropped", run.Out, StringComparison.Ordinal);
        Assert.Contains("Size once re-estimated, where that changes it", run.Out, StringComparison.Ordinal);
        Assert.Equal(1.0, ValueOf("low", "pick", "arm_dropped") + ValueOf("high", "pick", "arm_dropped"), 1e-12); // One of the two goes.
        Assert.True(ValueOf("low", "pick", "arm_dropped") > ValueOf("high", "pick", "arm_dropped"));
        Assert.InRange(ValueOf("", "blinded", "decision_probability"), 0.1, 0.9); // Not where the share is larger, so that fewer would do.
        Assert.InRange(ValueOf("", "blinded", "new_size"), 151, 199);
    }

    [Fact, Trait("Source", "Property")]
    public async Task Replay_OfATrialWithDecisions_SaysWhichArmWasDroppedAndHowManyMore()
    {
        using TemporaryFolder folder = new();
        CommandLine replay = await CommandLine.RunAsync("replay", folder.Write("told.yaml", Yaml), "--replicate", "1", "--patient", "1");

        Assert.Equal((0, ""), (replay.ExitCode, replay.Error));
        Assert.Matches(@"decided upon look interim: pick \((low|high) dropped\)", replay.Out);
        Assert.Matches(@"decided upon look interim: blinded \((1[5-9]\d|200) patients instead of 150\)", replay.Out);
    }
}
