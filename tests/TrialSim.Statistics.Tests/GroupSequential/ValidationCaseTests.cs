using TrialSim.Statistics.GroupSequential;
using Xunit;

namespace TrialSim.Statistics.Tests.GroupSequential;

/// <summary>Section D and case V29 of the validation cases. One-sided α is 0.025.</summary>
public sealed class ValidationCaseTests
{
    private const double Alpha = 0.025;

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

    // Case V29, the example of lrstat's adaptDesign (man/adaptDesign.Rd): des1 <- getDesignMeanDiff(beta = .1, meanDiff = 15, stDev = 50, kMax = 3, alpha = .025,
    // typeAlphaSpending = "sfOF") has 473 patients, looks at 158 and 315; the first shows 8 with SD 55: Z = 8/(55*sqrt(4/158)) = .9141676. adaptDesign(betaNew = .1, theta = 10,
    // MullerSchafer = TRUE, kNew = 2, typeAlphaSpendingNew = "sfP"). All four figures of the case, and by TVPACK(1e-14) of mvtnorm 1.1-3 .03778726, .4957162, 1.98752, 2.017781.
    [Fact, Trait("Source", "AgainstR")]
    public void ConditionalError_CaseV29MullerSchafer_GivesTheNewBounds()
    {
        double z = 8.0 / (55.0 * Math.Sqrt(4.0 / 158.0));
        SequentialBounds bounds = BoundsOf("ldof", [158.0 / 473.0, 315.0 / 473.0, 1.0]);
        double error = ConditionalPower.ConditionalError(bounds, 0, z);

        Close.Relative(0.9141676, z, 0.0, absolute: 5e-8);
        Close.Relative(0.03778726, error, 0.0, absolute: 1e-8);
        Close.Relative(0.4957162, ConditionalPower.At(bounds, 0, z, 10.0 * Math.Sqrt(473.0 / (4.0 * 50.0 * 50.0))), 0.0, absolute: 1e-7);
        AssertBounds([1.98752, 2.017781], SequentialBounds.FromSpending(Spending.Pocock(error), Equal(2)).Efficacy, 1e-6);
    }

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
