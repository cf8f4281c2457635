using TrialSim.Results.Tables;

namespace TrialSim.Validation.Tests.Conduct;

/// <summary>How many of the first patients come into the control arm: exact probabilities, see Reference/exact.R.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const uint Replicates = 40_000;

    private readonly Agreement _agreement = new(output);

    [Theory, Trait("Source", "Theory")]
    [InlineData("simple, 5 of 10", "{method: simple}", 10, 10, 5, 0.24609375)]
    [InlineData("simple 2:1, 8 of 12", "{method: simple, ratio: {control: 2, experimental: 1}}", 12, 12, 8, 0.23844604)]
    [InlineData("blocks of 8, 5 of 10", "{block_sizes: [8]}", 10, 10, 5, 4 / 7.0)]
    [InlineData("blocks of 2 or 4, 3 of 6", "{block_sizes: [2, 4]}", 6, 6, 3, 0.875)]
    [InlineData("fixed sizes, 5 of 10", "{method: fixed_sizes, sizes: {control: 10, experimental: 10}}", 20, 10, 5, 0.34371820)]
    [InlineData("blocks of 4 in two strata, 6 of 12", "{block_sizes: [4], strata: [sex]}", 12, 12, 6, 0.62109375)]
    public void Method_ControlAmongTheFirst_HasItsProbability(string what, string allocation, int patients, int first, int control, double probability)
    {
        long hits = 0;
        SimulatedTrial.Run($$$"""
            trialsim: 1
            name: allocation
            design:
              patients: {{{patients}}}
              arms: {control: {role: control}, experimental: {}}
              allocation: {{{allocation}}}
              endpoints:
                os: {events: [death]}
              looks:
                first: {when: {patients_randomised: {{{first}}} }}
              analyses:
                test: {endpoint: os, method: log_rank}
            truth:
              accrual: {duration: 6mo}
              covariates:
                sex: {f: 0.5, m: 0.5}
              events:
                death: {hazard: {median: 10mo}}
            run: {seed: 20261121}
            """, Replicates, record => hits += IsControlCount(record) && record.Row.Patients == control ? 1 : 0);

        _agreement.Share(what, hits, Replicates, Expected.Exact(probability));
    }

    private static bool IsControlCount(ReplicateRecord record) => record.Names.Analysis.Length == 0 && record.Names.Arm == "control";
}
