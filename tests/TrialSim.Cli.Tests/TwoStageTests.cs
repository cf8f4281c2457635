using System.Globalization;
using TrialSim.Cli.Tests.Running;

namespace TrialSim.Cli.Tests;

/// <summary>A trial in two stages whose patients respond with a probability, as the cookbook writes it.</summary>
public sealed class TwoStageTests
{
    private const string Yaml =
        """
        trialsim: 1
        name: two-stages
        design:
          patients: 46
          arms: {combination: {role: experimental}}
          visits: {scan: {at: 6w}}
          endpoints: {response: {kind: binary, best: {response: [CR]}, by: 6w}}
          looks:
            first_stage: {when: {followed_up: {patients: 16, for: 6w}}}
            final: {when: {followed_up: {patients: 46, for: 6w}}}
          analyses: {responders: {endpoint: response, method: exact_binomial, null_probability: 0.4}}
          testing: {one_sided_alpha: 0.05, sequential: {responders: {two_stage: {first_limit: 7, limit: 23}}}}
        truth:
          accrual: {rate: {per_month: 4}}
          states:
            response: {levels: [CR, SD], seen_at: scan, changes: [{at: scan, if: {arm: combination}, becomes: {CR: 0.6, SD: 0.4}}]}
          events: {death: {hazard: none}}
        run: {seed: 7, replicates: 1000}

        """;

    // Simon (1989), table 1, .40 against .60: 7/16, 23/46, PET .72, EN 24.5, errors of at most .05.
    [Fact, Trait("Source", "Published")]
    public async Task Check_TwoStages_PrintsTheExactErrorAndSize()
    {
        using TemporaryFolder folder = new();
        CommandLine check = await CommandLine.RunAsync("check", folder.Write("two-stages.yaml", Yaml));

        Assert.Contains("rejects with 0.048594 (alpha), stops after the first stage with 0.716063 (PET), and has 24.52 patients on average (EN)", check.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact, Trait("Source", "ByHand")]
    public async Task Run_ResponseWithAProbability_IsThatAndTheFirstStageHasNoPower()
    {
        using TemporaryFolder folder = new();
        CommandLine run = await CommandLine.RunAsync("run", folder.Write("two-stages.yaml", Yaml), "--out", folder.PathOf("out"));
        string[] rows = File.ReadAllLines(folder.PathOf("out/operating-characteristics.csv"));
        double share = double.Parse(
            Assert.Single(rows, line => line.StartsWith("first_stage,", StringComparison.Ordinal) && line.Contains(",proportion,", StringComparison.Ordinal)).Split(',')[7], CultureInfo.InvariantCulture);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0.6, share, 0.016); // Four standard errors of 16,000 patients; once in 16,000 by chance.
        Assert.DoesNotContain(rows, line => line.StartsWith("first_stage,", StringComparison.Ordinal) && line.Contains(",power", StringComparison.Ordinal));
        Assert.Contains(rows, line => line.StartsWith("final,", StringComparison.Ordinal) && line.Contains(",power,", StringComparison.Ordinal));
    }
}
