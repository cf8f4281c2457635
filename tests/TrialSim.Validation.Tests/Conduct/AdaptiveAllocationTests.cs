using TrialSim.Results;

namespace TrialSim.Validation.Tests.Conduct;

public sealed class AdaptiveAllocationTests(ITestOutputHelper output)
{
    private readonly Agreement _agreement = new(output);

    // The urn begins with a ball of each arm and grows by one with each response, known before the next patient comes. The expected number of balls is a linear recursion,
    // E[T(k+1)] = E[T(k)] + p · E[share] + q' · (1 − E[share]) with p the response of the treated and q' the failure of the control; its share tends to q'/(q + q') (Wei, Durham 1978).
    [Theory, Trait("Source", "Theory")]
    [InlineData(0.4, 0.7)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.2, 0.6)]
    public void PlayTheWinner_ResponsesKnownAtOnce_HasTheExpectedNumber(double control, double treated)
    {
        const int Patients = 200;
        double balls = 1;
        double expected = 0;
        double last = 0;
        for (int patient = 0; patient < Patients; patient++)
        {
            last = balls / (patient + 2);
            expected += last;
            balls += (last * treated) + ((1 - last) * (1 - control));
        }

        SimulatedTrial trial = SimulatedTrial.Run($$$"""
            trialsim: 1
            name: urn
            design:
              patients: {{{Patients}}}
              arms: {control: {role: control}, treated: {}}
              allocation: {method: response_adaptive, rule: play_the_winner, endpoint: response, burn_in: 0, min_share: 0}
              endpoints:
                response: {kind: binary, events: [response], by: 1d, better: higher}
              looks:
                final: {when: {follow_up_of_last_patient: 2d}}
              analyses:
                rate: {endpoint: response, method: proportion}
            truth:
              accrual: {rate: {per_year: 100}, pattern: even}
              events:
                response:
                  hazard:
                    by_arm:
                      control: {survival: {at: 1d, probability: {{{1 - control}}} }}
                      treated: {survival: {at: 1d, probability: {{{1 - treated}}} }}
            run: {seed: 20261121}
            """, 4_000);

        _agreement.Mean("urn, patients of the treated arm", trial.Of("final", "", "treated", Measures.Patients), Expected.Exact(expected));
        Assert.Equal((1 - control) / (2 - control - treated), last, 0.06);
    }
}
