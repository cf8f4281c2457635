using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class LogRankTests
{
    // Six patients without ties; control 1, 2, 4+, experimental 3, 5, 6+.
    //   day  at risk (c, e)  event  expected in e  variance
    //    1      3, 3           c        3/6         1/4
    //    2      2, 3           c        3/5         6/25
    //    3      1, 3           e        3/4         3/16
    //    5      0, 2           e        1           0
    // Score = (0.5 + 0.6 + 0.75 + 1) − 2 = 0.85; variance = 0.25 + 0.24 + 0.1875 = 0.6775.
    [Fact, Trait("Source", "ByHand")]
    public void Test_SixPatients_GivesTheSumOfTheRows()
    {
        LogRankResult result = TwoArms.LogRankOf([1, 2, 4, 3, 5, 6], [true, true, false, true, true, false], [0, 0, 0, 1, 1, 1]);

        Close.Relative(0.85, result.Score, 1e-14);
        Close.Relative(0.6775, result.Variance, 1e-14);
        Close.Relative(0.85 / Math.Sqrt(0.6775), result.Z, 1e-14);
        Assert.True(result.IsEstimable);
    }

    // Four at risk, two in each arm, one event in each on day 1: the hypergeometric variance is 2 · ½ · ½ · (4 − 2)/(4 − 1) = 1/3.
    [Fact, Trait("Source", "ByHand")]
    public void Test_TiedEvents_HaveTheHypergeometricVariance()
    {
        LogRankResult result = TwoArms.LogRankOf([1, 1, 2, 2], [true, true, false, false], [0, 1, 0, 1]);

        Close.Relative(1.0 / 3.0, result.Variance, 1e-14);
        Assert.Equal(0.0, result.Score);
        Assert.Equal(1.0, result.TwoSidedPValue);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Z_ExperimentalArmLivesLonger_IsPositive()
    {
        LogRankResult result = TwoArms.LogRankOf([1, 2, 3, 7, 8, 9], [true, true, true, true, true, true], [0, 0, 0, 1, 1, 1]);

        Assert.True(result.Z > 1.0);
        Assert.True(result.OneSidedPValue < 0.1);
        Close.Relative(2.0 * result.OneSidedPValue, result.TwoSidedPValue, 1e-12);
    }

    // R 4.2.2, survival 3.5-3: survdiff(Surv(time, status) ~ group); our score is expected minus observed of the second group.
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("aml")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Test_ReferenceData_MatchesSurvdiff(string name)
    {
        ReferenceData data = new(name);

        AssertMatches(data.Analysis("survdiff", "rho0"), LogRank.Test(data.RiskRows()));
    }

    // R 4.2.2, survival 3.5-3: survdiff(Surv(time, status) ~ group + strata(strata)).
    [Theory, Trait("Source", "AgainstR")]
    [InlineData("gehan")]
    [InlineData("lung")]
    [InlineData("veteran")]
    public void Test_ReferenceDataWithStrata_MatchesSurvdiff(string name)
    {
        ReferenceData data = new(name);

        AssertMatches(data.Analysis("survdiff", "rho0_stratified"), LogRank.Test(data.StratifiedRiskRows()));
    }

    [Fact, Trait("Source", "Property")]
    public void Z_ArmsSwapped_ChangesItsSign() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                LogRankResult one = TwoArms.LogRankOf(sample.Days, sample.HasEvent, sample.Arm);
                LogRankResult other = TwoArms.LogRankOf(sample.Days, sample.HasEvent, TwoArms.Swapped(sample.Arm));
                return one.Reason == other.Reason && Math.Abs(one.Z + other.Z) < 1e-9;
            }).Check(Cases.Of(1_000));

    [Fact, Trait("Source", "Property")]
    public void Z_MonotoneChangeOfTime_StaysTheSame() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample => TwoArms.LogRankOf(sample.Days, sample.HasEvent, sample.Arm)
                == TwoArms.LogRankOf([.. sample.Days.Select(d => Math.Exp(d / 3.0))], sample.HasEvent, sample.Arm))
            .Check(Cases.Of(1_000));

    [Fact, Trait("Source", "Property")]
    public void Z_OrderOfPatients_MakesNoDifference() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample => TwoArms.LogRankOf(sample.Days, sample.HasEvent, sample.Arm)
                == TwoArms.LogRankOf([.. sample.Days.Reverse()], [.. sample.HasEvent.Reverse()], [.. sample.Arm.Reverse()]))
            .Check(Cases.Of(1_000));

    // A plain second implementation as oracle: for each stratum and each of its event days, count from scratch.
    [Fact, Trait("Source", "Property")]
    public void Score_Stratified_IsTheSumOverStrata() =>
        Prop.ForAll(
            Arb.From(RandomSample.Tied),
            sample =>
            {
                double score = 0.0;
                for (int s = 0; s < RandomSample.Strata; s++)
                {
                    int[] inside = [.. Enumerable.Range(0, sample.Days.Length).Where(i => sample.Stratum[i] == s)];
                    foreach (double day in inside.Where(i => sample.HasEvent[i]).Select(i => sample.Days[i]).Distinct())
                    {
                        int[] atRisk = [.. inside.Where(i => sample.Days[i] >= day)];
                        int[] events = [.. atRisk.Where(i => sample.Days[i] == day && sample.HasEvent[i])];
                        score += ((double)events.Length * atRisk.Count(i => sample.Arm[i] == 1) / atRisk.Length)
                            - events.Count(i => sample.Arm[i] == 1);
                    }
                }

                LogRankResult result = LogRank.Test(
                    TwoArms.Rows(sample.Days, sample.HasEvent, sample.Arm, sample.Stratum, RandomSample.Strata));
                return !result.IsEstimable || Math.Abs(result.Score - score) < 1e-9;
            }).Check(Cases.Of(1_000));

    [Fact, Trait("Source", "ByHand")]
    public void Test_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoEvents, LogRank.Test([]).Reason);
        Assert.Equal(NotEstimable.NoEvents, TwoArms.LogRankOf([1, 2], [false, false], [0, 1]).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, TwoArms.LogRankOf([1, 2, 3], [true, true, true], [1, 1, 1]).Reason);
        Assert.Equal(NotEstimable.OneArmEmpty, TwoArms.LogRankOf([1], [true], [0]).Reason);

        // The control was gone before the first event.
        Assert.Equal(NotEstimable.OneArmEmpty, TwoArms.LogRankOf([1, 2, 3], [false, true, true], [0, 1, 1]).Reason);

        // Everybody had the event at once: whichever arm, the margins leave no choice.
        LogRankResult allTied = TwoArms.LogRankOf([5, 5, 5, 5], [true, true, true, true], [0, 0, 1, 1]);
        Assert.Equal(new LogRankResult(0.0, 0.0, 0.0, NotEstimable.NoVariance), allTied);
        Assert.False(allTied.IsEstimable);
    }

    // One event, of the control, with one control and one experimental patient at risk: score ½, variance ¼, Z = 1.
    [Fact, Trait("Source", "ByHand")]
    public void Test_OneEvent_IsEstimable() =>
        Assert.Equal(new LogRankResult(1.0, 0.5, 0.25, NotEstimable.None), TwoArms.LogRankOf([1, 2], [true, false], [0, 1]));

    // Six patients, each 150,000 times: the score grows with the copies, and the curve stays as it is.
    [Fact, Trait("Source", "Theory")]
    public void Test_NineHundredThousandPatients_IsTheSmallSampleWrittenLarge()
    {
        const int Copies = 150_000;
        double[] days = [1, 2, 4, 3, 5, 6];
        bool[] hasEvent = [true, true, false, true, true, false];
        byte[] arm = [0, 0, 0, 1, 1, 1];
        SurvivalSample sample = new SurvivalOrder(6 * Copies).Sort(new SurvivalSample(
            [.. Enumerable.Repeat(days, Copies).SelectMany(d => d)],
            [.. Enumerable.Repeat(hasEvent, Copies).SelectMany(e => e)],
            [.. Enumerable.Repeat(arm, Copies).SelectMany(a => a)]));
        RiskRow[] rows = new RiskRow[sample.Length];
        KaplanMeierRow[] steps = new KaplanMeierRow[sample.Length];

        LogRankResult result = LogRank.Test(rows.AsSpan(0, RiskTable.Fill(sample, 0, 1, rows)));

        // Score 0.85 a copy, by the six-patient sum above; Kaplan–Meier of the control 2/3, 1/3.
        Close.Relative(0.85 * Copies, result.Score, 1e-12);
        Close.Relative(1.0 / 3.0, KaplanMeier.Fill(sample, 0, steps).Rows[^1].Survival, 1e-12);
        Assert.Equal(5.0, KaplanMeier.Fill(sample, 1, steps).Median(0.95, IntervalTransform.Log).Days);
    }

    private static void AssertMatches(JsonElement expected, LogRankResult result)
    {
        double score = expected.GetProperty("exp")[1].GetDouble() - expected.GetProperty("obs")[1].GetDouble();
        Close.Relative(score, result.Score, 1e-10, 1e-11);
        Close.Relative(expected.GetProperty("var")[1][1].GetDouble(), result.Variance, 1e-10);
        Close.Relative(expected.GetProperty("chisq").GetDouble(), result.ChiSquare, 1e-9);
        Close.Relative(expected.GetProperty("p").GetDouble(), result.TwoSidedPValue, 1e-9);
        Assert.Equal(Math.Sign(score), Math.Sign(result.Z));
    }
}
