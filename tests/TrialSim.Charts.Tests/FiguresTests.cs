using TrialSim.Results;

namespace TrialSim.Charts.Tests;

public sealed class FiguresTests
{
    [Theory, Trait("Source", "ByHand")]
    [InlineData("probability", 0.8812, 0.0032, 0.8749, 0.8875, "0.881 ± 0.003 (0.875–0.888)")]
    [InlineData("probability", 0.9980, 0.0004, 0.9971, 0.9987, "0.9980 ± 0.0004 (0.9971–0.9987)")] // 0.000 would hide the error
    [InlineData("probability", 1, 0, 0.9996, 1, "1.0000 (0.9996–1.0000)")] // all replicates agreed: no error, yet an interval
    [InlineData("months", 20.04, 0.3, 19.45, 20.63, "20.0 ± 0.3 (19.5–20.6)")]
    [InlineData("months", 20.04, 0.02, 20.00, 20.08, "20.04 ± 0.02 (20.00–20.08)")]
    [InlineData("z", -0.114, 0.01, -0.134, -0.094, "−0.11 ± 0.01 (−0.13 to −0.09)")]
    [InlineData("z", -0.001, 0.01, -0.021, 0.019, "0.00 ± 0.01 (−0.02 to 0.02)")] // no minus before a zero
    [InlineData("patients", 1450, 0, 1450, 1450, "1,450")] // the same in every replicate
    public void Estimate_ValueErrorInterval_ShowsTheErrorsFirstDigit(
        string unit, double value, double error, double lower, double upper, string expected) =>
        Assert.Equal(expected, Figures.Estimate(Row(unit, value, error, lower, upper, notEstimable: 0)));

    [Fact, Trait("Source", "ByHand")]
    public void Estimate_PartlyNotEstimable_SaysInHowMany() => Assert.Equal(
        "0.431 ± 0.005 (0.421–0.441)\nnot estimable in 40 of 10,000 replicates",
        Figures.Estimate(Row("probability", 0.431, 0.005, 0.421, 0.441, notEstimable: 40)));

    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.431, 0.005, 0.421, 0.441, 40, "0.431 ± 0.005\n0.421–0.441\nnot estimable in 40 of 10,000 replicates")]
    [InlineData(0.998, 0.0004, 0.9971, 0.9987, 0, "0.9980 ± 0.0004\n0.9971–0.9987")]
    [InlineData(1, 0, 0.9996, 1, 0, "1.0000\n0.9996–1.0000")]
    [InlineData(0.5, 0, 0.5, 0.5, 0, "0.5")] // no interval to show
    public void Stacked_ValueErrorInterval_PutsTheIntervalOnItsOwnLine(
        double value, double error, double lower, double upper, long notEstimable, string expected) =>
        Assert.Equal(expected, Figures.Stacked(Row("probability", value, error, lower, upper, notEstimable)));

    [Fact, Trait("Source", "ByHand")]
    public void Estimate_NowhereEstimable_SaysSo() => Assert.Equal(
        "not estimable\nin any of 10,000 replicates",
        Figures.Estimate(Row("probability", value: null, error: null, lower: null, upper: null, notEstimable: 10_000)));

    [Fact, Trait("Source", "ByHand")] // A quantile that lies among the trials whose curve never falls to the median.
    public void Estimate_QuantileThatNoTrialReaches_IsNotReached()
    {
        OperatingCharacteristic row = Row("months", value: null, error: null, lower: 14.8, upper: null, notEstimable: 0) with { Measure = Measures.QuantileOf(Measures.MedianSurvival, 0.975) };

        Assert.Equal("not reached", Figures.Estimate(row));
        Assert.Equal("not reached", Figures.Stacked(row));
    }

    private static OperatingCharacteristic Row(string unit, double? value, double? error, double? lower, double? upper, long notEstimable) =>
        new("final", "os", "os_test", "a v b", Measures.Power, unit, value, error, lower, upper, 10_000, notEstimable);
}
