using TrialSim.Model.Time;
using TrialSim.Statistics.Hazards;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V7",
    "Progression seen at the next scan",
    Source = "Closed form D/(1 − e^{−λD})",
    Asserts = "Mean seen and its bias, share seen by 6, median seen, by sums over scans of the library's hazards, and simulated",
    Tolerance = "every printed digit; simulated M")]
public sealed class V07ScanTests(ITestOutputHelper output)
{
    [Theory, Trait("Source", "Theory")]
    [InlineData(5.0, 2.0, "8.2596259", 6.0)]
    [InlineData(5.0, 3.0, "8.8171488", 6.0)]
    [InlineData(8.0, 2.0, "12.570427", 8.0)]
    [InlineData(8.0, 3.0, "13.106470", 9.0)]
    public void MeanAndMedianSeen(double median, double interval, string mean, double medianSeen)
    {
        ExponentialHazard hazard = ExponentialHazard.FromMedian(median);

        // Each scan that a patient is free of progression before adds an interval: the mean is D·Σ S(kD).
        Printed.Digits(mean, interval * Enumerable.Range(0, 2_000).Sum(k => hazard.Survival(k * interval)));
        Printed.Digits(mean, interval / -double.ExpM1(-hazard.Cumulative(interval)));
        double scan = interval;
        while (hazard.Survival(scan) > 0.5)
        {
            scan += interval;
        }

        Assert.Equal(medianSeen, scan);
    }

    [Fact, Trait("Source", "Theory")]
    public void BiasAndShareSeenBySix()
    {
        ExponentialHazard hazard = ExponentialHazard.FromMedian(5.0);
        double trueMean = Integral.Of(hazard.Survival, 0.0, 300.0);

        Assert.Equal(7.2134752, trueMean, 5.1e-8);
        Printed.Digits("1.0461507", (2.0 / -double.ExpM1(-hazard.Cumulative(2.0))) - trueMean);
        Printed.Digits("0.56472472", 1.0 - hazard.Survival(6.0));
    }

    // The engine's patients, their progression moved to the next scan here.
    [Theory, Trait("Source", "Theory")]
    [InlineData(5.0, 2.0, 8.2596259)]
    [InlineData(8.0, 3.0, 13.106470)]
    public void MeanSeen_Simulated(double median, double interval, double mean)
    {
        double[] seen =
        [
            .. SimulatedTrial.Patients(
                FormattableString.Invariant($$$"""
                    trialsim: 1
                    name: scans
                    design:
                      patients: 1
                      arms: {one: {}}
                      endpoints:
                        ttp: {events: [progression]}
                      looks:
                        final: {when: {trial_time: 12mo}}
                      analyses:
                        ttp: {endpoint: ttp, method: kaplan_meier_median}
                    truth:
                      accrual: {duration: 1mo}
                      events:
                        progression: {hazard: {median: {{{median}}}mo}}
                    run: {seed: 20261121}
                    """),
                60_000).Select(patient => interval * Math.Ceiling(patient.EventDays[0].Value / DaysPer.Month / interval)),
        ];

        Agreement.WithinFourErrors(output).Mean($"V7 median {median}, scans every {interval}", seen, Expected.Exact(mean));
    }
}
