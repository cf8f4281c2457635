using TrialSim.Results;
using TrialSim.Statistics.Probability;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V9",
    "Monte Carlo standard errors",
    Source = "Closed form √(p(1 − p)/n); R's binom limits",
    Asserts = "The standard errors and replicates of the case; intervals of 270 of 10,000; the error that a run reports for its power",
    Tolerance = "every printed digit")]
public sealed class V09MonteCarloErrorTests
{
    [Fact, Trait("Source", "Theory")]
    public void ErrorsAndReplicates()
    {
        Printed.Digits("0.00156125", Error(0.025, 10_000));
        Printed.Digits("0.003", Error(0.9, 10_000));
        Printed.Digits("0.005", Error(0.95, 1_900));
        Printed.Digits("0.005", Error(0.5, 10_000));
        Printed.Digits("0.001", Error(0.025, 24_375));
    }

    [Fact, Trait("Source", "AgainstR")]
    public void Intervals()
    {
        Printed.AllButTheLastDigit("0.02400028", Binomial.Wilson(270, 10_000, 0.95).Lower);
        Printed.AllButTheLastDigit("0.03036299", Binomial.Wilson(270, 10_000, 0.95).Upper);
        Printed.AllButTheLastDigit("0.02391158", Binomial.ClopperPearson(270, 10_000, 0.95).Lower);
        Printed.AllButTheLastDigit("0.03036784", Binomial.ClopperPearson(270, 10_000, 0.95).Upper);
    }

    [Fact, Trait("Source", "Theory")]
    public void PowerOfARun_HasThisError()
    {
        SimulatedTrial trial = SimulatedTrial.Run(ScenarioFile.Text("validation/benchmark-d1.yaml"), 500);
        OperatingCharacteristic power = trial.Of("final", "os_test", Measures.Power);

        Assert.Equal(Error(power.Value!.Value, 500), power.MonteCarloStandardError!.Value, 1e-15);
    }

    private static double Error(double probability, int replicates) => Math.Sqrt(probability * (1.0 - probability) / replicates);
}
