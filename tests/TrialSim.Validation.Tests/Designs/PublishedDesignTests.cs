using TrialSim.Results;
using TrialSim.Results.Tables;

namespace TrialSim.Validation.Tests.Designs;

/// <summary>Designs whose operating characteristics other packages print. The file's description names the source of each.</summary>
public sealed class PublishedDesignTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "Theory")]
    public void V5_ExpectedEvents_AreTheClosedForm()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/expected-events.yaml"), 20_000);

        // 157.51004 of 240, half of them in each arm; gsDesign 3.11, eEvents.
        foreach (string arm in new[] { "control", "experimental" })
        {
            _agreement.Mean($"V5 deaths, {arm}", trial.Of("final", "", arm, Measures.Events), Expected.Exact(157.51003901 / 2));
        }
    }

    [Fact, Trait("Source", "Theory")]
    public void V5_EventProbabilities_AreTheClosedForm()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/event-probabilities.yaml"), 20_000);

        // Closed form in Reference/exact.R; rpact 4.3.0, getEventProbabilities, prints .6619 and .5389.
        _agreement.Mean("V5 events of 150, control", trial.Of("final", "", "control", Measures.Events), Expected.Exact(150 * 0.66189319));
        _agreement.Mean("V5 events of 150, experimental", trial.Of("final", "", "experimental", Measures.Events), Expected.Exact(150 * 0.53891077));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void V15_AccrualInSteps_HasTheTimesAndThePower()
    {
        ILookup<string, ReplicateRecord> rows = Rows(ScenarioFile.Text("validation/accrual-in-steps.yaml"), "os_test", 10_000, out SimulatedTrial trial);

        // 6 months of 126 patients, then 1074 at 42 a month: exact for Poisson arrivals.
        _agreement.Mean("V15 accrual, months", trial.Of("accrued", "", Measures.LookTime), Expected.Exact(6 + (1074 / 42.0)));
        ReachedIn(trial, "V15", [("interim", 39.51), ("final", 53.70)], 0.01, 50_000);
        CumulativePower("V15", rows, [("interim", 2.524189, 0.3998), ("final", 1.991560, 0.7948)], 50_000); // lrstat 0.3.3, lrsim.
        CumulativePower("V15 (rpact)", rows, [("interim", 2.524189, 0.4084), ("final", 1.991560, 0.8014)], 20_000); // rpact 4.3.0.
    }

    [Fact, Trait("Source", "AgainstR")]
    public void V16_ThreeLooksDelayedEffect_HasTheTimesAndThePower()
    {
        ILookup<string, ReplicateRecord> rows = Rows(ScenarioFile.Text("validation/three-looks-delayed-effect.yaml"), "os_test", 20_000, out SimulatedTrial trial);

        // lrstat 0.3.3, lrsim, 100,000 trials.
        ReachedIn(trial, "V16", [("first", 12.004), ("second", 23.935), ("final", 35.801)], 0.001, 100_000);
        CumulativePower("V16", rows, [("first", 3.5078222, 0.00888), ("second", 2.2685355, 0.65897), ("final", 2.0229877, 0.89676)], 100_000);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void V18_FixedDateDelayedEffect_HasTheDeathsAndThePower()
    {
        ILookup<string, ReplicateRecord> rows = Rows(ScenarioFile.Text("validation/fixed-date-delayed-effect.yaml"), "os_test", 40_000, out SimulatedTrial trial);

        // Simulated by another program, Monte Carlo error .001; deaths in closed form, Reference/exact.R.
        _agreement.Share("V18 power", trial.Rejections("final", "os_test"), trial.Replicates, Expected.Simulated(0.8127, 0.001));
        _agreement.Mean("V18 deaths", Events(rows["final"]), Expected.Exact(252.42998523));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void V22_EventsOrDate_HaveTheTimesThePowerAndTheEvents()
    {
        ILookup<string, ReplicateRecord> rows = Rows(ScenarioFile.Text("validation/events-or-date.yaml"), "pfs_test", 20_000, out SimulatedTrial trial);

        // lrstat 0.3.3, 200,000 trials; events at 18 months for Poisson arrivals: Reference/exact.R.
        OperatingCharacteristic time = trial.Of("by_events", "", Measures.LookTime);
        _agreement.Mean("V22 months to 227 events", time, Expected.SimulatedMean(16.16, time, 200_000).RoundedTo(0.01));
        _agreement.Share("V22 power at 227 events", trial.Rejections("by_events", "pfs_test"), trial.Replicates, Expected.SimulatedShare(0.8978, 200_000));
        _agreement.Share("V22 power at 18 months", trial.Rejections("by_date", "pfs_test"), trial.Replicates, Expected.SimulatedShare(0.9285, 200_000));
        _agreement.Mean("V22 events at 18 months", Events(rows["by_date"]), Expected.Exact(252.92065565));
    }

    private static ILookup<string, ReplicateRecord> Rows(string yaml, string analysis, uint replicates, out SimulatedTrial trial)
    {
        List<ReplicateRecord> rows = [];
        trial = SimulatedTrial.Run(yaml, replicates, record =>
        {
            if (record.Names.Analysis == analysis)
            {
                rows.Add(record);
            }
        });
        return rows.ToLookup(record => record.Names.Look);
    }

    private static double[] Events(IEnumerable<ReplicateRecord> look) => [.. look.Select(record => (double)record.Row.Events)];

    private void ReachedIn(SimulatedTrial trial, string what, (string Look, double Months)[] looks, double lastDigit, long trials)
    {
        foreach ((string look, double months) in looks)
        {
            OperatingCharacteristic time = trial.Of(look, "", Measures.LookTime);
            _agreement.Mean($"{what} {look}, months", time, Expected.SimulatedMean(months, time, trials).RoundedTo(lastDigit));
        }
    }

    private void CumulativePower(string what, ILookup<string, ReplicateRecord> rows, (string Look, double Bound, double Power)[] looks, long trials)
    {
        HashSet<long> passed = [];
        foreach ((string look, double bound, double power) in looks)
        {
            passed.UnionWith(rows[look].Where(record => record.IsReached && record.Row.Z >= bound).Select(record => record.Replicate));
            _agreement.Share($"{what} bounds up to {look}", passed.Count, rows[look].Count(), Expected.SimulatedShare(power, trials));
        }
    }
}
