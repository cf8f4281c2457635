using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V13",
    "Group-sequential boundaries, one-sided 0.025",
    Source = "rpact 4.3.0 = gsDesign 3.11 = mvtnorm TVPACK; Jennison and Turnbull 2000, tables 2.1 and 2.3",
    Asserts = "O'Brien–Fleming, Pocock, both Lan–DeMets spendings for 2 to 5 looks, Hwang–Shih–DeCani, Wang–Tsiatis, unequal looks, spent error, futility binding or not, inflation factors; simulated spending in Sequential/StoppingTests",
    Tolerance = "every printed digit, but two units of the last where a search printed it (asked: N)")]
public sealed class V13BoundaryTests
{
    private const double Alpha = 0.025;

    [Theory, Trait("Source", "AgainstR")]
    [InlineData("of", "2.7965097 1.9774310")]
    [InlineData("of", "3.4710914 2.4544323 2.0040356")]
    [InlineData("of", "4.0485910 2.8627862 2.3374551 2.0242955")]
    [InlineData("of", "4.5617423 3.2256389 2.6337232 2.2808712 2.0400732")]
    [InlineData("p", "2.1782721 2.1782721")]
    [InlineData("p", "2.2894785 2.2894785 2.2894785")]
    [InlineData("p", "2.3612997 2.3612997 2.3612997 2.3612997")]
    [InlineData("p", "2.4131803 2.4131803 2.4131803 2.4131803 2.4131803")]
    [InlineData("ldof", "2.9625880 1.9685956")]
    [InlineData("ldof", "3.7103029 2.5114275 1.9930475")]
    [InlineData("ldof", "4.3326336 2.9631316 2.3590443 2.0140901")]
    [InlineData("ldof", "4.8768849 3.3570119 2.6802801 2.2898168 2.0310321")]
    [InlineData("ldp", "2.1569992 2.2009770")]
    [InlineData("ldp", "2.2794282 2.2949111 2.2959396")]
    [InlineData("ldp", "2.3683277 2.3675243 2.3581683 2.3500360")]
    [InlineData("ldp", "2.4379767 2.4268139 2.4101941 2.3966493 2.3859997")]
    [InlineData("hsd-4", "3.0107395 2.5465306 1.9992264")]
    [InlineData("hsd-8", "3.6894949 2.9358141 1.9645436")]
    [InlineData("hsd1", "2.2831414 2.2844413 2.3012554")]
    [InlineData("wt.25", "2.7411366 2.3050119 2.0828134")]
    public void EqualInformation(string family, string bounds) => Printed.AllButTheLastDigit(bounds, BoundsOf(family, Equal(bounds.Split(' ').Length)).Efficacy);

    [Theory, Trait("Source", "AgainstR")]
    [InlineData(new[] { 0.66, 1.0 }, "2.52418897 1.99156044")]
    [InlineData(new[] { 0.75, 1.0 }, "2.33971133 2.01177687")]
    [InlineData(new[] { 0.5, 0.75, 1.0 }, "2.96258804 2.35901771 2.01408368")]
    public void UnequalInformation(double[] fractions, string bounds) => Printed.AllButTheLastDigit(bounds, BoundsOf("ldof", fractions).Efficacy);

    [Fact, Trait("Source", "AgainstR")]
    public void HighPrecision()
    {
        Printed.Digits("3.710302873 2.511427481 1.993047478", BoundsOf("ldof", Equal(3)).Efficacy);
        Printed.Digits("0.0001035057 0.0060483891 0.025", BoundsOf("ldof", Equal(3)).CumulativeError);
    }

    [Theory, Trait("Source", "Published")] // C_P and C_B at two-sided 0.05.
    [InlineData(2, "2.17827", "1.97743")]
    [InlineData(3, "2.28948", "2.00404")]
    [InlineData(4, "2.36130", "2.02430")]
    [InlineData(5, "2.41318", "2.04007")]
    public void JennisonAndTurnbull(int looks, string pocock, string obrienFleming)
    {
        Printed.Digits(pocock, SequentialBounds.Pocock(Alpha, Equal(looks)).Efficacy[^1]);
        Printed.Digits(obrienFleming, SequentialBounds.OBrienFleming(Alpha, Equal(looks)).Efficacy[^1]);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void FutilityAtZero()
    {
        double[] futility = [0.0, 0.0, double.NegativeInfinity];
        SequentialBounds binding = SequentialBounds.FromSpending(Spending.OBrienFleming(Alpha), Equal(3), Equal(3), futility, FutilityRule.Binding);
        SequentialBounds free = SequentialBounds.FromSpending(Spending.OBrienFleming(Alpha), Equal(3), Equal(3), futility, FutilityRule.NonBinding);

        Printed.Digits("3.71030287 2.51035810 1.96827567", binding.Efficacy);
        Printed.Digits("3.710302873 2.511427481 1.993047478", free.Efficacy);
        Assert.Equal(Alpha, binding.OneSidedError, 1e-13);
        Assert.Equal(Alpha, free.OneSidedError, 1e-13);
        Assert.True(free.CrossingAt(0.0).TotalEfficacy < Alpha - 1e-4);
    }

    [Theory, Trait("Source", "AgainstR")] // β 0.1
    [InlineData("of", 2, "1.00712641")]
    [InlineData("of", 3, "1.01610071")]
    [InlineData("of", 5, "1.02648631")]
    [InlineData("p", 2, "1.10008249")]
    [InlineData("p", 3, "1.15063807")]
    [InlineData("p", 5, "1.20658053")]
    [InlineData("ldof", 2, "1.00341794")]
    [InlineData("ldof", 3, "1.01185276")]
    [InlineData("ldof", 5, "1.02307834")]
    public void InflationFactors(string family, int looks, string factor) =>
        Printed.AllButTheLastDigit(factor, SequentialDesign.ForPower(BoundsOf(family, Equal(looks)), 0.9).InflationFactor);

    private static SequentialBounds BoundsOf(string family, double[] fractions) => family switch
    {
        "of" => SequentialBounds.OBrienFleming(Alpha, fractions),
        "p" => SequentialBounds.Pocock(Alpha, fractions),
        "ldof" => SequentialBounds.FromSpending(Spending.OBrienFleming(Alpha), fractions),
        "ldp" => SequentialBounds.FromSpending(Spending.Pocock(Alpha), fractions),
        "hsd-4" => SequentialBounds.FromSpending(Spending.HwangShihDeCani(Alpha, -4.0), fractions),
        "hsd-8" => SequentialBounds.FromSpending(Spending.HwangShihDeCani(Alpha, -8.0), fractions),
        "hsd1" => SequentialBounds.FromSpending(Spending.HwangShihDeCani(Alpha, 1.0), fractions),
        "wt.25" => SequentialBounds.WangTsiatis(Alpha, 0.25, fractions),
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "Unknown."),
    };

    private static double[] Equal(int looks) => [.. Enumerable.Range(1, looks).Select(k => k / (double)looks)];
}
