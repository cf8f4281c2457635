using TrialSim.Model.Time;
using TrialSim.Results;
using TrialSim.Results.Tables;

namespace TrialSim.Validation.Tests.Analyses;

/// <summary>What is read off Kaplan–Meier curves: medians and milestones.</summary>
public sealed class CurveTests(ITestOutputHelper output)
{
    private const uint Replicates = 20_000;

    private readonly Agreement _agreement = new(output);

    // The median of 101 exponential times is the 51st; of 100 the mean of the 50th and 51st, as in R's survfit. Order statistics: Reference/exact.R.
    [Theory, Trait("Source", "Theory")]
    [InlineData(101, 12.08528040, 1.72683078)]
    [InlineData(100, 12.08699449, 1.72700177)]
    public void Median_NobodyCensored_HasTheMeanAndSpreadOfTheOrderStatistics(int patients, double mean, double deviation)
    {
        List<double> medians = [];
        SimulatedTrial.Run(Medians(patients, "{median: 12mo}", "1000mo"), Replicates, record => AddMedian(record, medians));

        Assert.Equal((int)Replicates, medians.Count);
        _agreement.Mean($"median of {patients}", medians, Expected.Exact(mean));
        _agreement.Mean($"squared deviation of the median of {patients}", [.. medians.Select(median => Math.Pow(median - mean, 2))], Expected.Exact(deviation * deviation));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void Median_UniformCensoring_CoversAsSurvfitDoes()
    {
        // Reference/simulate.R, 8000 fits: censored at random between 4 and 20 months, since entry takes 16 months and the cut is at 20.
        List<double> medians = [];
        long covered = 0;
        SimulatedTrial.Run(Medians(61, "{family: weibull, shape: 1.4, median: 9mo}", "20mo"), Replicates, record =>
        {
            AddMedian(record, medians);
            bool covers = record.Row.Lower <= 9 * DaysPer.Month && 9 * DaysPer.Month <= record.Row.Upper;
            covered += record.Names.Analysis == "median" && covers ? 1 : 0;
        });

        _agreement.Mean("median under censoring", medians, Expected.Simulated(9.102900, 0.014951));
        _agreement.Share("median under censoring: coverage", covered, Replicates, Expected.SimulatedShare(0.947750, 8_000));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void MilestoneDifference_LogNormalWithLoss_RejectsAsInR()
    {
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: milestone-difference
            design:
              patients: 180
              arms: {control: {role: control}, experimental: {}}
              allocation: {method: fixed_sizes, sizes: {control: 90, experimental: 90}}
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {trial_time: 24mo}}
              analyses:
                at_12: {endpoint: os, method: milestone, time: 12mo, compare: [experimental, control]}
              testing: {one_sided_alpha: 0.025}
            truth:
              accrual: {duration: 12mo}
              events:
                death:
                  hazard:
                    by_arm:
                      control: {family: log_normal, median: 10mo, sigma: 0.9}
                      experimental: {family: log_normal, median: 14mo, sigma: 0.9}
              loss_to_follow_up: {probability: 0.1, by: 12mo}
            run: {seed: 20261121}
            """, Replicates);

        _agreement.Mean("milestone difference", trial.Of("final", "at_12", Measures.MilestoneDifference), Expected.Simulated(0.148004, 0.000271));
        _agreement.Share("milestone difference: power", trial.Rejections("final", "at_12"), trial.Replicates, Expected.SimulatedShare(0.495825, 80_000));
    }

    private static string Medians(int patients, string hazard, string look) => $$$"""
        trialsim: 1
        name: medians
        design:
          patients: {{{patients}}}
          arms: {one: {}}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {trial_time: {{{look}}} }}
          analyses:
            median: {endpoint: os, method: kaplan_meier_median}
        truth:
          accrual: {duration: 16mo}
          events:
            death: {hazard: {{{hazard}}} }
        run: {seed: 20261121}
        """;

    private static void AddMedian(ReplicateRecord record, List<double> medians)
    {
        if (record.Names.Analysis == "median" && record.Row.Estimate > 0)
        {
            medians.Add(record.Row.Estimate / DaysPer.Month);
        }
    }
}
