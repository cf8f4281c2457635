namespace TrialSim.Validation.Tests.Analyses;

/// <summary>Methods of analysis beyond the log-rank test, on a trial of our own invention with crossing hazards.</summary>
public sealed class MethodPowerTests(ITestOutputHelper output)
{
    private const string CrossingHazards =
        """
        trialsim: 1
        name: crossing-hazards
        design:
          patients: 220
          arms: {control: {role: control}, experimental: {}}
          allocation: {method: permuted_block, ratio: {control: 1, experimental: 1}, block_sizes: [2]}
          endpoints: {os: {events: [death]}}
          looks: {final: {when: {trial_time: 24mo}}}
          analyses:
            fh00: {endpoint: os, method: log_rank}
            fh01: {endpoint: os, method: log_rank, weight: {rho: 0, gamma: 1}}
            fh10: {endpoint: os, method: log_rank, weight: {rho: 1, gamma: 0}}
            fh11: {endpoint: os, method: log_rank, weight: {rho: 1, gamma: 1}}
            max_combo: {endpoint: os, method: max_combo}
            rmst_15mo: {endpoint: os, method: rmst, horizon: 15mo, compare: [experimental, control]}
          testing: {one_sided_alpha: 0.025}
        truth:
          accrual: {duration: 12mo, pattern: uniform}
          events: {death: {hazard: {median: 10mo}}}
          effects:
            - {on: death, hazard_ratio: 1.25, while: {arm: experimental}, until: 3mo}
            - {on: death, hazard_ratio: 0.5, while: {arm: experimental}, from: 3mo}
          loss_to_follow_up: {hazard: {per_month: 0.01}}
        """;

    private readonly Agreement _agreement = new(output);

    // R 4.2.2 with weighted log-rank and MaxCombo tests of its own, mvtnorm's p-values and survival's restricted means, 4,000 trials:
    // Rscript Reference/methods.R > Reference/methods.txt.
    [Fact, Trait("Source", "AgainstR")]
    public void CrossingHazards_EveryMethod_HasThePowerThatRGives()
    {
        SimulatedTrial trial = SimulatedTrial.Run(CrossingHazards, 6_000);

        foreach ((string analysis, double power) in new[]
        {
            ("max_combo", 0.74525), ("fh00", 0.53425), ("fh01", 0.79550), ("fh10", 0.31350), ("fh11", 0.77700), ("rmst_15mo", 0.21850),
        })
        {
            _agreement.Share(analysis, trial.Rejections("final", analysis), trial.Replicates, Expected.SimulatedShare(power, 4_000));
        }
    }

    // 220 patients are not many: R's program above, with hazards alike in 10,000 trials, rejects a little more often than in its alpha too.
    [Fact, Trait("Source", "AgainstR")]
    public void MaxCombo_NoEffect_RejectsAsOftenAsInR()
    {
        string yaml = CrossingHazards.With("hazard_ratio: 1.25", "hazard_ratio: 1").With("hazard_ratio: 0.5", "hazard_ratio: 1");
        SimulatedTrial trial = SimulatedTrial.Run(yaml, 12_000);

        _agreement.Share("max_combo, no effect", trial.Rejections("final", "max_combo"), trial.Replicates, Expected.SimulatedShare(0.0258, 10_000));
        _agreement.Share("fh01, no effect", trial.Rejections("final", "fh01"), trial.Replicates, Expected.SimulatedShare(0.0285, 10_000));
    }
}
