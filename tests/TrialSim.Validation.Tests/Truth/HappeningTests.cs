using TrialSim.Engine.Conduct;
using TrialSim.Engine.Patients;
using TrialSim.Model.Time;

namespace TrialSim.Validation.Tests.Truth;

/// <summary>States, chances at occasions, events that recur, and frailty, against closed forms. Patients are independent, one a replicate.</summary>
public sealed class HappeningTests(ITestOutputHelper output)
{
    private const int Patients = 40_000;

    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "Theory")]
    public void Chances_AtEachOfFourSessions_MultiplySurvival()
    {
        // Sessions on days 0, 42, 84, 126: (1 − .04)² e^(−λ·56 d) after two of them, (1 − .04)⁴ e^(−λ·12 mo) after all.
        PatientRecord[] patients = SimulatedTrial.Patients(Of("tace: {kind: procedure, first: {within: 0d}, repeat: {every: 6w, max_sessions: 4}}", """
              events:
                death: {hazard: {median: 20mo}, chances: {at: each tace, probability: 0.04}}
            """), Patients);

        Alive("after two", patients, 56, 0.8646695774);
        Alive("after four", patients, 12 * DaysPer.Month, 0.5603597525);
    }

    [Fact, Trait("Source", "Theory")]
    public void State_TakenAtAVisit_MixesExponentialsFromThenOn()
    {
        // From the visit of day 42 on, four patients in ten have half the hazard.
        PatientRecord[] patients = SimulatedTrial.Patients(Of("tace: {kind: procedure, first: {within: 0d}}", """
              states:
                response: {levels: [R, N], seen_at: imaging, changes: {at: imaging, if: {not: {state: {response: [R, N]}}}, becomes: {R: 0.4, N: 0.6}}}
              events:
                death: {hazard: {median: 10mo}}
              effects:
                - {on: death, hazard_ratio: 0.5, while: {state: {response: R}}}
            """), Patients);

        Alive("mixture", patients, 12 * DaysPer.Month, 0.5127432376);
        PatientRecord[] reached = [.. patients.Where(patient => patient.EventDays[0].Value > 42)];
        _agreement.Share("responders", reached.Count(patient => patient.Course.Any(entry => entry is { Kind: CourseEntryKind.StateSeen, Number: 0 })), reached.Length, Expected.Exact(0.4));
    }

    [Fact, Trait("Source", "AgainstR")] // 0.5 * 12; n <- 1:13; sum(pgamma(12 - (n - 1), n, 0.5))
    public void RecurrentEvent_WithAndWithoutLasting_OccursAsARenewalProcess()
    {
        PatientRecord[] patients = SimulatedTrial.Patients(Of("tace: {kind: procedure, first: {within: 0d}}", """
              events:
                short: {hazard: {per_month: 0.5}, recurs: true}
                long: {hazard: {per_month: 0.5}, recurs: true, lasts: 1mo}
                death: {hazard: none}
            """), Patients);

        _agreement.Mean("Poisson", Occurrences(patients, 0), Expected.Exact(6));
        _agreement.Mean("renewal", Occurrences(patients, 1), Expected.Exact(4.055555556));
    }

    [Theory, Trait("Source", "AgainstR")]
    [InlineData("gamma", 0.698361302, 0.4973214965)] // (1 + .8 * L)^(-1 / .8)
    [InlineData("log_normal", 0.694249532, 0.480378907)] // integrate(exp(-exp(x) * L) * dnorm(x, -log(1.8) / 2, sqrt(log(1.8))))
    public void Frailty_SharedByTwoEvents_HasItsMarginalAndJointSurvival(string distribution, double alive, double joint)
    {
        PatientRecord[] patients = SimulatedTrial.Patients(Of("tace: {kind: procedure, first: {within: 0d}}", $$$"""
              frailty: {distribution: {{{distribution}}}, variance: 0.8, on: [progression, death]}
              events:
                progression: {hazard: {median: 8mo}}
                death: {hazard: {median: 20mo}}
            """), Patients);

        Alive("alive", patients, 12 * DaysPer.Month, alive, death: 1);
        long both = patients.LongCount(patient => patient.EventDays[0].Value > 6 * DaysPer.Month && patient.EventDays[1].Value > 12 * DaysPer.Month);
        _agreement.Share("joint", both, patients.Length, Expected.Exact(joint));
    }

    [Fact, Trait("Source", "Theory")]
    public void AdverseEvent_OnlyWhileTaking_HasItsRiskGradesAndCause()
    {
        // Three months on the drug at .2 a month.
        PatientRecord[] patients = SimulatedTrial.Patients(Of("drug: {kind: drug, start: {within: 0d}, length: 3mo}", """
              events:
                rash: {hazard: {per_month: 0.2}, only_while: {taking: drug}, grades: {1: 0.5, 2: 0.3, 3: 0.2}, lasts: 2w..6w}
                death: {hazard: {median: 1mo}, since: rash, before: none, causes: {drug: 0.62, other: 0.38}}
            """), Patients);
        CourseEntry[] rashes = [.. patients.SelectMany(patient => patient.Course).Where(entry => entry.Kind == CourseEntryKind.EventOccurred)];
        CourseEntry[] causes = [.. patients.SelectMany(patient => patient.Course).Where(entry => entry.Kind == CourseEntryKind.Cause)];

        _agreement.Share("rash", rashes.Length, patients.Length, Expected.Exact(1 - Math.Exp(-0.6)));
        Assert.All(rashes, rash => Assert.True(rash.Day <= 3 * DaysPer.Month));
        for (int grade = 1; grade <= 3; grade++)
        {
            int own = grade;
            _agreement.Share($"grade {grade}", rashes.Count(rash => rash.Value == own), rashes.Length, Expected.Exact(new[] { 0.5, 0.3, 0.2 }[grade - 1]));
        }

        _agreement.Share("cause", causes.Count(cause => cause.Number == 0), causes.Length, Expected.Exact(0.62));
    }

    [Fact, Trait("Source", "Theory")]
    public void When_TheResponseIsProgression_HappensAtTheVisitThatTurnsIt()
    {
        // Visits every six weeks, each with .25 for PD: a geometric number of visits.
        PatientRecord[] patients = SimulatedTrial.Patients(Of("tace: {kind: procedure, first: {within: 0d}}", """
              states:
                response: {levels: [SD, PD], seen_at: imaging, changes: {at: imaging, becomes: {PD: 0.25}}}
              events:
                progression: {when: {state: {response: PD}}, seen_at: imaging}
                death: {hazard: none}
            """), 10_000);

        foreach (int visits in new[] { 1, 3, 6 })
        {
            _agreement.Share(
                $"by visit {visits}", patients.LongCount(patient => patient.EventDays[0].Value <= (42 * visits) + 0.5), patients.Length, Expected.Exact(1 - Math.Pow(0.75, visits)));
        }

        Assert.All(patients, patient => Assert.Equal(patient.EventDays[0], patient.SeenDays[0]));
    }

    // A trial of one patient, followed for a year, with a visit every six weeks.
    private static string Of(string treatment, string truth) =>
        $$$"""
        trialsim: 1
        name: happenings
        design:
          patients: 1
          arms: {all: {treatments: [{{{treatment[..treatment.IndexOf(':', StringComparison.Ordinal)]}}}]}}
          treatments:
            {{{treatment}}}
          visits: {imaging: {at: 6w, then_every: 6w}}
          max_follow_up: 12mo
          endpoints: {os: {events: [death]}}
          looks:
            final: {when: {follow_up_of_last_patient: 12mo} }
          analyses: {median: {endpoint: os, method: kaplan_meier_median}}
        truth:
          accrual: {duration: 1mo}
        {{{truth}}}
        """;

    private void Alive(string what, PatientRecord[] patients, double days, double expected, int death = 0) =>
        _agreement.Share(what, patients.LongCount(patient => patient.EventDays[death].Value > days), patients.Length, Expected.Exact(expected));

    private static double[] Occurrences(PatientRecord[] patients, int clinicalEvent) =>
    [
        .. patients.Select(patient => (double)patient.Course.Count(
            entry => entry.Kind == CourseEntryKind.EventOccurred && entry.Subject == clinicalEvent && entry.Day <= 12 * DaysPer.Month)),
    ];
}
