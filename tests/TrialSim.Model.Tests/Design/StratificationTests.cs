using TrialSim.Model.Design;

namespace TrialSim.Model.Tests.Design;

public sealed class StratificationTests
{
    [Fact, Trait("Source", "ByHand")]
    public void StratumOf_TwoFactors_VariesTheLastFastest()
    {
        // Factors of 2 and 3 levels, on covariates 2 and 0.
        Stratification strata = new([new StratificationFactor(2, 2), new StratificationFactor(0, 3)]);

        Assert.Equal(6, strata.StratumCount);
        Assert.Equal(0, strata.StratumOf([0, 9, 0], site: 0));
        Assert.Equal(2, strata.StratumOf([2, 9, 0], site: 0));
        Assert.Equal(3, strata.StratumOf([0, 9, 1], site: 0));
        Assert.Equal(5, strata.StratumOf([2, 9, 1], site: 0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void StratumOf_NoFactors_IsOneStratum()
    {
        Assert.Equal(1, Stratification.None.StratumCount);
        Assert.Equal(0, Stratification.None.StratumOf([1, 2, 3], site: 0));
    }

    // A value worked out once in the constructor would be carried along by `with`.
    [Fact, Trait("Source", "Regression")]
    public void StratumCount_CopiedWithOtherFactors_IsThatOfTheCopy()
    {
        Assert.Equal(4, (Stratification.None with { Factors = [new StratificationFactor(0, 4)] }).StratumCount);
    }
}
