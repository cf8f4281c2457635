using TrialSim.Statistics.GroupSequential;
using Xunit;

namespace TrialSim.Statistics.Tests.GroupSequential;

/// <summary>A whole design by spending of both errors, at unequal information. One-sided α is 0.025.</summary>
public sealed class SpendingDesignTests
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

    private static void AssertBounds(double[] expected, double[] actual, double absolute)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int look = 0; look < expected.Length; look++)
        {
            Close.Relative(expected[look], actual[look], 0.0, absolute);
        }
    }
}
