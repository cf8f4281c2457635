using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V16",
    "Delayed effect, three looks",
    Source = "gsDesign2 1.1 and simtrial 1.0.2, sim_gs_design_simple.Rmd; lrstat 0.3.3, 100,000 trials",
    Asserts = "Average hazard ratios, times and cumulative power by formula; times and cumulative power simulated; the log-rank forecast beside them; with stops in Sequential/StoppingTests",
    Tolerance = "times to 1e-3, hazard ratios to 1e-5, power N; simulated M")]
public sealed class V16ThreeLooksTests(ITestOutputHelper output)
{
    private static readonly double[] Events = [106.0, 227.0, 287.0];
    private static readonly double[] Critical = [3.5078222, 2.2685355, 2.0229877];
    private static readonly PlannedTrial Trial =
        PlannedTrials.Of(AccrualRates.Uniform(362.0, 12.0), PlannedTrials.Median(10.0), PlannedTrials.Delayed(10.0, 3.0), 0.001);

    [Fact, Trait("Source", "AgainstR")]
    public void AverageHazardRatio()
    {
        double[] times = [12.005, 23.960, 35.892];
        double[] ratios = [0.80004265, 0.69900051, 0.67703540];
        string[] power = ["0.00975305", "0.65778458", "0.89979334"];
        AverageHazardRatio[] looks = new AverageHazardRatio[3];
        for (int look = 0; look < 3; look++)
        {
            double day = Trial.DayOfEvents(Events[look]);
            looks[look] = Trial.AverageHazardRatioAt(day);
            Assert.Equal(times[look], day, 1e-3);
            Assert.Equal(ratios[look], looks[look].Ratio, 1e-5);
        }

        // gsDesign2 1.1 counts the first look with its bound moved to the alternative's variance, and goes on from there with bounds as they are. Moving all or none gives
        // 0.66465 or 0.65691 at the second look, where simulation gives 0.6590; its figures are reached only by doing the same.
        double[] crossed = Crossed([.. looks.Select(look => look.InformationUnderAlternative)], [.. looks.Select(look => look.ExpectedZ)]);
        double cumulative = 0.0;
        for (int look = 0; look < 3; look++)
        {
            cumulative += look == 0 ? looks[0].Power(Critical[0]) : crossed[look];
            Printed.Numerical(power[look], cumulative);
        }
    }

    // Lakatos's drift look by look is nearer to the simulation than the average hazard ratio, and within three points in a thousand.
    [Fact, Trait("Source", "Independent")]
    public void LogRankForecast()
    {
        LogRankForecast[] looks = [.. Events.Select(events => Trial.LogRankAt(Trial.DayOfEvents(events)))];
        double[] crossed = Crossed([.. looks.Select(look => look.Variance)], [.. looks.Select(look => look.Z)]);

        Assert.Equal(0.00888, crossed[0], 0.003);
        Assert.Equal(0.65897, crossed[0] + crossed[1], 0.003);
        Assert.Equal(0.89676, crossed.Sum(), 0.003);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void TimesAndPower_Simulated()
    {
        SimulatedLooks looks = SimulatedLooks.Run(
            ScenarioFile.Text("validation/three-looks-delayed-effect.yaml").With("  testing:", "  decisions: none\n  testing:"), "os_test", 20_000, Agreement.WithinFourErrors(output));

        looks.AreReachedIn([("first", 12.004), ("second", 23.935), ("final", 35.801)], 0.001, 100_000);
        looks.PassBounds([("first", Critical[0], 0.00888), ("second", Critical[1], 0.65897), ("final", Critical[2], 0.89676)], 100_000);
    }

    private static double[] Crossed(double[] information, double[] expectedZ) =>
        new SequentialBounds(information, Critical, SequentialBounds.Unbounded(3), FutilityRule.NonBinding).CrossingFor(expectedZ).Efficacy;
}
