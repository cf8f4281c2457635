namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V22",
    "simtrial's double-programming design, corrected: analysis by events or by date",
    Source = "lrstat 0.3.3, 200,000 trials",
    Asserts = "Power at 227 events and their time, power at 18 months and the events by then, simulated; those events by integral too",
    Tolerance = "M, with the error of the other simulation")]
public sealed class V22EventsOrDateTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = Agreement.WithinFourErrors(output);

    [Fact, Trait("Source", "AgainstR")]
    public void TimesPowerAndEvents_Simulated()
    {
        SimulatedLooks looks = SimulatedLooks.Run(ScenarioFile.Text("validation/events-or-date.yaml"), "pfs_test", 20_000, _agreement);
        SimulatedTrial trial = looks.Trial;

        looks.AreReachedIn([("by_events", 16.16)], 0.01, 200_000);
        _agreement.Share("V22 power at 227 events", trial.Rejections("by_events", "pfs_test"), trial.Replicates, Expected.SimulatedShare(0.8978, 200_000));
        _agreement.Share("V22 power at 18 months", trial.Rejections("by_date", "pfs_test"), trial.Replicates, Expected.SimulatedShare(0.9285, 200_000));

        // lrstat's 252.96 is a simulated mean; for Poisson arrivals the integral in Reference/exact.R is 252.92065565.
        double[] events = looks.Events("by_date");
        double spread = Math.Sqrt(events.Average(count => Math.Pow(count - 252.92, 2)));
        _agreement.Mean("V22 events at 18 months, lrstat", events, Expected.Simulated(252.96, spread / Math.Sqrt(200_000)).RoundedTo(0.01));
        _agreement.Mean("V22 events at 18 months", events, Expected.Exact(252.92065565));
    }
}
