using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;
using TrialSim.Statistics.Survival;

namespace TrialSim.Results.Tests.Summary;

/// <summary>What the rows of restricted means, follow-up and tests of all arms become in the tables.</summary>
public sealed class MeasureTests
{
    private static readonly RejectionCriterion TwoSided5Percent = new(0.025, RejectionSides.Both);

    private readonly List<ReplicateRecord> _records = [];
    private readonly RunSummary _summary;

    public MeasureTests()
    {
        TrialDesign design = ThreeArmTrial.Trial.Design with
        {
            Looks = [ThreeArmTrial.Trial.Design.Looks[0]],
            Analyses =
            [
                new RestrictedMeanAnalysis(
                    "gain", 0, [0], 150, [0], [new Comparison(1, 0)], RestrictedMeanContrast.Difference, RestrictedMeanVariance.Greenwood, 0.95, TwoSided5Percent),
                new RestrictedMeanAnalysis(
                    "ratio", 0, [0], 150, [], [new Comparison(1, 0)], RestrictedMeanContrast.Ratio, RestrictedMeanVariance.Greenwood, 0.95, TwoSided5Percent),
                new GlobalLogRankAnalysis("any", 0, [0], Stratification.None, RankWeight.Constant, TwoSided5Percent),
                new TrendAnalysis("trend", 0, [0], [0, 1, 2], Stratification.None, RankWeight.Constant, TwoSided5Percent),
                new MedianFollowUpAnalysis("follow_up", 0, [0], [2], 0.95, IntervalTransform.Log),
            ],
        };
        Trial trial = ThreeArmTrial.Trial with { Design = design };
        RunAccumulator sum = new(trial, CurvePlan.None);
        Campaign.Run(trial, ThreeArmTrial.Seed, new ReplicateRange(1, 100), CurvePlan.None, 2, batch => sum.Add(batch, _records.Add), CancellationToken.None);
        _summary = sum.Summarise(new Manifest("measures", "", "1.0", "TrialSim.Kernel", 7, 1, 100, 100, ""), TrialForecast.Of(trial));
    }

    [Fact, Trait("Source", "ByHand")]
    public void RestrictedMeans_InTheTables_AreInMonthsWithTheirErrors()
    {
        ReplicateRecord arm = _records.First(record => record.Key.Measure == RowMeasure.RestrictedMean);
        ReplicateRecord difference = _records.First(record => record.Key.Measure == RowMeasure.RestrictedMeanDifference);
        ReplicateRecord ratio = _records.First(record => record.Key.Measure == RowMeasure.RestrictedMeanRatio);

        Assert.Equal(Cell.Of(arm.Row.Estimate / DaysPer.Month).ToString(), TextOf(arm, "estimate"));
        Assert.Equal(Cell.Of(arm.Row.StandardError / DaysPer.Month).ToString(), TextOf(arm, "standard_error"));
        Assert.Equal(("restricted_mean", "", ""), (TextOf(arm, "measure"), TextOf(arm, "z"), TextOf(arm, "rejected")));
        Assert.Equal(Cell.Of(difference.Row.Upper / DaysPer.Month).ToString(), TextOf(difference, "upper"));
        Assert.Equal(Cell.Of(difference.Row.Z).ToString(), TextOf(difference, "z"));
        Assert.Equal(Cell.Of(ratio.Row.Estimate).ToString(), TextOf(ratio, "estimate")); // A ratio has no unit.
        Assert.Equal(Cell.Of(ratio.Row.StandardError).ToString(), TextOf(ratio, "standard_error"));
    }

    [Fact, Trait("Source", "ByHand")]
    public void TestsOfAllArms_InTheTables_NameNoArmAndAChiSquareHasNoSign()
    {
        ReplicateRecord global = _records.First(record => record.Key.Measure == RowMeasure.GlobalLogRank);
        ReplicateRecord trend = _records.First(record => record.Key.Measure == RowMeasure.Trend);

        Assert.Equal(("", "", ""), (TextOf(global, "arm"), TextOf(global, "control"), TextOf(global, "z")));
        Assert.Equal(Cell.Of(global.Row.Estimate).ToString(), TextOf(global, "estimate"));
        Assert.Equal(("", ""), (TextOf(global, "standard_error"), TextOf(global, "lower")));
        Assert.Equal("60", TextOf(global, "patients"));
        Assert.Equal(Cell.Of(trend.Row.Z).ToString(), TextOf(trend, "z"));
        Assert.Equal("", TextOf(trend, "estimate"));
    }

    [Fact, Trait("Source", "Independent")]
    public void Summary_OfEachMeasure_IsItsMeanInItsUnit()
    {
        Assert.Equal(Mean("gain", RowMeasure.RestrictedMeanDifference) / DaysPer.Month, Find("gain", Measures.RestrictedMeanDifference).Value!.Value, 1e-9);
        Assert.Equal("months", Find("gain", Measures.RestrictedMeanDifference).Unit);
        Assert.Equal(Mean("gain", RowMeasure.RestrictedMean) / DaysPer.Month, Find("gain", Measures.RestrictedMean).Value!.Value, 1e-9);
        Assert.Equal(
            Math.Exp(_records.Where(record => record.Key.Measure == RowMeasure.RestrictedMeanRatio).Average(record => Math.Log(record.Row.Estimate))),
            Find("ratio", Measures.RestrictedMeanRatio).Value!.Value,
            1e-9);
        Assert.Equal(Mean("any", RowMeasure.GlobalLogRank), Find("any", Measures.ChiSquare).Value!.Value, 1e-9);
        Assert.Equal(_records.Count(record => record.Names.Analysis == "any" && record.Row.Verdict == Verdict.Rejected) / 100.0, Find("any", Measures.Power).Value);
        Assert.Equal("c", Find("follow_up", Measures.MedianFollowUp).Arm);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Summary_OfATestWithoutDirection_HasNoPowerForBenefit()
    {
        Assert.DoesNotContain(_summary.OperatingCharacteristics, row => row.Analysis == "any" && row.Measure == Measures.PowerForBenefit);
        Assert.Contains(_summary.OperatingCharacteristics, row => row.Analysis == "trend" && row.Measure == Measures.PowerForBenefit);
    }

    private static string TextOf(ReplicateRecord record, string column) => ReplicateColumns.All.Single(candidate => candidate.Name == column).Cell(record).ToString();

    private double Mean(string analysis, RowMeasure measure) => _records
        .Where(record => record.Names.Analysis == analysis && record.Key.Measure == measure && record.Row.Reason == Statistics.NotEstimable.None)
        .Average(record => record.Row.Estimate);

    private OperatingCharacteristic Find(string analysis, string measure) =>
        _summary.OperatingCharacteristics.Single(row => row.Analysis == analysis && row.Measure == measure);
}
