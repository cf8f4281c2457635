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
