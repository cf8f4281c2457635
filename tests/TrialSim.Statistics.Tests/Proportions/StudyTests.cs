using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Proportions;
using Xunit;

namespace TrialSim.Statistics.Tests.Proportions;

// The binary endpoints of study 002 (53 combination, 54 control) as it prints them, and published examples.
public sealed class StudyTests
{
    private static readonly TwoArmCounts Response = new(33, 54, 44, 53);

    // CR/PR/SD/PD 31/13/7/2 against 14/19/14/7. Printed 13.027, P = .005, under the name of chi-square: it is G. Pearson 12.650, P .0055.
    [Fact, Trait("Source", "Published")]
    public void Study002_ResponseCategories_GiveTheLikelihoodRatio()
    {
        ContingencyTable table = new([31, 13, 7, 2, 14, 19, 14, 7], 2, 4);

        ChiSquareResult g = ProportionTests.LikelihoodRatio(table);
        ChiSquareResult pearson = ProportionTests.Pearson(table);

        Assert.Equal(13.027, g.Statistic, 3);
        Assert.Equal(0.005, g.PValue, 3);
        Assert.Equal(3, g.DegreesOfFreedom);
        Assert.Equal(12.650, pearson.Statistic, 3);
        Assert.Equal(0.0055, pearson.PValue, 4);
    }

    // Objective response 83.02 % against 61.11 %: 6.363, P .012; with Yates 5.323, P .021.
    [Fact, Trait("Source", "Published")]
    public void Study002_ObjectiveResponse_GivesPearson()
    {
        ProportionTestResult pearson = ProportionTests.Pearson(Response, ContinuityCorrection.None);
        ProportionTestResult yates = ProportionTests.Pearson(Response, ContinuityCorrection.Yates);

        Assert.Equal(6.363, pearson.ChiSquare, 3);
        Assert.Equal(0.012, pearson.TwoSidedPValue, 3);
        Assert.Equal(5.323, yates.ChiSquare, 3);
        Assert.Equal(0.021, yates.TwoSidedPValue, 3);
        Assert.True(pearson.Z > 0.0);
        Assert.Equal(0.8302, Response.ExperimentalProportion, 4);
        Assert.Equal(0.6111, Response.ControlProportion, 4);
    }

    // Complete response 31/53 against 14/54: 11.64, P .0006.
    [Fact, Trait("Source", "Published")]
    public void Study002_CompleteResponse_GivesPearson()
    {
        ProportionTestResult test = ProportionTests.Pearson(new TwoArmCounts(14, 54, 31, 53), ContinuityCorrection.None);

        Assert.Equal(11.64, test.ChiSquare, 2);
        Assert.Equal(0.0006, test.TwoSidedPValue, 4);
    }

    // Adverse events of grade 3 or more, 6/53 against 2/54. Printed 1.277, P .258: Yates. Pearson 2.243, P .134; Fisher .161.
    [Fact, Trait("Source", "Published")]
    public void Study002_AdverseEvents_GiveYates()
    {
        TwoArmCounts counts = new(2, 54, 6, 53);

        ProportionTestResult yates = ProportionTests.Pearson(counts, ContinuityCorrection.Yates);
        ProportionTestResult pearson = ProportionTests.Pearson(counts, ContinuityCorrection.None);

        Assert.Equal(1.277, yates.ChiSquare, 3);
        Assert.Equal(0.258, yates.TwoSidedPValue, 3);
        Assert.Equal(2.243, pearson.ChiSquare, 3);
        Assert.Equal(0.134, pearson.TwoSidedPValue, 3);
        Assert.Equal(0.161, FisherExact.Test(counts).TwoSidedPValue, 3);
    }

    // Newcombe (1998), Statistics in Medicine 17:873, table II, 56/70 − 48/80: methods 1 (Wald), 6 (Miettinen and Nurminen) and 10.
    [Fact, Trait("Source", "Published")]
    public void RiskDifference_NewcombesExample_GivesHisLimits()
    {
        TwoArmCounts counts = new(48, 80, 56, 70);

        AssertInterval(0.0575, 0.3425, RiskDifference.Wald(counts, 0.95));
        AssertInterval(0.0528, 0.3382, RiskDifference.MiettinenNurminen(counts, 0.95));
        AssertInterval(0.0524, 0.3339, RiskDifference.Newcombe(counts, 0.95));
    }

    // Odds ratio 3.111 and ratio 1.3585 of the objective response; errors √(1/44 + 1/9 + 1/33 + 1/21) and √(1/44 − 1/53 + 1/33 − 1/54).
    [Fact, Trait("Source", "ByHand")]
    public void Ratios_ObjectiveResponse_HaveTheirErrors()
    {
        double odds = 44.0 * 21.0 / (33.0 * 9.0);
        double ratio = 44.0 / 53.0 / (33.0 / 54.0);
        double oddsError = Math.Sqrt((1.0 / 44.0) + (1.0 / 9.0) + (1.0 / 33.0) + (1.0 / 21.0));
        double ratioError = Math.Sqrt((1.0 / 44.0) - (1.0 / 53.0) + (1.0 / 33.0) - (1.0 / 54.0));
        double z = Normal.TwoSidedCriticalValue(0.95);

        Close.Relative(odds, OddsRatio.Estimate(Response).Estimate, 1e-14);
        Close.Relative(oddsError, OddsRatio.LogStandardError(Response), 1e-14);
        Close.Relative(odds * Math.Exp(z * oddsError), OddsRatio.Log(Response, 0.95).Upper, 1e-13);
        Close.Relative(ratio, RiskRatio.Estimate(Response).Estimate, 1e-14);
        Close.Relative(ratioError, RiskRatio.LogStandardError(Response), 1e-14);
        Close.Relative(ratio * Math.Exp(-z * ratioError), RiskRatio.Log(Response, 0.95).Lower, 1e-13);
    }

    // The score test at a limit of the score interval has the p-value that belongs to the confidence.
    [Fact, Trait("Source", "Property")]
    public void ScoreTest_AtTheLimits_IsTheInterval()
    {
        Interval interval = RiskDifference.MiettinenNurminen(Response, 0.95);

        Close.Relative(0.025, RiskDifference.ScoreTest(Response, interval.Lower).OneSidedPValue, 1e-9);
        Close.Relative(0.975, RiskDifference.ScoreTest(Response, interval.Upper).OneSidedPValue, 1e-9);

        // At no difference it is Pearson's with n − 1 for n.
        Close.Relative(
            ProportionTests.Pearson(Response, ContinuityCorrection.None).ChiSquare * 106.0 / 107.0,
            RiskDifference.ScoreTest(Response, 0.0).ChiSquare, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskDifference.ScoreTest(Response, -1.0));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Counts_Impossible_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoArmCounts(-1, 2, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoArmCounts(3, 2, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TwoArmCounts(0, 2, 3, 2));
        Assert.Throws<ArgumentException>(() => new ContingencyTable([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContingencyTable([1, -2], 1, 2));
    }

    [Fact, Trait("Source", "ByHand")]
    public void DegenerateTables_GiveTheReason()
    {
        TwoArmCounts nobody = new(0, 0, 0, 0);
        TwoArmCounts oneArm = new(0, 0, 3, 5);
        TwoArmCounts noResponse = new(0, 5, 0, 5);

        Assert.Equal(NotEstimable.NoPatients, ProportionTests.Pearson(nobody, ContinuityCorrection.None).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, FisherExact.Test(oneArm).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, FisherExact.ConditionalOddsRatio(oneArm).Reason);
        Assert.Equal(NotEstimable.NoVariance, ProportionTests.LikelihoodRatio(noResponse).Reason);
        Assert.Equal(NotEstimable.NoEvents, RiskRatio.Estimate(noResponse).Reason);
        Assert.Equal(NotEstimable.NoVariance, OddsRatio.Estimate(noResponse).Reason);
        Assert.Equal(new Interval(-1.0, 1.0), RiskDifference.MiettinenNurminen(oneArm, 0.95));
        Assert.Equal(new Interval(-1.0, 1.0), RiskDifference.Newcombe(oneArm, 0.95));
        Assert.Equal(new Interval(0.0, double.PositiveInfinity), RiskRatio.MiettinenNurminen(noResponse, 0.95));
        Assert.Equal(new Interval(0.0, double.PositiveInfinity), OddsRatio.Log(noResponse, 0.95));
        Assert.Equal(NotEstimable.NoPatients, ExactBinomialTest.Of(0, 0, 0.5).Reason);
        Assert.Equal(NotEstimable.NoPatients, ProportionTests.Pearson(new ContingencyTable([0, 0], 2, 1)).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, ProportionTests.Pearson(new ContingencyTable([1, 2, 0, 0], 2, 2)).Reason);
        Assert.Equal(NotEstimable.NoVariance, ProportionTests.Pearson(new ContingencyTable([1, 0, 3, 0], 2, 2)).Reason);

        // No difference seen: the interval of the difference is symmetric about 0 and has a width.
        Interval even = RiskDifference.MiettinenNurminen(noResponse, 0.95);
        Assert.True(even.Lower < -0.2 && even.Upper > 0.2);
        Assert.Equal(-even.Lower, even.Upper, 12);
    }

    private static void AssertInterval(double lower, double upper, Interval actual)
    {
        const double Printed = 0.00005;
        Assert.True(Math.Abs(lower - actual.Lower) <= Printed, $"lower {actual.Lower}, not {lower}");
        Assert.True(Math.Abs(upper - actual.Upper) <= Printed, $"upper {actual.Upper}, not {upper}");
    }
}
