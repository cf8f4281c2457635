using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;

namespace TrialSim.Validation.Tests.Protocol;

/// <summary>What is done and seen, against closed forms: uptake, interruptions, doses, reading errors, markers. One patient a replicate.</summary>
public sealed class ConductTests(ITestOutputHelper output)
{
    private const int Patients = 100_000;

    private const string Scenario =
        """
        trialsim: 1
        name: conduct
        design:
          patients: 1
          arms: {all: {role: control, treatments: [GIVEN]}}
          treatments: {TREATMENTS}
          visits: {VISITS}
          max_follow_up: 364d
          endpoints: {ttp: {events: [progression]}}
          looks: {final: {when: {follow_up_of_last_patient: 24mo}}}
          analyses: {ttp_median: {endpoint: ttp, method: kaplan_meier_median}}
        truth:
          accrual: {duration: 12mo}
          events: {EVENTS}

        """ + "  ";

    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "Theory")]
    public void Uptake_ShareOfPatientsWhoGetTheSecondLine_IsItsProbability()
    {
        PatientRecord[] patients = Simulate(
            "second_line: {kind: drug, start: {within: 7d..14d}}", "", "progression: {hazard: none}", "uptake: {second_line: 0.6}");

        _agreement.Share("uptake", patients.Count(patient => !patient.Course.IsEmpty), Patients, Expected.Exact(0.6));
    }

    // A Markov chain in steps of a week, unfit with .2 and fit again with .5: fit after k steps with π + (1 − π) (1 − .2 − .5)^k, π = .5 / .7.
    [Fact, Trait("Source", "Theory")]
    public void Interruption_MeanDaysTaken_AreThoseOfTheMarkovChain()
    {
        PatientRecord[] patients = Simulate(
            "sorafenib: {kind: drug, start: {within: 0d}, interrupt_if: {state: {health: unfit}}}",
            "clinic: {at: 1w, then_every: 1w}",
            "progression: {hazard: none}",
            "states: {health: {levels: [fit, unfit], starts: fit, changes: [{at: clinic, if: {state: {health: fit}}, becomes: {unfit: 0.2}}, {at: clinic, if: {state: {health: unfit}}, becomes: {fit: 0.5}}]}}",
            count: 20_000);
        double weeks = Enumerable.Range(0, 52).Sum(week => (5.0 / 7.0) + (2.0 / 7.0 * Math.Pow(0.3, week)));

        _agreement.Mean("days taken in a year of 52 weeks", [.. patients.Select(patient => DaysTaken(patient, 364))], Expected.Exact(7 * weeks));
    }

    // Before toxicity, at rate μ, the hazard is a = λ × .5; after it, at half the dose and an exponent of 2, b = λ × .5^(1/4):
    // S(t) = e^(−(a + μ) t) + μ (e^(−b t) − e^(−(a + μ) t)) / (a + μ − b).
    [Fact, Trait("Source", "Theory")]
    public void ReducedDose_FreeOfProgression_FollowsTheHazardOfTheDose()
    {
        PatientRecord[] patients = Simulate(
            "sorafenib: {kind: drug, start: {within: 0d}, dose_mg_per_day: [800, 400], reduce_if: {had: toxicity}}",
            "",
            "progression: {hazard: {per_month: 0.1}}, toxicity: {hazard: {per_month: 0.2}}",
            "effects: [{on: progression, hazard_ratio: 0.5, while: {taking: sorafenib}, dose_exponent: 2}]");
        const double Toxicity = 0.2;
        double full = 0.1 * 0.5;
        double reduced = 0.1 * Math.Pow(0.5, 0.25);
        foreach (double months in new[] { 3.0, 12.0 })
        {
            double untouched = Math.Exp(-(full + Toxicity) * months);
            double free = untouched + (Toxicity * (Math.Exp(-reduced * months) - untouched) / (full + Toxicity - reduced));
            _agreement.Share(
                $"free at {months} months", patients.Count(patient => patient.EventDays[0].Value > months * DaysPer.Month), Patients, Expected.Exact(free));
        }
    }

    // Each visit overlooks with .25: the number of the visit that sees is geometric.
    [Fact, Trait("Source", "Theory")]
    public void MissedReadings_VisitThatSees_IsGeometric()
    {
        PatientRecord[] patients = Simulate(
            "", "imaging: {at: 30d, then_every: 30d}", "progression: {hazard: {median: 1h}, seen_at: imaging}", "reading_errors: {progression: {missed: 0.25}}");
        double[] visits = [.. patients.Select(patient => patient.SeenDays[0].Value / 30)];

        _agreement.Share("seen at the first visit", visits.Count(visit => visit < 1.5), Patients, Expected.Exact(0.75));
        _agreement.Share("seen at the third", visits.Count(visit => visit is > 2.5 and < 3.5), Patients, Expected.Exact(0.75 * 0.25 * 0.25));
    }

    [Fact, Trait("Source", "Theory")]
    public void InventedReadings_OfWhatNeverHappens_AreReportedAtEachVisitAnew()
    {
        PatientRecord[] patients = Simulate(
            "", "imaging: {at: 60d, then_every: 60d}", "progression: {hazard: none, seen_at: imaging}", "reading_errors: {progression: {invented: 0.02}}");

        // Six visits in 364 days.
        _agreement.Share("invented by six visits", patients.Count(patient => patient.SeenDays[0] < PatientDay.Never), Patients, Expected.Exact(1 - Math.Pow(0.98, 6)));
        Assert.All(patients, patient => Assert.Equal(PatientDay.Never, patient.EventDays[0]));
    }

    // Means, standard deviations and the correlation of APT in the combination arm of study 002, of its logarithms where it is log-normal.
    [Theory, Trait("Source", "Theory")]
    [InlineData("normal")]
    [InlineData("log_normal")]
    public void Markers_OverPatients_HaveTheirMeansStandardDeviationsAndCorrelation(string distribution)
    {
        PatientRecord[] patients = Simulate(
            "",
            "clinic: {at: 0d, then_every: 2mo}",
            "progression: {hazard: none}",
            $"markers: {{apt: {{measured_at: clinic, distribution: {distribution}, correlation: 0.6, unit: U/L, profiles: [{{values: "
            + "[{at: 0mo, mean: 74.46, sd: 36.80}, {at: 2mo, mean: 35.51, sd: 14.11}, {at: 4mo, mean: 37.82, sd: 16.21}, {at: 6mo, mean: 39.12, sd: 19.89}]}]}}");
        (double Mean, double Sd)[] expected = [(74.46, 36.80), (35.51, 14.11), (37.82, 16.21), (39.12, 19.89)];
        double[][] values = [.. expected.Select((_, visit) => patients.Select(patient => patient.Course.Where(entry => entry.Kind == CourseEntryKind.MarkerMeasured).ElementAt(visit).Value).ToArray())];
        for (int visit = 0; visit < expected.Length; visit++)
        {
            (double mean, double sd) = expected[visit];
            _agreement.Mean($"{distribution}, mean at visit {visit + 1}", values[visit], Expected.Exact(mean));
            _agreement.Mean($"{distribution}, variance at visit {visit + 1}", [.. values[visit].Select(value => (value - mean) * (value - mean))], Expected.Exact(sd * sd));
        }

        bool isNormal = distribution == "normal";
        double[] first = [.. values[0].Select(value => Deviate(value, expected[0], isNormal))];
        double[] last = [.. values[3].Select(value => Deviate(value, expected[3], isNormal))];
        _agreement.Mean($"{distribution}, correlation", [.. first.Zip(last, (one, other) => one * other)], Expected.Exact(0.6));
    }

    private static double Deviate(double value, (double Mean, double Sd) of, bool isNormal)
    {
        double variance = Math.Log(1 + (of.Sd / of.Mean * of.Sd / of.Mean));
        return isNormal ? (value - of.Mean) / of.Sd : (Math.Log(value / of.Mean) + (variance / 2)) / Math.Sqrt(variance);
    }

    private static double DaysTaken(PatientRecord patient, double until)
    {
        double taken = 0;
        double since = until;
        foreach (CourseEntry entry in patient.Course)
        {
            if (entry.Kind == CourseEntryKind.DrugStarted)
            {
                since = entry.Day;
            }
            else if (entry.Kind == CourseEntryKind.DrugInterrupted)
            {
                taken += entry.Day - since;
                since = until;
            }
        }

        return taken + (until - since);
    }

    private static PatientRecord[] Simulate(string treatments, string visits, string events, string more, int count = Patients)
    {
        string name = treatments.Length == 0 ? "" : treatments[..treatments.IndexOf(':', StringComparison.Ordinal)];
        string yaml = Scenario.With("GIVEN", name).With("TREATMENTS", treatments).With("VISITS", visits).With("EVENTS", events) + more;
        return SimulatedTrial.Patients(yaml, count);
    }
}
