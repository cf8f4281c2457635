using TrialSim.Results;

namespace TrialSim.Validation.Tests.Truth;

/// <summary>Progression and death of the same patients. Closed forms and integrals: Reference/exact.R.</summary>
public sealed class IllnessDeathTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    [Fact, Trait("Source", "Theory")]
    public void SemiMarkov_ClockOfItsOwnAfterProgression_HasTheIntegral()
    {
        // Progression Weibull (1.2, median 6); death .01 a month before it, Weibull (1.8, median 8) since it.
        SimulatedTrial trial = SimulatedTrial.Run(Milestones("""
                progression: {hazard: {family: weibull, shape: 1.2, median: 6mo}}
                death: {before: {per_month: 0.01}, since: progression, hazard: {family: weibull, shape: 1.8, median: 8mo}}
            """, ""), 2_000);

        AliveAt("own clock", trial, 0.89109684, 0.61733641, 0.13959099);
    }

    [Fact, Trait("Source", "Theory")]
    public void SemiMarkov_EffectByTimeSinceRandomisation_HasTheIntegral()
    {
        // The clock of death starts at progression, that of the effect at randomisation.
        SimulatedTrial trial = SimulatedTrial.Run(Milestones("""
                progression: {hazard: {family: weibull, shape: 1.2, median: 6mo}}
                death: {before: {per_month: 0.01}, since: progression, hazard: {family: weibull, shape: 1.8, median: 8mo}}
            """, """
              effects:
                - {on: death, hazard_ratio: 0.5, from: 8mo}
            """), 2_000);

        AliveAt("two clocks", trial, 0.89109684, 0.70449832, 0.28251412);
    }

    [Fact, Trait("Source", "Theory")]
    public void HadProgression_HazardOfDeathTripledOnTheOldClock_HasTheIntegral()
    {
        SimulatedTrial trial = SimulatedTrial.Run(Milestones("""
                progression: {hazard: {per_month: 0.07}}
                death: {hazard: {family: weibull, shape: 1.6, scale: 30mo}}
            """, """
              effects:
                - {on: death, hazard_ratio: 3, while: {had: progression}}
            """), 2_000);

        AliveAt("old clock", trial, 0.89698121, 0.67449532, 0.24561905);
    }

    [Fact, Trait("Source", "Theory")]
    public void CompetingDeath_TimeToProgression_IsCensoredAtDeath()
    {
        // Progression .05 and death .02 a month. Kaplan–Meier of progression censors at death: exp(−.05·12) at 12 months, the naive curve of V8;
        // who counts both has exp(−.07·12). The share that has progressed is .05/.07·(1 − exp(−.84)).
        SimulatedTrial trial = SimulatedTrial.Run("""
            trialsim: 1
            name: competing-death
            design:
              patients: 500
              arms: {one: {}}
              max_follow_up: 12mo
              endpoints:
                ttp: {events: [progression]}
                pfs: {events: [progression, death]}
              looks:
                final: {when: {follow_up_of_last_patient: 12mo}}
              analyses:
                ttp: {endpoint: ttp, method: milestone, time: 12mo}
                pfs: {endpoint: pfs, method: milestone, time: 12mo}
            truth:
              accrual: {duration: 6mo}
              events:
                progression: {hazard: {per_month: 0.05}}
                death: {hazard: {per_month: 0.02}}
            run: {seed: 7}
            """, 2_000);

        _agreement.Mean("competing: progressed of 500", trial.Of("final", "", "one", Measures.Events), Expected.Exact(500 * 0.40592105));
        _agreement.Mean("competing: neither at 12", trial.Of("final", "pfs", Measures.MilestoneSurvival), Expected.Exact(Math.Exp(-0.84)));
        _agreement.Mean("competing: free of progression at 12", trial.Of("final", "ttp", Measures.MilestoneSurvival), Expected.Exact(1 - 0.45118836));
    }

    private static string Milestones(string events, string effects) => $$$"""
        trialsim: 1
        name: milestones
        design:
          patients: 500
          arms: {one: {}}
          endpoints:
            os: {events: [death]}
          looks:
            final: {when: {follow_up_of_last_patient: 24mo}}
          analyses:
            at_6: {endpoint: os, method: milestone, time: 6mo}
            at_12: {endpoint: os, method: milestone, time: 12mo}
            at_24: {endpoint: os, method: milestone, time: 24mo}
        truth:
          accrual: {duration: 6mo}
          events:
        {{{events}}}
        {{{effects}}}
        run: {seed: 20261121}
        """;

    private void AliveAt(string what, SimulatedTrial trial, double at6, double at12, double at24)
    {
        _agreement.Mean($"{what}: alive at 6", trial.Of("final", "at_6", Measures.MilestoneSurvival), Expected.Exact(at6));
        _agreement.Mean($"{what}: alive at 12", trial.Of("final", "at_12", Measures.MilestoneSurvival), Expected.Exact(at12));
        _agreement.Mean($"{what}: alive at 24", trial.Of("final", "at_24", Measures.MilestoneSurvival), Expected.Exact(at24));
    }
}
