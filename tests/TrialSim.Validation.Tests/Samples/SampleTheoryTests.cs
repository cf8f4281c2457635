using TrialSim.Model.Time;
using TrialSim.Results.Samples;

namespace TrialSim.Validation.Tests.Samples;

/// <summary>What the first replicates show of their patients, against closed forms.</summary>
public sealed class SampleTheoryTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // Scans see progression up to six weeks late and hide what is after a loss that foretells it: the true curves know nothing of that.
    [Fact, Trait("Source", "Theory")]
    public void TrueCurves_SeenAtScansAndLostBeforeEvents_AreTheExponentials()
    {
        TrialSample sample = SampleOf("""
              events:
                progression: {hazard: {median: 8mo}, seen_at: imaging}
                death: {hazard: {median: 16mo}}
              loss_to_follow_up: {informative: {before: death, within: 0d..3mo, probability: 0.5}}
            """);

        Assert.Equal(100u, sample.Replicates);
        foreach (double months in new[] { 3.0, 8, 16, 23 })
        {
            Curve("os", months, Math.Log(2) / 16);
            Curve("pfs", months, (Math.Log(2) / 8) + (Math.Log(2) / 16));
        }

        void Curve(string endpoint, double months, double hazardPerMonth)
        {
            TrueCurvePoint point = sample.TrueCurves.Single(one => one.Endpoint == endpoint && one.Arm == "treated" && one.Months == months);
            double expected = Math.Exp(-hazardPerMonth * months);
            Assert.Equal(Math.Sqrt(point.Survival * (1 - point.Survival) / 10_000), point.MonteCarloStandardError, 1e-12); // Greenwood without censoring: everybody is followed for two years.
            Assert.Equal(point.Survival * 10_000, point.AtRisk, 1e-6);
            _agreement.Share($"{endpoint} at {months} months", point.AtRisk, 10_000, Expected.Exact(expected));
        }
    }

    [Theory, Trait("Source", "AgainstR")] // n <- 200; sapply(c(60, 190, 200, 210), function(l) sum(pmin(0:600, n) * dpois(0:600, l)))
    [InlineData("uniform", 60.0, 190.0, 200.0, 200.0)]
    [InlineData("even", 60.0, 190.0, 200.0, 200.0)]
    [InlineData("poisson", 60.0, 188.0792581, 194.3604545, 197.9327978)]
    public void Accrual_Planned_IsTheExpectedNumberAndTheMeanOfTheSimulated(string pattern, double three, double nine, double ten, double eleven)
    {
        TrialSample sample = SampleOf("  events: {death: {hazard: {median: 16mo}}}", accrual: $"{{rate: {{per_month: 20}}, pattern: {pattern}}}");

        foreach ((double months, double expected) in new[] { (3.0, three), (9.5, nine), (10, ten), (10.5, eleven) })
        {
            AccrualPoint? point = sample.Accrual.SingleOrDefault(one => one.Months == months);
            if (point is null)
            {
                Assert.True(pattern != "poisson" && months > 10); // The others are over by month 10.
                continue;
            }

            Assert.Equal(expected, point.Planned!.Value, 1e-6);
            Assert.Equal(100, point.Replicates);
            Assert.InRange(point.Mean, point.Lower, point.Upper);

            // One trial strays by less than √200 patients.
            Assert.InRange(point.Mean, expected - (5 * Math.Sqrt(200) / 10), expected + (5 * Math.Sqrt(200) / 10));
        }

        Assert.Equal(200, sample.Accrual[^1].Mean);
    }

    [Fact, Trait("Source", "Property")]
    public void Accrual_SitesThatFillUp_HasNoPlan()
    {
        TrialSample sample = SampleOf("  sites: {count: 20, max_patients_each: 15}\n  events: {death: {hazard: {median: 16mo}}}", accrual: "{rate: {per_month: 20}}");

        Assert.All(sample.Accrual, point => Assert.Null(point.Planned));
        Assert.Equal(200, sample.Accrual[^1].Mean);
    }

    // All are followed for two years from randomisation at .05 a month: 1.2 occurrences are expected, 30 % of them of grade 3 or 4.
    [Fact, Trait("Source", "Theory")]
    public void AdverseEvents_ThatRecurAndHaveGrades_HaveThePoissonShares()
    {
        TrialSample sample = SampleOf("""
              events:
                rash: {hazard: {per_month: 0.05}, recurs: true, grades: {1: 0.5, 2: 0.2, 3: 0.2, 4: 0.1}}
                death: {hazard: none}
            """);
        AdverseEventShare[] rows = [.. sample.AdverseEvents.Where(row => row.Arm == "control")];

        Assert.Equal([0, 2, 3, 4], rows.Select(row => row.LeastGrade));
        foreach ((AdverseEventShare row, double share) in rows.Zip([1, 0.5, 0.3, 0.1]))
        {
            double mean = 24 * 0.05 * share;
            Assert.Equal(10_000, row.Patients);
            Assert.InRange(row.Share, row.Lower, row.Upper);
            _agreement.Share($"grade {row.LeastGrade} or more", (long)Math.Round(row.Share * row.Patients), row.Patients, Expected.Exact(1 - Math.Exp(-mean)));
            _agreement.Mean($"occurrences of grade {row.LeastGrade} or more", row.MeanOccurrences, Math.Sqrt(mean / row.Patients), Expected.Exact(mean));
        }
    }

    // The level of day 0 is seen at the scan of six weeks by those who are still followed: not by those who were lost or dead by then.
    [Fact, Trait("Source", "Theory")]
    public void BestLevels_SeenAtAScan_AreTheTrueSharesOfThoseWhoComeToIt()
    {
        TrialSample sample = SampleOf("""
              states:
                response: {levels: [CR, PR, SD], seen_at: imaging, changes: {at: randomisation, becomes: {CR: 0.2, PR: 0.3, SD: 0.5}}}
              events: {death: {hazard: {per_month: 0.1}}}
              loss_to_follow_up: {probability: 0.5, by: 3mo}
            """);
        double come = Math.Exp(-(0.1 + (Math.Log(2) / 3)) * 42 / DaysPer.Month);
        LevelShare[] rows = [.. sample.BestLevels.Where(row => row.Arm == "treated")];

        Assert.Equal(["CR", "PR", "SD", LevelShare.NotSeen], rows.Select(row => row.Level));
        Assert.Equal(1, rows.Sum(row => row.Share), 1e-12);
        foreach ((LevelShare row, double share, double seen) in rows.Zip([0.2, 0.3, 0.5, 0], [0.2 * come, 0.3 * come, 0.5 * come, 1 - come]))
        {
            Assert.InRange(row.Share, row.Lower, row.Upper);
            _agreement.Share($"{row.Level}, true", (long)Math.Round(row.TrueShare * row.Patients), row.Patients, Expected.Exact(share));
            _agreement.Share($"{row.Level}, seen", (long)Math.Round(row.Share * row.Patients), row.Patients, Expected.Exact(seen));
        }
    }

    // A quantile lies within its band when as many measurements lie below it as its probability says: its deviation, times the density there, is that of a share.
    [Fact, Trait("Source", "AgainstR")] // qnorm(c(.1, .5, .9), 100, 20): 74.36896869 100 125.63103131; dnorm at them: 0.008774917 0.01994711 0.008774917
    public void MarkerCourses_OfANormalMarker_HaveItsQuantiles()
    {
        TrialSample sample = SampleOf("""
              markers: {afp: {measured_at: imaging, profiles: [{values: [{at: 0mo, mean: 100, sd: 20}]}]}}
              events: {death: {hazard: none}}
            """);
        MarkerCoursePoint[] rows = [.. sample.MarkerCourses.Where(row => row.Arm == "control" && row.Visit <= 17)];

        Assert.Equal(Enumerable.Range(1, 17), rows.Select(row => row.Visit));
        Assert.All(rows, row =>
        {
            Assert.Equal(10_000, row.Patients);
            Assert.Equal(42 * row.Visit / DaysPer.Month, row.Months, 1e-9);
            _agreement.Mean($"10 % at {row.Visit}", row.Lower, Math.Sqrt(0.1 * 0.9 / 10_000) / 0.008774917, Expected.Exact(74.36896869));
            _agreement.Mean($"median at {row.Visit}", row.Median, Math.Sqrt(0.5 * 0.5 / 10_000) / 0.01994711, Expected.Exact(100));
            _agreement.Mean($"90 % at {row.Visit}", row.Upper, Math.Sqrt(0.1 * 0.9 / 10_000) / 0.008774917, Expected.Exact(125.63103131));
        });
    }

    // 60 patients on five slots a week come every twelve weeks and want to every six (see the scenario): 30 of them wait at any time, up to a week's slots more or less, and a month of 30.4375 days
    // has between 20 and 25 slots, 21.74 on average.
    [Fact, Trait("Source", "Theory")]
    public void ResourceMonths_OfASuiteThatIsAlwaysFull_ShowItsSlotsAndItsQueue()
    {
        TrialSample sample = TrialSampler.Take(SimulatedTrial.Read(ScenarioFile.Text("validation/angiography-suite-full.yaml")), 3, [], 2);
        ResourceMonth[] steady = [.. sample.ResourceMonths.Where(month => month.Months is > 12 and <= 60)];

        Assert.Equal(60, sample.ResourceMonths.Count);
        Assert.All(sample.ResourceMonths, month => Assert.Equal(3, month.Replicates));
        Assert.All(steady, month => Assert.InRange(month.Sessions, 20, 25));
        Assert.Equal(5 * DaysPer.Month / 7, steady.Average(month => month.Sessions), 0.11); // Five slots in 48 months.
        Assert.All(steady, month => Assert.InRange(month.Waiting, 25, 35));
    }

    // 200 patients in two arms, scanned every six weeks and followed for two years from the last one's randomisation and no longer than two years each.
    private static TrialSample SampleOf(string truth, string accrual = "{duration: 10mo}") => TrialSampler.Take(
        SimulatedTrial.Read($$$"""
            trialsim: 1
            name: sampled
            design:
              patients: 200
              arms: {control: {role: control}, treated: {} }
              allocation: {method: permuted_block, block_sizes: [2]}
              visits: {imaging: {at: 6w, then_every: 6w}}
              max_follow_up: 24mo
              endpoints:
                os: {kind: time_to_event, events: [death]}
            {{{(truth.Contains("progression", StringComparison.Ordinal) ? "    pfs: {kind: time_to_event, events: [progression, death]}" : "")}}}
              looks: {final: {when: {follow_up_of_last_patient: 24mo} } }
              analyses: {os_hr: {endpoint: os, method: cox}}
            truth:
              accrual: {{{accrual}}}
            {{{truth}}}
            """),
        500,
        [],
        2);
}
