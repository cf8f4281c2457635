using TrialSim.Model.Time;
using TrialSim.Results;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Validation.Tests.Analyses;

/// <summary>Endpoints other than a time from randomisation, and comparisons of responders, against closed forms.</summary>
public sealed class EndpointTests(ITestOutputHelper output)
{
    private const double Control = 0.6;
    private const double Experimental = 0.85;
    private const int ControlPatients = 54;
    private const int ExperimentalPatients = 53;

    // Study 002's sample size question: a response of 60 % against 85 %.
    private const string Responses =
        """
        trialsim: 1
        name: responses
        design:
          patients: 107
          arms: {control: {role: control}, experimental: {}}
          allocation: {method: fixed_sizes, sizes: {control: 54, experimental: 53}}
          endpoints:
            orr: {kind: binary, best: {response: CR}}
          looks: {final: {when: {trial_time: 24mo}}}
          analyses:
            share: {endpoint: orr, method: proportion}
            pearson: {endpoint: orr, method: chi_square}
            yates: {endpoint: orr, method: chi_square, correction: yates}
            fisher: {endpoint: orr, method: fisher}
        truth:
          accrual: {duration: 12mo}
          states:
            response:
              levels: [CR, PD]
              changes:
                - {at: randomisation, if: {arm: control}, becomes: {CR: 0.6}}
                - {at: randomisation, if: {arm: experimental}, becomes: {CR: 0.85}}
          events: {death: {hazard: {median: 20mo}}}
        """;

    // Response in a session every 5 weeks with 0.3 until it comes, at most 4; death exponential whatever happens: response does nothing.
    private const string ResponseDoesNothing =
        """
        trialsim: 1
        name: response-does-nothing
        design:
          patients: 200
          arms: {all: {role: control, treatments: [tace]}}
          treatments:
            tace: {kind: procedure, first: {within: 0d}, repeat: {every: 5w, max_sessions: 4}, stop_if: {state: {response: CR}}}
          endpoints:
            os: {events: [death]}
            sessions: {kind: count, sessions_of: tace}
            after_symptoms: {events: [death], since: symptoms}
            symptoms: {events: [symptoms]}
          looks: {final: {when: {follow_up_of_last_patient: 60mo}}}
          analyses:
            naive: {endpoint: os, method: log_rank, groups: {best: {response: CR}}}
            landmark: {endpoint: os, method: log_rank, groups: {best: {response: CR}, landmark: 4mo}}
            mantel_byar: {endpoint: os, method: log_rank, groups: {best: {response: CR}, time_dependent: true}}
            cox: {endpoint: os, method: cox, groups: {best: {response: CR}, time_dependent: true}}
            mean_sessions: {endpoint: sessions, method: mean}
            dead_6mo_after_symptoms: {endpoint: after_symptoms, method: cumulative_incidence, time: 6mo}
            symptoms_12mo: {endpoint: symptoms, method: cumulative_incidence, time: 12mo}
        truth:
          accrual: {duration: 12mo}
          states:
            response: {levels: [CR, PD], changes: {at: each tace, becomes: {CR: 0.3}}}
          events:
            symptoms: {hazard: {median: 9mo}}
            death: {hazard: {median: 11mo}}
        """;

    private readonly Agreement _agreement = new(output);

    // The exact power: the probability of every table, times whether the test of its kind rejects it.
    [Fact, Trait("Source", "Theory")]
    public void Responses_EachTest_HasItsExactPower()
    {
        SimulatedTrial trial = SimulatedTrial.Run(Responses, 10_000);

        _agreement.Share("Pearson", trial.Rejections("final", "pearson"), trial.Replicates, Expected.Exact(PowerOf(counts => ProportionTests.Pearson(counts, ContinuityCorrection.None).TwoSidedPValue)));
        _agreement.Share("Yates", trial.Rejections("final", "yates"), trial.Replicates, Expected.Exact(PowerOf(counts => ProportionTests.Pearson(counts, ContinuityCorrection.Yates).TwoSidedPValue)));
        _agreement.Share("Fisher", trial.Rejections("final", "fisher"), trial.Replicates, Expected.Exact(PowerOf(counts => FisherExact.Test(counts).TwoSidedPValue)));
        _agreement.Mean("share of responders", trial.Of("final", "share", "experimental", Measures.Proportion), Expected.Exact(Experimental));
        _agreement.Mean("difference", trial.Of("final", "fisher", Measures.ProportionDifference), Expected.Exact(Experimental - Control));
    }

    // Who lives longer has more sessions, and so responds more often: the naive comparison finds what is not there.
    [Fact, Trait("Source", "Theory")]
    public void ResponseThatDoesNothing_IsFoundByTheNaiveComparisonOnly()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ResponseDoesNothing, 4_000);

        double naive = trial.Of("final", "naive", Measures.Power).Value!.Value;
        output.WriteLine($"| naive | above 0.2 | {naive:0.####} | |");
        Assert.True(naive > 0.2);
        _agreement.Share("landmark", trial.Rejections("final", "landmark"), trial.Replicates, new Expected(0.05, 0, 0.01));
        _agreement.Share("Mantel and Byar", trial.Rejections("final", "mantel_byar"), trial.Replicates, new Expected(0.05, 0, 0.01));
        _agreement.LogHazardRatio("Cox, time-dependent", trial.Of("final", "cox", Measures.HazardRatio), new Expected(0, 0, 0.01));
    }

    // A k-th session needs k − 1 times no response, each with 0.7, and life for 35 (k − 1) days.
    [Fact, Trait("Source", "Theory")]
    public void Sessions_OnAverage_AreThoseBeforeResponseAndDeath()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ResponseDoesNothing, 1_000);
        double perDay = Math.Log(2) / (11 * DaysPer.Month);

        _agreement.Mean(
            "sessions", trial.Of("final", "mean_sessions", "all", Measures.Mean), Expected.Exact(Enumerable.Range(0, 4).Sum(before => Math.Pow(0.7 * Math.Exp(-perDay * 35), before))));
    }

    // Death after symptoms is exponential again: 1 − 2^(−6/11). Symptoms by 12 months with death competing: λs/(λs + λd) (1 − e^(−(λs + λd) 12)).
    [Fact, Trait("Source", "Theory")]
    public void Incidences_OfCompetingExponentials_AreTheirIntegrals()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ResponseDoesNothing, 1_000);
        double symptoms = Math.Log(2) / 9;
        double death = Math.Log(2) / 11;

        _agreement.Mean("dead 6 months after symptoms", trial.Of("final", "dead_6mo_after_symptoms", "all", Measures.CumulativeIncidence), Expected.Exact(1 - Math.Exp(-6 * death)));
        _agreement.Mean(
            "symptoms by 12 months",
            trial.Of("final", "symptoms_12mo", "all", Measures.CumulativeIncidence),
            Expected.Exact(symptoms / (symptoms + death) * (1 - Math.Exp(-12 * (symptoms + death)))));
    }

    private static double PowerOf(Func<TwoArmCounts, double> pValue)
    {
        double power = 0;
        for (int control = 0; control <= ControlPatients; control++)
        {
            for (int experimental = 0; experimental <= ExperimentalPatients; experimental++)
            {
                double probability = Binomial.Probability(control, ControlPatients, Control) * Binomial.Probability(experimental, ExperimentalPatients, Experimental);
                power += probability > 1e-15 && pValue(new TwoArmCounts(control, ControlPatients, experimental, ExperimentalPatients)) <= 0.05 ? probability : 0;
            }
        }

        return power;
    }
}
