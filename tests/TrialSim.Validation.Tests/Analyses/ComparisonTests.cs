using TrialSim.Results;

namespace TrialSim.Validation.Tests.Analyses;

/// <summary>The operating characteristics of tests and hazard ratios, against a simulation in R: Reference/simulate.R (R 4.2.2, survival 3.5-3).</summary>
public sealed class ComparisonTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(1, 0.034260, 0.050620, 0.000776, 0.000784, 0.001293, 0.000857)]
    [InlineData(0.6, 0.625480, 0.710560, -0.456602, 0.000851, -0.514844, 0.000932)]
    public void Stratified_AllocationByAPrognosticCovariate_RejectsAndEstimatesAsInR(
        double ratio, double plain, double stratified, double plainLog, double plainError, double stratifiedLog, double stratifiedError)
    {
        const long Reference = 50_000;
        SimulatedTrial trial = SimulatedTrial.Run(Stratified(ratio), 20_000);

        _agreement.Share($"stratified {ratio}: log-rank", trial.Rejections("final", "plain_test"), trial.Replicates, Expected.SimulatedShare(plain, Reference));
        _agreement.Share(
            $"stratified {ratio}: stratified log-rank",
            trial.Rejections("final", "stratified_test"),
            trial.Replicates,
            Expected.SimulatedShare(stratified, Reference));
        LogHazardRatio($"stratified {ratio}: Cox", trial, "plain_hr", Expected.Simulated(plainLog, plainError));
        LogHazardRatio($"stratified {ratio}: stratified Cox", trial, "stratified_hr", Expected.Simulated(stratifiedLog, stratifiedError));
    }

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(1, 0.966900, 0.950500)]
    [InlineData(0.6, 0.955700, 0.950820)]
    public void StratifiedCox_AllocationByAPrognosticCovariate_CoversAsInR(double ratio, double plain, double stratified)
    {
        const long Reference = 50_000;
        Dictionary<string, long> covered = Covered(Stratified(ratio), 20_000, ratio, out long replicates);

        _agreement.Share($"stratified {ratio}: coverage of Cox", covered["plain_hr"], replicates, Expected.SimulatedShare(plain, Reference));
        _agreement.Share($"stratified {ratio}: coverage of stratified Cox", covered["stratified_hr"], replicates, Expected.SimulatedShare(stratified, Reference));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void TwoToOne_SeventyEvents_RejectsEstimatesAndCoversAsInR()
    {
        const string Yaml = """
            trialsim: 1
            name: two-to-one
            design:
              patients: 120
              arms: {control: {role: control}, experimental: {}}
              allocation: {method: fixed_sizes, sizes: {control: 40, experimental: 80}}
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {events: {endpoint: os, count: 70}}}
              analyses:
                test: {endpoint: os, method: log_rank}
                hr: {endpoint: os, method: cox}
              testing: {one_sided_alpha: 0.025}
            truth:
              accrual: {duration: 10mo}
              events:
                death: {hazard: {median: 8mo}}
              effects:
                - {on: death, hazard_ratio: 0.65, while: {arm: experimental}}
              loss_to_follow_up: {hazard: {per_month: 0.02}}
            run: {seed: 20261121}
            """;
        SimulatedTrial trial = SimulatedTrial.Run(Yaml, 20_000);
        Dictionary<string, long> covered = Covered(Yaml, 20_000, 0.65, out long replicates);

        _agreement.Share("two to one: power", trial.Rejections("final", "test"), trial.Replicates, Expected.SimulatedShare(0.425175, 80_000));
        _agreement.Share("two to one: coverage of .65", covered["hr"], replicates, Expected.SimulatedShare(0.950788, 80_000));
        LogHazardRatio("two to one", trial, "hr", Expected.Simulated(-0.432492, 0.000883));
        _agreement.Mean("two to one: months", trial.Of("final", "", Measures.LookTime), Expected.Simulated(22.373374, 0.011054));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void CrossingHazards_UnequalArms_RejectAsInR()
    {
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: crossing
            design:
              patients: 160
              arms: {control: {role: control}, experimental: {}}
              allocation: {method: fixed_sizes, sizes: {control: 40, experimental: 120}}
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {trial_time: 30mo}}
              analyses:
                test: {endpoint: os, method: log_rank}
                hr: {endpoint: os, method: cox}
              testing: {two_sided_alpha: 0.05}
            truth:
              accrual: {duration: 10mo}
              events:
                death: {hazard: {median: 9mo}}
              effects:
                - {on: death, hazard_ratio: 1.6, while: {arm: experimental}, until: 5mo}
                - {on: death, hazard_ratio: 0.5, while: {arm: experimental}, from: 5mo}
            run: {seed: 20261121}
            """, 20_000);

        _agreement.Share("crossing: log-rank", trial.Rejections("final", "test"), trial.Replicates, Expected.SimulatedShare(0.061012, 80_000));
        _agreement.Share("crossing: Wald", trial.Rejections("final", "hr"), trial.Replicates, Expected.SimulatedShare(0.059225, 80_000));
        _agreement.Mean("crossing: mean Z", trial.Of("final", "test", Measures.MeanZ), Expected.Simulated(0.517818, 0.003227));
        LogHazardRatio("crossing", trial, "hr", Expected.Simulated(-0.102541, 0.000650));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void LogRankOnProgression_DeathCompetes_RejectsAsInR()
    {
        // Death censors, so the log hazard ratio is that of progression, near ln(.05/.08) = −.470, whatever death does.
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: competing-test
            design:
              patients: 200
              arms: {control: {role: control}, experimental: {}}
              allocation: {method: fixed_sizes, sizes: {control: 100, experimental: 100}}
              max_follow_up: 18mo
              endpoints:
                ttp: {events: [progression]}
              looks:
                final: {when: {follow_up_of_last_patient: 18mo}}
              analyses:
                test: {endpoint: ttp, method: log_rank}
                hr: {endpoint: ttp, method: cox}
              testing: {two_sided_alpha: 0.05}
            truth:
              accrual: {duration: 6mo}
              events:
                progression: {hazard: {by_arm: {control: {per_month: 0.08}, experimental: {per_month: 0.05}}}}
                death: {hazard: {by_arm: {control: {per_month: 0.03}, experimental: {per_month: 0.06}}}}
            run: {seed: 20261121}
            """, 20_000);

        _agreement.Share("competing death: log-rank", trial.Rejections("final", "test"), trial.Replicates, Expected.SimulatedShare(0.644388, 80_000));
        LogHazardRatio("competing death", trial, "hr", Expected.Simulated(-0.472878, 0.000727));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void StrongCovariateLeftOut_HazardRatio_IsAttenuatedAsInR()
    {
        // A model without the covariate estimates exp(−.497) where each patient has .5.
        const string Yaml = """
            trialsim: 1
            name: covariate-left-out
            design:
              patients: 200
              arms: {control: {role: control}, experimental: {}}
              allocation: {method: simple}
              max_follow_up: 40mo
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {follow_up_of_last_patient: 40mo}}
              analyses:
                without: {endpoint: os, method: cox}
                stratified: {endpoint: os, method: cox, strata: [marker]}
            truth:
              accrual: {duration: 1d}
              covariates:
                marker: {probability: 0.5}
              events:
                death: {hazard: {median: 25mo}}
              effects:
                - {on: death, hazard_ratio: 5, while: {covariate: {marker: "yes"}}}
                - {on: death, hazard_ratio: 0.5, while: {arm: experimental}}
            run: {seed: 20261121}
            """;
        SimulatedTrial trial = SimulatedTrial.Run(Yaml, 20_000);
        Dictionary<string, long> covered = Covered(Yaml, 20_000, 0.5, out long replicates);

        LogHazardRatio("covariate left out", trial, "without", Expected.Simulated(-0.497107, 0.000582));
        LogHazardRatio("covariate stratified for", trial, "stratified", Expected.Simulated(-0.699186, 0.000606));
        _agreement.Share("covariate left out: coverage of .5", covered["without"], replicates, Expected.SimulatedShare(0.774012, 80_000));
        _agreement.Share("covariate stratified for: coverage of .5", covered["stratified"], replicates, Expected.SimulatedShare(0.951825, 80_000));
    }

    private static string Stratified(double ratio) =>
        ScenarioFile.Text("validation/stratified.yaml").With("hazard_ratio: 0.6", FormattableString.Invariant($"hazard_ratio: {ratio}"));

    // Replicates whose interval holds the true hazard ratio, by analysis.
    private static Dictionary<string, long> Covered(string yaml, uint replicates, double ratio, out long run)
    {
        Dictionary<string, long> covered = [];
        run = SimulatedTrial.Run(yaml, replicates, record =>
        {
            if (record.Row.Lower <= ratio && ratio <= record.Row.Upper)
            {
                covered[record.Names.Analysis] = covered.GetValueOrDefault(record.Names.Analysis) + 1;
            }
        }).Replicates;
        return covered;
    }

    private void LogHazardRatio(string what, SimulatedTrial trial, string analysis, Expected expected) =>
        _agreement.LogHazardRatio(what, trial.Of("final", analysis, Measures.HazardRatio), expected);
}
