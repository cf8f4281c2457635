using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Probability;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V18",
    "Delayed effect at a fixed date, five tests of the same data",
    Source = "gsDesign2 1.1, lrstat 0.3.3; simulated by another program, Monte Carlo error 0.001",
    Asserts = "Deaths, log-rank by both formulas, restricted mean and milestone at 30 by formula; log-rank simulated",
    Tolerance = "every printed digit; simulated M")]
public sealed class V18FiveTestsTests(ITestOutputHelper output)
{
    private static readonly double Critical = Normal.Quantile(0.975);
    private static readonly PlannedTrial Trial =
        PlannedTrials.Of(AccrualRates.Uniform(360.0, 18.0), PlannedTrials.Median(12.0), PlannedTrials.Delayed(12.0, 4.0), 0.001);

    [Fact, Trait("Source", "AgainstR")]
    public void LogRank_ByFormula()
    {
        Printed.Digits("252.43", Trial.Events(36.0));
        Printed.Digits("0.81337", Trial.LogRankAt(36.0).Power(Critical)); // lrstat
        Printed.Digits("0.81589", Trial.AverageHazardRatioAt(36.0).Power(Critical)); // gsDesign2
    }

    [Fact, Trait("Source", "AgainstR")]
    public void RestrictedMeanAndMilestoneAt30_ByFormula()
    {
        double mean = Trial.RestrictedMean(Trial.Experimental, 30.0) - Trial.RestrictedMean(Trial.Control, 30.0);
        double meanVariance = Trial.RestrictedMeanVariance(Trial.Experimental, 30.0, 36.0) + Trial.RestrictedMeanVariance(Trial.Control, 30.0, 36.0);
        double milestone = Trial.Experimental.Event.Survival(30.0) - Trial.Control.Event.Survival(30.0);
        double milestoneVariance = Trial.MilestoneVariance(Trial.Experimental, 30.0, 36.0) + Trial.MilestoneVariance(Trial.Control, 30.0, 36.0);

        Assert.Equal(0.714942, Normal.UpperTail(Critical - (mean / Math.Sqrt(meanVariance))), 1.1e-6); // gsDesign2 0.714943, lrstat 0.714942
        Printed.AllButTheLastDigit("0.7737853", Normal.UpperTail(Critical - (milestone / Math.Sqrt(milestoneVariance)))); // both
    }

    [Fact, Trait("Source", "AgainstR")]
    public void LogRank_Simulated()
    {
        Agreement agreement = Agreement.WithinFourErrors(output);
        SimulatedLooks looks = SimulatedLooks.Run(ScenarioFile.Text("validation/fixed-date-delayed-effect.yaml"), "os_test", 40_000, agreement);

        agreement.Share("V18 power", looks.Trial.Rejections("final", "os_test"), looks.Trial.Replicates, Expected.Simulated(0.8127, 0.001));
        agreement.Mean("V18 deaths", looks.Events("final"), Expected.Exact(252.42998523)); // Reference/exact.R
    }
}
