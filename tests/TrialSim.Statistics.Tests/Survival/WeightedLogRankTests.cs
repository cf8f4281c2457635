using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class WeightedLogRankTests
{
    // R 4.2.2, simtrial 1.0.2: wlr(fh(rho, gamma)); U is observed minus expected of the experimental arm, z negative when it does better.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Test_ReferenceData_MatchesSimtrial(string name)
    {
        ReferenceData data = new(name);
        RiskRow[] rows = data.RiskRows();
        JsonElement[] tests = [.. data.Section("fh_simtrial").GetProperty("tests").EnumerateArray()];

        Assert.Equal(6, tests.Length);
        Assert.All(tests, expected =>
        {
            LogRankResult result = WeightedLogRank.Test(
                rows, RankWeight.FlemingHarrington(expected.GetProperty("rho").GetDouble(), expected.GetProperty("gamma").GetDouble()));

            Close.Relative(-expected.GetProperty("U").GetDouble(), result.Score, 1e-11);
            Close.Relative(expected.GetProperty("V").GetDouble(), result.Variance, 1e-11);
            Close.Relative(-expected.GetProperty("z").GetDouble(), result.Z, 1e-11);
            Close.Relative(expected.GetProperty("chisq").GetDouble(), result.ChiSquare, 1e-11);
        });
    }

    // R 4.2.2, lrstat 0.3.3: lrtest(rho1, rho2); the same sign as simtrial.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("gehan")]
    [InlineData("lung")]
    public void Test_ReferenceData_MatchesLrstat(string name)
    {
        ReferenceData data = new(name);
        RiskRow[] rows = data.RiskRows();

        Assert.All(data.Section("fh_lrstat").GetProperty("tests").EnumerateArray(), expected =>
        {
            LogRankResult result = WeightedLogRank.Test(
                rows, RankWeight.FlemingHarrington(expected.GetProperty("rho").GetDouble(), expected.GetProperty("gamma").GetDouble()));

            Close.Relative(-expected.GetProperty("uscore").GetDouble(), result.Score, 1e-11);
            Close.Relative(expected.GetProperty("vscore").GetDouble(), result.Variance, 1e-11);
            Assert.Equal(expected.GetProperty("logRankPValue").GetDouble(), result.TwoSidedPValue, 1e-12);
        });
    }

    // R 4.2.2, survival 3.5-3: survdiff(Surv(time, status) ~ group + strata(strata), rho = 1).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Test_Stratified_MatchesSurvdiff(string name)
    {
        ReferenceData data = new(name);
        (RiskRow[] rows, int[] ends) = data.StrataOfRows();
        JsonElement expected = data.Analysis("survdiff", "rho1_stratified");

        LogRankResult result = WeightedLogRank.Test(rows, ends, RankWeight.FlemingHarrington(1.0, 0.0));

        Close.Relative(expected.GetProperty("chisq").GetDouble(), result.ChiSquare, 1e-11);
        Assert.Equal(expected.GetProperty("p").GetDouble(), result.TwoSidedPValue, 1e-12);
    }

    // Four patients, all with the event on days 1 to 4, the odd days control. S(t−) is 1, 3/4, 1/2, 1/4; expected minus observed of the
    // experimental arm is 2/4, 2/3 − 1, 1/2, 1 − 1; the variances 1/4, 2/9, 1/4, 0. With t* = 2, S(t*) = 1/2 and the weights are 1, 4/3, 2.
    // With a delay of 2 the last event at or before it is day 2, and the weights are 1, 4/3, 4/3.
    [Fact, Trait("Source", "ByHand")]
    public void Test_FourPatients_GivesTheSums()
    {
        RiskRow[] rows = TwoArms.Rows([1, 2, 3, 4], [true, true, true, true], [0, 1, 0, 1]);

        LogRankResult fromDay = WeightedLogRank.Test(rows, RankWeight.ModestFromDay(2.0));
        LogRankResult byDelay = WeightedLogRank.Test(rows, RankWeight.ModestByDelay(2.0, double.PositiveInfinity));
        LogRankResult capped = WeightedLogRank.Test(rows, RankWeight.ModestByDelay(2.0, 1.25));

        Close.Relative(0.5 - (4.0 / 9.0) + 1.0, fromDay.Score, 1e-14);
        Close.Relative(0.25 + (16.0 / 9.0 * 2.0 / 9.0) + 1.0, fromDay.Variance, 1e-14);
        Close.Relative(0.5 - (4.0 / 9.0) + (2.0 / 3.0), byDelay.Score, 1e-14);
        Close.Relative(0.5 - (1.25 / 3.0) + (1.25 / 2.0), capped.Score, 1e-14);
    }

    [Fact, Trait("Source", "Property")]
    public void Test_ConstantWeight_IsTheLogRank() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                RiskRow[] rows = TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm);
                return WeightedLogRank.Test(rows, RankWeight.Constant) == LogRank.Test(rows)
                    && WeightedLogRank.Test(rows, RankWeight.ModestByDelay(0.0, 10.0)) == LogRank.Test(rows);
            }).Check(Cases.Of(500));

    [Fact, Trait("Source", "Property")]
    public void Test_ArmsSwapped_FlipsTheSign() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                RankWeight weight = RankWeight.FlemingHarrington(0.3, 1.2);
                LogRankResult one = WeightedLogRank.Test(TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm), weight);
                LogRankResult other = WeightedLogRank.Test(
                    TwoArms.Rows(sample.Days, sample.HasEvent, TwoArms.Swapped(sample.Arm)), weight);
                return one.Reason == other.Reason && Math.Abs(one.Z + other.Z) < 1e-9;
            }).Check(Cases.Of(500));

    [Fact, Trait("Source", "Theory")]
    public void Test_WithoutATest_GivesTheReason()
    {
        RiskRow[] atOnce = TwoArms.Rows([5, 5], [true, true], [0, 1]);
        RiskRow[] first = TwoArms.Rows([5, 6], [true, false], [0, 1]);

        Assert.Equal(NotEstimable.NoEvents, WeightedLogRank.Test([], RankWeight.Constant).Reason);
        Assert.Equal(NotEstimable.NoVariance, WeightedLogRank.Test(atOnce, RankWeight.Constant).Reason);
        Assert.Equal(NotEstimable.NoVariance, WeightedLogRank.Test(first, RankWeight.FlemingHarrington(0.0, 1.0)).Reason);
        Assert.Equal(
            NotEstimable.OneArmEmpty, WeightedLogRank.Test(TwoArms.Rows([1, 2], [true, true], [0, 0]), RankWeight.Constant).Reason);
    }

    [Theory, Trait("Source", "Theory")]
    [InlineData(-0.1, 0.0)]
    [InlineData(0.0, double.NaN)]
    [InlineData(0.0, double.PositiveInfinity)]
    public void FlemingHarrington_OutOfRange_Throws(double rho, double gamma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankWeight.FlemingHarrington(rho, gamma));

    [Fact, Trait("Source", "Theory")]
    public void Modest_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RankWeight.ModestByDelay(-1.0, 2.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankWeight.ModestByDelay(1.0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankWeight.ModestFromDay(double.NaN));
    }
}
