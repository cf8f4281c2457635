using TrialSim.Statistics.DesignFormulas;
using TrialSim.Statistics.Proportions;

namespace TrialSim.Validation.Tests.Cases;

[Case(
    "V12",
    "Two proportions and two means",
    Source = "rpact 4.3.0, gsDesign 3.11, lrstat; Farrington and Manning 1990, table 1, through gsDesign's test-base.R",
    Asserts = "Pooled z totals; Fisher's power and size, and its smallest design; non-inferiority sizes; t and z for means",
    Tolerance = "every printed digit; t by rpact E, whose search stops at power 0.80000013")]
public sealed class V12TwoProportionsTests
{
    private static readonly TestError Usual = new(0.025, 0.8);

    [Fact, Trait("Source", "AgainstR")]
    public void PooledZ()
    {
        Printed.Digits("162.448481", TwoProportionsSize.Pooled(0.2, 0.4, Usual, 1.0).Total);
        Printed.Digits("234.861479", TwoProportionsSize.Pooled(0.25, 0.45, new TestError(0.025, 0.9), 1.0).Total);
    }

    [Fact, Trait("Source", "AgainstR")]
    public void FisherExact()
    {
        RejectionRegion region = new(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 82, 82);

        Printed.Digits("0.75931952", region.Probability(0.2, 0.4));
        Printed.Digits("0.03387780", region.Probability(0.3, 0.3));
        Printed.Digits("0.74522153", new RejectionRegion(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 80, 80).Probability(0.2, 0.4));
    }

    // getDesignFisherExact(beta = .2, pi1 = .5, pi2 = .2, alpha = .05): 85 patients have the power and 86 have not; it asks it of the next ten totals too.
    [Fact, Trait("Source", "AgainstR")]
    public void FisherDesign()
    {
        ExactTwoArmDesign design = ExactTwoArmDesign.Smallest(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 0.2, 0.5, 1.0, 0.8, 10, (10, 200));
        ExactTwoArmDesign smallest = ExactTwoArmDesign.Smallest(TwoArmTestMethod.FisherExact, Sides.Two, 0.05, 0.2, 0.5, 1.0, 0.8, 0, (10, 200));

        Assert.Equal((87, 44, 85), (design.Patients, design.ExperimentalPatients, smallest.Patients));
        Printed.Digits("0.8168484", design.Power);
    }

    // The second is for power 0.9: at 0.8, which the case writes, the same call gives 123.25 + 184.88.
    [Fact, Trait("Source", "Published")]
    public void FarringtonManning()
    {
        Printed.Digits("159.6876", TwoProportionsSize.FarringtonManning(0.4, 0.05, -0.2, new TestError(0.05, 0.8), 1.0).Total);
        TwoArmSize unequal = TwoProportionsSize.FarringtonManning(0.25, 0.05, -0.1, new TestError(0.05, 0.9), 1.5);
        Printed.Digits("173.2214", unequal.Control);
        Printed.Digits("259.8322", unequal.Experimental);
    }

    // 2 * power.t.test(delta = .5, power = .8, tol = 1e-13)$n is 127.53152744969.
    [Fact, Trait("Source", "AgainstR")]
    public void Means()
    {
        Printed.Exact("127.531568", MeansSize.TTest(0.5, 1.0, Usual, 1.0).Total);
        Assert.Equal(127.53152744969, MeansSize.TTest(0.5, 1.0, Usual, 1.0).Total, 1e-9);
        Printed.Digits("125.582076", MeansSize.ZTest(0.5, 1.0, Usual, 1.0).Total);
    }
}
