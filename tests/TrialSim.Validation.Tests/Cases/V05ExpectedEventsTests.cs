using TrialSim.Results;
using TrialSim.Statistics.DesignFormulas;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V5",
    "Expected events at a calendar time",
    Source = "gsDesign 3.11, eEvents; rpact 4.3.0, getEventProbabilities",
    Asserts = "Events of 240 patients; event probability overall and by arm; both by formula and simulated",
    Tolerance = "every printed digit; simulated M")]
public sealed class V05ExpectedEventsTests(ITestOutputHelper output)
{
    private const double Control = 150 * 0.66189319; // Reference/exact.R
    private const double Experimental = 150 * 0.53891077;

    private readonly Agreement _agreement = Agreement.WithinFourErrors(output);

    [Fact, Trait("Source", "AgainstR")]
    public void Events_ByFormula()
    {
        PlannedTrial trial = PlannedTrials.Of(AccrualRates.Uniform(240.0, 12.0), PlannedTrials.Median(10.0), PlannedTrials.Median(10.0), 0.01);

        Printed.Digits("157.51004", trial.Events(24.0));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void Probabilities_ByFormula()
    {
        double dropout = -Math.Log(0.9) / 12.0;
        PlannedTrial trial = PlannedTrials.Of(
            AccrualRates.Uniform(300.0, 12.0), PlannedTrials.Median(10.0), PlannedTrials.PerMonth(0.7 * Math.Log(2.0) / 10.0), dropout);

        // λ/(λ + η)·[1 − (e^(−a(T − R)) − e^(−aT))/(aR)] with a = λ + η.
        double hazard = Math.Log(2.0) / 10.0;
        double total = hazard + dropout;
        double closed = hazard / total * (1.0 - ((Math.Exp(-total * 12.0) - Math.Exp(-total * 24.0)) / (total * 12.0)));

        Printed.Digits("0.6004", trial.Events(24.0) / 300.0);
        Printed.Digits("0.5389", trial.EventsIn(trial.Experimental, 24.0) / 150.0);
        Printed.Digits("0.6619", trial.EventsIn(trial.Control, 24.0) / 150.0);
        Assert.Equal(closed, trial.EventsIn(trial.Control, 24.0) / 150.0, 1e-12);
    }

    [Fact, Trait("Source", "Theory")]
    public void Events_Simulated()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/expected-events.yaml"), 20_000);

        foreach (string arm in new[] { "control", "experimental" })
        {
            _agreement.Mean($"V5 deaths, {arm}", trial.Of("final", "", arm, Measures.Events), Expected.Exact(157.51003901 / 2));
        }
    }

    [Fact, Trait("Source", "Theory")]
    public void Probabilities_Simulated()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/event-probabilities.yaml"), 20_000);

        _agreement.Mean("V5 events of 150, control", trial.Of("final", "", "control", Measures.Events), Expected.Exact(Control));
        _agreement.Mean("V5 events of 150, experimental", trial.Of("final", "", "experimental", Measures.Events), Expected.Exact(Experimental));
    }
}
