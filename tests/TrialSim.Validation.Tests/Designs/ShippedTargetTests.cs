using TrialSim.Results.Targets;

namespace TrialSim.Validation.Tests.Designs;

/// <summary>What <c>trialsim check --targets</c> says of the scenarios that ship: each figure that a study reported, that a formula gives, or that a scenario promises, with its source in the file.</summary>
public sealed class ShippedTargetTests(ITestOutputHelper output)
{
    // Replicates: as many as make the Monte Carlo error small beside the tolerances, or as many as other tests run anyway.
    [Theory, Trait("Source", "Published")]
    [InlineData("demo-accrual-speed.yaml", 6_000)]
    [InlineData("demo-interim.yaml", 4_000)]
    [InlineData("demo-loss-to-follow-up-informative.yaml", 2_000)]
    [InlineData("demo-loss-to-follow-up.yaml", 2_000)]
    [InlineData("demo-rfa-delay.yaml", 1_000)]
    [InlineData("demo-rfa-received.yaml", 500)]
    [InlineData("demo-scan-interval.yaml", 300)]
    [InlineData("demo-sorafenib-pauses.yaml", 800)]
    [InlineData("demo-endpoint-definition.yaml", 400)]
    [InlineData("drug-eluting-registry.yaml", 1_500)]
    [InlineData("event-reestimation.yaml", 4_000)]
    [InlineData("lung-metastasis-series-null.yaml", 3_000)]
    [InlineData("lung-metastasis-series.yaml", 2_000)]
    [InlineData("metastatic-tace-sorafenib.yaml", 400)]
    [InlineData("multi-arm-multi-stage-tace.yaml", 2_000)]
    [InlineData("simon-two-stage-combination.yaml", 1_500)]
    [InlineData("sorafenib-tace-rfa-trial-direct.yaml", 40_000)]
    [InlineData("sorafenib-tace-rfa-trial-mediated.yaml", 4_000)]
    [InlineData("three-arm-tace.yaml", 4_000)]
    public void Scenario_Targets_AreMet(string file, uint replicates)
    {
        IReadOnlyList<TargetCheck> checks = SimulatedTrial.Run(ScenarioFile.Text(file), replicates).Targets();
        foreach (TargetCheck check in checks)
        {
            output.WriteLine($"{check.Target.Name}: {check.Reported} {check.Simulated.Value} {check.Verdict}");
        }

        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.Equal((check.Target.Name, TargetVerdict.Met), (check.Target.Name, check.Verdict)));
    }

    [Fact, Trait("Source", "Property")]
    public void Scenarios_WithTargets_AreAllTested()
    {
        string[] tested = [.. typeof(ShippedTargetTests).GetMethod(nameof(Scenario_Targets_AreMet))!.GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(data => (string)data.GetData(null!).Single()[0])
            .Order(StringComparer.Ordinal)];

        Assert.Equal(ScenarioFile.Shipped().Where(file => !SimulatedTrial.Read(ScenarioFile.Text(file)).Targets.IsEmpty), tested);
    }
}
