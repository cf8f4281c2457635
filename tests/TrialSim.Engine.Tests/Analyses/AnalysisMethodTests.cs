using System.Collections.Immutable;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.Conduct;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Statistics;
using TrialSim.Statistics.Survival;

namespace TrialSim.Engine.Tests.Analyses;

/// <summary>Each row is what the statistics library says of the same data, told in the row's own columns.</summary>
public sealed class AnalysisMethodTests
{
    private const int Patients = 200;
    private const double CutDay = 450;

    [Fact, Trait("Source", "Independent")]
    public void WeightedLogRank_IsThatOfTheWeight()
    {
        RankWeight weight = RankWeight.ModestByDelay(60, 1.5);
        RiskRow[] rows = Table();

        ResultRow row = Only(SmallTrial.LogRank(0) with { Weight = weight }, RowMeasure.LogRank);

        LogRankResult expected = WeightedLogRank.Test(rows, weight);
        Assert.Equal((expected.Z, expected.TwoSidedPValue), (row.Z, row.PValue));
        Assert.NotEqual(LogRank.Test(rows).Z, row.Z);
    }

    [Theory, Trait("Source", "Independent")]
    [InlineData(RejectionSides.Both)]
    [InlineData(RejectionSides.Benefit)]
    public void MaxCombo_IsJudgedOnItsSides(RejectionSides sides)
    {
        MaxComboAnalysis analysis = SmallTrial.MaxCombo(0) with { Criterion = SmallTrial.TwoSided5Percent with { Sides = sides } };

        ResultRow row = Only(analysis, RowMeasure.MaxCombo);

        MaxComboResult expected = MaxCombo.Test(Table(), analysis.Weights.AsSpan());
        Assert.Equal(expected.Z, row.Z);
        Assert.Equal(sides == RejectionSides.Both ? expected.TwoSidedPValue : expected.OneSidedPValue, row.PValue);
        Assert.Equal(Verdict.Rejected, row.Verdict);
    }

    // With the arms exchanged the effect is harm: on both sides it is found and has its sign, for benefit alone it is not.
    [Fact, Trait("Source", "Theory")]
    public void MaxCombo_Harm_IsFoundOnlyOnBothSides()
    {
        MaxComboAnalysis harm = SmallTrial.MaxCombo(0) with { Compare = new Comparison(0, 1) };

        ResultRow both = Only(harm, RowMeasure.MaxCombo);
        ResultRow benefit = Only(harm with { Criterion = SmallTrial.TwoSided5Percent with { Sides = RejectionSides.Benefit } }, RowMeasure.MaxCombo);

        Assert.Equal((Verdict.Rejected, Verdict.Retained), (both.Verdict, benefit.Verdict));
        Assert.True(both.Z < -2);
        Assert.True(benefit.PValue > 0.9);
    }

    [Theory, Trait("Source", "Independent")]
    [InlineData(RestrictedMeanContrast.Difference, RestrictedMeanVariance.Greenwood)]
    [InlineData(RestrictedMeanContrast.Ratio, RestrictedMeanVariance.BiasCorrected)]
    public void RestrictedMean_ArmsAndContrast_AreThoseOfTheCurves(RestrictedMeanContrast contrast, RestrictedMeanVariance variance)
    {
        RestrictedMeanAnalysis analysis = SmallTrial.RestrictedMean(0) with { Contrast = contrast, Variance = variance };
        RestrictedMean control = MeanOf(0, analysis);
        RestrictedMean experimental = MeanOf(1, analysis);
        ImmutableArray<(RowKey Key, ResultRow Row)> rows = RowsOf(analysis);

        Assert.Equal(3, rows.Length);
        Assert.Equal((control.Mean, control.StandardError), (rows[0].Row.Estimate, rows[0].Row.StandardError));
        Assert.Equal((experimental.Mean, experimental.MeanInterval(0.95).Upper), (rows[1].Row.Estimate, rows[1].Row.Upper));
        if (contrast == RestrictedMeanContrast.Difference)
        {
            RestrictedMeanDifference expected = RestrictedMeanDifference.Between(control, experimental);
            Assert.Equal((RowMeasure.RestrictedMeanDifference, expected.Difference, expected.Z), (rows[2].Key.Measure, rows[2].Row.Estimate, rows[2].Row.Z));
        }
        else
        {
            RestrictedMeanRatio expected = RestrictedMeanRatio.Of(control, experimental);
            Assert.Equal((RowMeasure.RestrictedMeanRatio, expected.Ratio, expected.Z), (rows[2].Key.Measure, rows[2].Row.Estimate, rows[2].Row.Z));
        }
    }

    [Fact, Trait("Source", "Independent")]
    public void Milestone_LogLogTest_KeepsTheDifferenceAndTestsOnItsScale()
    {
        MilestoneAnalysis analysis = SmallTrial.Milestone(0);
        ResultRow plain = Only(analysis, RowMeasure.SurvivalDifference);
        ResultRow logLog = Only(analysis with { Test = MilestoneTest.LogLog }, RowMeasure.SurvivalDifference);

        MilestoneLogLog expected = MilestoneLogLog.Between(SurvivalOf(0, analysis), SurvivalOf(1, analysis));
        Assert.Equal((plain.Estimate, plain.Lower, plain.Upper), (logLog.Estimate, logLog.Lower, logLog.Upper));
        Assert.Equal((expected.Z, expected.TwoSidedPValue), (logLog.Z, logLog.PValue));
        Assert.NotEqual(plain.Z, logLog.Z);
    }

    // Two arms: the chi-square is the square of Z, and a trend over scores 0 and 1 is the log-rank test itself.
    [Fact, Trait("Source", "Theory")]
    public void GlobalAndTrend_TwoArms_AreTheLogRankTest()
    {
        ResultRow logRank = Only(SmallTrial.LogRank(0), RowMeasure.LogRank);
        ResultRow global = Only(
            new GlobalLogRankAnalysis("global", 0, [0], Stratification.None, RankWeight.Constant, SmallTrial.TwoSided5Percent), RowMeasure.GlobalLogRank);
        ResultRow trend = Only(
            new TrendAnalysis("trend", 0, [0], [0, 1], Stratification.None, RankWeight.Constant, SmallTrial.TwoSided5Percent), RowMeasure.Trend);

        Assert.Equal(logRank.Z * logRank.Z, global.Estimate, 1e-10);
        Assert.Equal(logRank.PValue, global.PValue, 1e-10);
        Assert.Equal(0.0, global.Z);
        Assert.Equal(logRank.Z, trend.Z, 1e-10);
        Assert.Equal((Patients, logRank.Events), (global.Patients, global.Events));
        Assert.Equal((logRank.Verdict, logRank.Verdict), (global.Verdict, trend.Verdict));
    }

    // Nobody is lost, so potential follow-up is the time since randomisation; deaths hide some of it, and the estimate is near its median.
    [Fact, Trait("Source", "Theory")]
    public void MedianFollowUp_NobodyLost_IsNearTheMedianTimeSinceRandomisation()
    {
        const double Early = 200;
        Analysis analysis = new MedianFollowUpAnalysis("follow_up", 0, [0], [0], 0.95, IntervalTransform.Log);
        Ledger ledger = Randomised(analysis).Ledger;
        double[] since =
        [
            .. Enumerable.Range(0, Patients).Where(patient => ledger.ArmOf(patient) == 0).Select(patient => Early - ledger.ArrivalOf(patient).Value)
                .Where(days => days >= 0).Order(),
        ];

        ResultRow row = RowsOf(analysis, Early)[0].Row;

        Assert.InRange(row.Estimate, since[since.Length * 3 / 10], since[since.Length * 7 / 10]);
        Assert.InRange(row.Estimate, row.Lower, row.Upper);
    }

    private static ResultRow Only(Analysis analysis, RowMeasure measure) => RowsOf(analysis).Single(row => row.Key.Measure == measure).Row;

    private static ImmutableArray<(RowKey Key, ResultRow Row)> RowsOf(Analysis analysis, double cutDay = CutDay)
    {
        (Trial trial, Ledger ledger) = Randomised(analysis);
        ResultLayout layout = new(trial.Design);
        ResultRow[] rows = new ResultRow[layout.Rows.Length];
        new LookAnalyst(trial.Design, layout, CurvePlan.None).Analyse(0, ledger.CutAt(new TrialDay(cutDay)), rows);
        Assert.All(rows, row => Assert.Equal(NotEstimable.None, row.Reason));
        return [.. layout.Rows.Zip(rows).Where(row => row.First.Analysis != RowKey.None)];
    }

    private static RiskRow[] Table()
    {
        SurvivalSample sample = Sample();
        RiskRow[] rows = new RiskRow[Patients];
        return rows[..RiskTable.Fill(sample, 0, 1, rows)];
    }

    private static RestrictedMean MeanOf(byte arm, RestrictedMeanAnalysis analysis) =>
        RestrictedMean.Of(KaplanMeier.Fill(Sample(), arm, new KaplanMeierRow[Patients]), analysis.HorizonDays, analysis.Variance);

    private static MilestoneSurvival SurvivalOf(byte arm, MilestoneAnalysis analysis) =>
        KaplanMeier.Fill(Sample(), arm, new KaplanMeierRow[Patients]).Milestone(analysis.Day, analysis.ConfidenceLevel, analysis.Transform);

    private static SurvivalSample Sample()
    {
        (Trial trial, Ledger ledger) = Randomised(SmallTrial.LogRank(0));
        DataCut cut = ledger.CutAt(new TrialDay(CutDay));
        double[] days = new double[Patients];
        bool[] hasEvent = new bool[Patients];
        cut.FillEndpoint((TimeToEventEndpoint)trial.Design.Endpoints[0], days, hasEvent);
        return new SurvivalOrder(Patients).Sort(new SurvivalSample(days, hasEvent, cut.Arms));
    }

    private static (Trial Trial, Ledger Ledger) Randomised(Analysis analysis)
    {
        Trial trial = SmallTrial.Of(Patients, analysis);
        Ledger ledger = new(trial);
        new Randomisation(trial).Fill(SmallTrial.Seed, 1, ledger);
        return (trial, ledger);
    }
}
