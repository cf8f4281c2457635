using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Probability;
using Xunit;

namespace TrialSim.Statistics.Tests.GroupSequential;

/// <summary>Section D and case V29 of the validation cases. One-sided α is 0.025.</summary>
public sealed class ValidationCaseTests
{
    private const double Alpha = 0.025;

    [Theory, Trait("Source", "AgainstR")] // case V13; rpact 4.3.0 = gsDesign = mvtnorm TVPACK, seven decimals
    [InlineData("of", 2.7965097, 1.9774310)]
    [InlineData("of", 3.4710914, 2.4544323, 2.0040356)]
    [InlineData("of", 4.0485910, 2.8627862, 2.3374551, 2.0242955)]
    [InlineData("of", 4.5617423, 3.2256389, 2.6337232, 2.2808712, 2.0400732)]
    [InlineData("p", 2.1782721, 2.1782721)]
    [InlineData("p", 2.2894785, 2.2894785, 2.2894785)]
    [InlineData("p", 2.3612997, 2.3612997, 2.3612997, 2.3612997)]
    [InlineData("p", 2.4131803, 2.4131803, 2.4131803, 2.4131803, 2.4131803)]
    [InlineData("ldof", 2.9625880, 1.9685956)]
    [InlineData("ldof", 3.7103029, 2.5114275, 1.9930475)]
    [InlineData("ldof", 4.3326336, 2.9631316, 2.3590443, 2.0140901)]
    [InlineData("ldof", 4.8768849, 3.3570119, 2.6802801, 2.2898168, 2.0310321)]
    [InlineData("ldp", 2.1569992, 2.2009770)]
    [InlineData("ldp", 2.2794282, 2.2949111, 2.2959396)]
    [InlineData("ldp", 2.3683277, 2.3675243, 2.3581683, 2.3500360)]
    [InlineData("ldp", 2.4379767, 2.4268139, 2.4101941, 2.3966493, 2.3859997)]
    [InlineData("hsd-4", 3.0107395, 2.5465306, 1.9992264)]
    [InlineData("hsd-8", 3.6894949, 2.9358141, 1.9645436)]
    [InlineData("hsd1", 2.2831414, 2.2844413, 2.3012554)]
    [InlineData("wt.25", 2.7411366, 2.3050119, 2.0828134)]
    public void Bounds_CaseV13EqualInformation_MatchThePackages(string family, params double[] expected)
    {
        double[] fractions = Equal(expected.Length);
        AssertBounds(expected, BoundsOf(family, fractions).Efficacy, 1e-7);
    }

    [Theory, Trait("Source", "AgainstR")] // case V13
    [InlineData(new[] { 0.66, 1.0 }, new[] { 2.52418897, 1.99156044 })]
    [InlineData(new[] { 0.75, 1.0 }, new[] { 2.33971133, 2.01177687 })]
    [InlineData(new[] { 0.5, 0.75, 1.0 }, new[] { 2.96258804, 2.35901771, 2.01408368 })]
    public void Bounds_CaseV13UnequalInformation_MatchThePackages(double[] fractions, double[] expected) =>
        AssertBounds(expected, BoundsOf("ldof", fractions).Efficacy, 2e-8);

    [Fact, Trait("Source", "AgainstR")] // case V13, "high precision"
    public void Bounds_CaseV13HighPrecision_MatchThePackages()
    {
        SequentialBounds bounds = BoundsOf("ldof", Equal(3));

        AssertBounds([3.710302873, 2.511427481, 1.993047478], bounds.Efficacy, 2e-9);
        AssertBounds([0.0001035057, 0.0060483891, 0.025], bounds.CumulativeError, 1e-10);
    }

    // Jennison and Turnbull (2000), tables 2.1 and 2.3, α = 0.05 two-sided; the rounded constants of case V13.
    [Theory, Trait("Source", "Published")]
    [InlineData(2, 2.17827, 1.97743)]
    [InlineData(3, 2.28948, 2.00404)]
    [InlineData(4, 2.36130, 2.02430)]
    [InlineData(5, 2.41318, 2.04007)]
    public void Constants_CaseV13_AreThoseOfJennisonAndTurnbull(int looks, double pocock, double obrienFleming)
    {
        Close.Relative(pocock, SequentialBounds.Pocock(Alpha, Equal(looks)).Efficacy[^1], 0.0, absolute: 6e-6);
        Close.Relative(obrienFleming, SequentialBounds.OBrienFleming(Alpha, Equal(looks)).Efficacy[^1], 0.0, absolute: 6e-6);
    }

    [Fact, Trait("Source", "AgainstR")] // case V13: futility at Z = 0 at looks 1 and 2
    public void Bounds_CaseV13FutilityAtZero_FallOnlyWhereItBinds()
    {
        double[] futility = [0.0, 0.0, double.NegativeInfinity];
        SequentialBounds binding = SequentialBounds.FromSpending(Spending.OBrienFleming(Alpha), Equal(3), Equal(3), futility, FutilityRule.Binding);
        SequentialBounds free = SequentialBounds.FromSpending(Spending.OBrienFleming(Alpha), Equal(3), Equal(3), futility, FutilityRule.NonBinding);

        AssertBounds([3.71030287, 2.51035810, 1.96827567], binding.Efficacy, 1e-8);
        AssertBounds(BoundsOf("ldof", Equal(3)).Efficacy, free.Efficacy, 1e-13);
        Close.Relative(Alpha, binding.OneSidedError, 1e-12);
        Close.Relative(Alpha, free.OneSidedError, 1e-12);
        Assert.True(free.CrossingAt(0.0).TotalEfficacy < Alpha - 1e-4);
    }

    [Theory, Trait("Source", "AgainstR")] // case V13, β = 0.1
    [InlineData("of", 2, 1.00712641)]
    [InlineData("of", 3, 1.01610071)]
    [InlineData("of", 5, 1.02648631)]
    [InlineData("p", 2, 1.10008249)]
    [InlineData("p", 3, 1.15063807)]
    [InlineData("p", 5, 1.20658053)]
    [InlineData("ldof", 2, 1.00341794)]
    [InlineData("ldof", 3, 1.01185276)]
    [InlineData("ldof", 5, 1.02307834)]
    public void InflationFactor_CaseV13_MatchesThePackages(string family, int looks, double expected) =>
        Close.Relative(expected, SequentialDesign.ForPower(BoundsOf(family, Equal(looks)), 0.9).InflationFactor, 1e-7);

    // Case V14: gsDesign(), that is k = 3, test.type = 4, sfHSD -4 for α and -2 for β = 0.1.
    [Fact, Trait("Source", "AgainstR")]
    public void FromSpending_CaseV14_IsTheDefaultOfGsDesign()
    {
        SequentialDesign design = DefaultOfGsDesign(FutilityRule.NonBinding);

        AssertBounds([3.0107395, 2.5465306, 1.9992264], design.Bounds.Efficacy, 1e-6);
        AssertBounds([-0.23872396, 0.94106735, 1.99922637], design.Bounds.Futility, 1e-6);
        AssertBounds([0.35662773, 0.71325547, 1.06988320], [.. Equal(3).Select(t => t * design.InflationFactor)], 1e-6);
        AssertBounds([0.1412, 0.4403, 0.3185], design.UnderAlternative.Efficacy, 5.1e-5);
        AssertBounds([0.0148, 0.0289, 0.0563], design.UnderAlternative.Futility, 5.1e-5);
        AssertBounds([0.4057, 0.4290, 0.1420], design.UnderNull.Futility, 5.1e-5);
        Close.Relative(0.6249, design.ExpectedInformationUnderNull, 0.0, absolute: 5.1e-5);
        Close.Relative(0.7913, design.ExpectedInformationUnderAlternative, 0.0, absolute: 5.1e-5);
    }

    // rpact 3.3.4: getDesignGroupSequential(kMax = 3, alpha = .025, beta = .1, informationRates = c(.3, .7, 1), typeOfDesign = "asOF",
    //   typeBetaSpending = "bsOF", bindingFutility = TRUE, tolerance = 1e-10) and getDesignCharacteristics of it.
    [Fact, Trait("Source", "AgainstR")]
    public void FromSpending_BindingObrienFlemingForBoth_MatchesRpact()
    {
        SequentialDesign design = SequentialDesign.FromSpending(
            Spending.OBrienFleming(Alpha), Spending.OBrienFleming(0.1), [0.3, 0.7, 1.0], FutilityRule.Binding);

        AssertBounds([3.92857254263, 2.43868481013, 1.96004691912], design.Bounds.Efficacy, 1e-6);
        AssertBounds([-0.972828030409, 1.10864625776, 1.96004691912], design.Bounds.Futility, 1e-6);
        Close.Relative(1.04231526027, design.InflationFactor, 1e-6);
        Close.Relative(0.699983035619, design.ExpectedInformationUnderNull, 1e-6);
        Close.Relative(0.821807284429, design.ExpectedInformationUnderAlternative, 1e-6);
        Close.Relative(Alpha, design.Bounds.OneSidedError, 1e-10);
        Close.Relative(0.9, design.UnderAlternative.TotalEfficacy, 1e-10);
    }

    // Case V15 (analytic part): Lan-DeMets O'Brien-Fleming at 66 % and 100 %, power 0.8 at hazard ratio 0.74.
    [Fact, Trait("Source", "AgainstR")]
    public void ForPower_CaseV15_GivesTheEventsAndPowerOfRpact()
    {
        SequentialDesign design = SequentialDesign.ForPower(BoundsOf("ldof", [0.66, 1.0]), 0.8);
        double perEvent = Math.Log(0.74) / 2.0;
        double events = design.Drift * design.Drift / (perEvent * perEvent);

        AssertBounds([2.524189, 1.991560], design.Bounds.Efficacy, 1e-6);
        Close.Relative(350.5, events, 0.0, absolute: 0.05);
        Close.Relative(231.3, 0.66 * events, 0.0, absolute: 0.05);
        Close.Relative(0.4074, design.UnderAlternative.Efficacy[0], 0.0, absolute: 5.1e-5);
        Close.Relative(0.8, design.UnderAlternative.TotalEfficacy, 1e-10);
        Close.Relative(302.0, events * design.UnderAlternative.ExpectedInformationFraction, 0.0, absolute: 0.1);
    }

    // Case V29: 300 events, a look at 150 that shows Z = 1, no early claim.
    [Fact, Trait("Source", "AgainstR")]
    public void ConditionalPower_CaseV29_MatchesTheClosedForms()
    {
        double critical = Normal.Quantile(1.0 - Alpha);
        SequentialBounds bounds = new(
            [0.5, 1.0], [double.PositiveInfinity, critical], SequentialBounds.Unbounded(2), FutilityRule.NonBinding);
        double drift = -Math.Log(0.7) * Math.Sqrt(300.0 / 4.0);

        Close.Relative(0.65996639, ConditionalPower.At(bounds, 0, 1.0, drift), 1e-7);
        Close.Relative(0.22011418, ConditionalPower.UnderTrend(bounds, 0, 1.0), 1e-7);
        Close.Relative(0.03821325, ConditionalPower.ConditionalError(bounds, 0, 1.0), 1e-7);
        Close.Relative(0.29261875, ConditionalPower.Predictive(bounds, 0, 1.0), 1e-7);
    }

    // Case V29: gsDesign's condPower against East 6.5, tolerance 1e-3 there:
    //   x <- gsDesign(k = 2, test.type = 1, n.fix = 800, timing = c(.5, 1)); condPower(z1 = 1.151764990571, n2 = 403, z2 = z2NC, theta = 0.057339132, x = x)
    [Fact, Trait("Source", "Published")]
    public void ConditionalPower_CaseV29EastCalculator_IsReached()
    {
        SequentialBounds bounds = BoundsOf("hsd-4", [0.5, 1.0]);

        // The second stage has 403 patients, the plan 403.5; the weights stay as planned. Drift is at fraction 1, the stage is half of it.
        double drift = 0.057339132 * Math.Sqrt(2.0 * 403.0);
        Close.Relative(0.308644, ConditionalPower.At(bounds, 0, 1.151764990571, drift), 1e-3);
    }

    [Fact, Trait("Source", "AgainstR")] // case V29
    public void InverseNormal_CaseV29_HasItsWeightsAndPValue()
    {
        double[] weights = InverseNormalCombination.Weights([200.0, 150.0]);

        AssertBounds([0.75592895, 0.65465367], weights, 1e-8);
        Close.Relative(0.00531454, Normal.UpperTail(InverseNormalCombination.Z(weights, [0.04, 0.03])), 2e-6);
    }

    // Case V29, lrstat's example of Müller and Schäfer's method: three equal looks with Lan-DeMets O'Brien-Fleming, Z = 0.9141676 at the first; the rest of the
    // trial is redesigned with two looks and Pocock's spending of the conditional error. The case does not give the information of the new looks; its example rounds
    // patients, and equal looks reach its bounds within 1e-3 only.
    [Fact, Trait("Source", "AgainstR")]
    public void ConditionalError_CaseV29MullerSchafer_GivesTheNewBounds()
    {
        double error = ConditionalPower.ConditionalError(BoundsOf("ldof", Equal(3)), 0, 0.9141676);

        Close.Relative(0.0378, error, 0.0, absolute: 5.1e-5);
        AssertBounds([1.988, 2.018], SequentialBounds.FromSpending(Spending.Pocock(error), Equal(2)).Efficacy, 1e-3);
    }

    // Case V30: gsDesign(k = 2), prior N(delta, (delta/2)²); normalGrid's default grid leaves 1e-4.
    [Fact, Trait("Source", "AgainstR")]
    public void Assurance_CaseV30GroupSequential_MatchesGsPos()
    {
        SequentialDesign design = SequentialDesign.FromSpending(
            Spending.HwangShihDeCani(Alpha, -4.0), Spending.HwangShihDeCani(0.1, -2.0), [0.5, 1.0], FutilityRule.NonBinding);

        // The prior's mean is the effect the trial is planned for: its drift at the inflated maximum.
        Close.Relative(0.7489321, ConditionalPower.Assurance(design.Bounds, design.Drift, 0.5 * design.Drift), 0.0, absolute: 1e-4);
    }

    private static SequentialDesign DefaultOfGsDesign(FutilityRule rule) =>
        SequentialDesign.FromSpending(Spending.HwangShihDeCani(Alpha, -4.0), Spending.HwangShihDeCani(0.1, -2.0), Equal(3), rule);

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

    private static void AssertBounds(double[] expected, double[] actual, double absolute)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int look = 0; look < expected.Length; look++)
        {
            Close.Relative(expected[look], actual[look], 0.0, absolute);
        }
    }
}
