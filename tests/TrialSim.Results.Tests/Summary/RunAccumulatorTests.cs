using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Forecasts;
using TrialSim.Model.Time;
using TrialSim.Results.Summary;
using TrialSim.Results.Tables;
using TrialSim.Statistics;

namespace TrialSim.Results.Tests.Summary;

public sealed class RunAccumulatorTests
{
    private readonly RunSummary _summary;
    private readonly List<ReplicateRecord> _records = [];

    public RunAccumulatorTests()
    {
        CurvePlan curves = CurvePlanner.Plan(ThreeArmTrial.Trial, ThreeArmTrial.Seed) with { LastReplicate = 50 };
        RunAccumulator sum = new(ThreeArmTrial.Trial, curves);
        Campaign.Run(
            ThreeArmTrial.Trial, ThreeArmTrial.Seed, new ReplicateRange(1, 200), curves, 2, batch => sum.Add(batch, _records.Add), CancellationToken.None);
        _summary = sum.Summarise(new Manifest("three-arm", "", "1.0", "TrialSim.Kernel", 7, 1, 200, 200, ""), TrialForecast.Of(ThreeArmTrial.Trial));
    }

    [Fact, Trait("Source", "Property")]
    public void Summarise_OneReplicate_HasMeansWithoutErrors()
    {
        CurvePlan curves = CurvePlanner.Plan(ThreeArmTrial.Trial, ThreeArmTrial.Seed);
        RunAccumulator sum = new(ThreeArmTrial.Trial, curves);
        Campaign.Run(ThreeArmTrial.Trial, ThreeArmTrial.Seed, new ReplicateRange(1, 1), curves, 1, batch => sum.Add(batch, _ => { }), CancellationToken.None);
        OperatingCharacteristic[] means =
        [
            .. sum.Summarise(new Manifest("three-arm", "", "1.0", "TrialSim.Kernel", 7, 1, 1, 1, ""), TrialForecast.Of(ThreeArmTrial.Trial)).OperatingCharacteristics
                .Where(row => row.Unit is not "probability" && row.Value is not null),
        ];

        Assert.Contains(means, row => row.Measure == Measures.HazardRatio);
        Assert.All(means, row => Assert.Equal((null, null, null, 1), (row.MonteCarloStandardError, row.Lower, row.Upper, row.Replicates)));
    }

    [Fact, Trait("Source", "Independent")]
    public void Summarise_Power_IsTheShareOfRejections()
    {
        int rejected = _records.Count(record => record.Names.Analysis == "test" && record.Names.Look == "final" && record.Row.Verdict == Verdict.Rejected);
        OperatingCharacteristic power = Find("final", "test", Measures.Power);

        Assert.Equal(rejected / 200.0, power.Value!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(rejected / 200.0 * (1 - (rejected / 200.0)) / 200), power.MonteCarloStandardError!.Value, 1e-12);
        Assert.Equal(200, power.Replicates);
        Assert.Equal("b v a", power.Arm);
    }

    [Fact, Trait("Source", "Independent")]
    public void Summarise_LookSeldomReached_CountsAsNotRejected()
    {
        ReplicateRecord[] seldom = [.. _records.Where(record => record.Names.Look == "seldom" && record.Names.Analysis == "test")];
        int reached = seldom.Count(record => record.IsReached);
        Assert.InRange(reached, 1, 199);

        Assert.Equal(reached / 200.0, Find("seldom", "", Measures.LookReached).Value!.Value, 1e-12);
        OperatingCharacteristic power = Find("seldom", "test", Measures.Power);
        Assert.Equal(200, power.Replicates);
        Assert.Equal(200 - reached, power.NotEstimable);
        Assert.Equal(
            seldom.Where(record => record.IsReached).Average(record => record.LookDay.Value) / DaysPer.Month,
            Find("seldom", "", Measures.LookTime).Value!.Value,
            1e-9);
    }

    [Fact, Trait("Source", "Independent")]
    public void Summarise_HazardRatio_IsTheGeometricMean()
    {
        double expected = Math.Exp(_records.Where(record => record.Key.Measure == RowMeasure.HazardRatio).Average(record => Math.Log(record.Row.Estimate)));

        Assert.Equal(expected, Find("final", "hr", Measures.HazardRatio).Value!.Value, 1e-12);
    }

    [Fact, Trait("Source", "Independent")]
    public void Summarise_Median_IsInMonths()
    {
        ReplicateRecord[] medians = [.. _records.Where(record => record.Key.Measure == RowMeasure.Median && record.Names.Arm == "b" && record.Row.Estimate > 0)];
        OperatingCharacteristic median = _summary.OperatingCharacteristics.Single(row => row.Measure == Measures.MedianSurvival && row.Arm == "b");

        Assert.Equal(medians.Average(record => record.Row.Estimate) / DaysPer.Month, median.Value!.Value, 1e-9);
        Assert.Equal(200 - medians.Length, median.NotEstimable);
    }

    [Fact, Trait("Source", "Independent")]
    public void Summarise_MedianQuantiles_AreOrderStatisticsWithUnreachedOnesLast()
    {
        double[] medians =
        [
            .. _records.Where(record => record.Key.Measure == RowMeasure.Median && record.Names.Arm == "b")
                .Select(record => record.Row.Reason == NotEstimable.NotReached ? double.PositiveInfinity : record.Row.Estimate / DaysPer.Month)
                .Order(),
        ];
        OperatingCharacteristic QuantileOf(double probability) => _summary.OperatingCharacteristics
            .Single(row => row.Arm == "b" && row.Measure == Measures.QuantileOf(Measures.MedianSurvival, probability));

        // 2.5 % of 200 is the 5th, half the 100th, 97.5 % the 195th.
        Assert.Equal(200, medians.Length);
        Assert.Equal(medians[4], QuantileOf(0.025).Value!.Value, 1e-12);
        Assert.Equal(medians[99], QuantileOf(0.5).Value!.Value, 1e-12);
        Assert.Equal(double.IsPositiveInfinity(medians[194]) ? null : medians[194], QuantileOf(0.975).Value);
        // 100 ± 1.96 √(200/4) = 86.1 and 113.9: the 87th and the 114th.
        Assert.Equal(medians[86], QuantileOf(0.5).Lower!.Value, 1e-12);
        Assert.Equal(medians[113], QuantileOf(0.5).Upper!.Value, 1e-12);
        Assert.Equal("median_q025", Measures.QuantileOf(Measures.MedianSurvival, 0.025));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Summarise_Curves_StartAtOneWithEverybodyAtRisk()
    {
        Assert.Equal(50, _summary.CurveReplicates);
        CurvePoint[] first = [.. _summary.Curves.Where(point => point.Months == 0)];
        Assert.Equal(["final a", "final b", "final c", "seldom a", "seldom b", "seldom c"], first.Select(point => $"{point.Look} {point.Arm}"));
        Assert.All(first, point =>
        {
            Assert.Equal(1.0, point.Survival);
            Assert.Equal(20.0, point.AtRisk);
        });
        Assert.All(first[..3], point => Assert.Equal(50, point.Replicates));
        Assert.All(first[3..], point => Assert.InRange(point.Replicates, 1, 49));
        Assert.All(_summary.Curves, point => Assert.True(point.Lower <= point.Survival && point.Survival <= point.Upper));
    }

    // All of an arm dead is a curve that is known to be 0, not one that has ended.
    [Fact, Trait("Source", "Regression")]
    public void Summarise_CurvesThatComeDownToZero_StayInTheMean()
    {
        Trial trial = ThreeArmTrial.Trial with
        {
            Design = ThreeArmTrial.Trial.Design with { MaxFollowUpDays = double.PositiveInfinity, Looks = [new Look("late", new LastPatientFollowedUp(20_000))] },
        };
        trial = trial with { Design = trial.Design with { Analyses = [ThreeArmTrial.Trial.Design.Analyses[0] with { Looks = [0] }] } };
        CurvePlan curves = CurvePlanner.Plan(trial, ThreeArmTrial.Seed) with { LastReplicate = 50 };
        RunAccumulator sum = new(trial, curves);
        Campaign.Run(trial, ThreeArmTrial.Seed, new ReplicateRange(1, 50), curves, 1, batch => sum.Add(batch, _ => { }), CancellationToken.None);
        RunSummary summary = sum.Summarise(_summary.Manifest, TrialForecast.Of(trial));

        CurvePoint last = summary.Curves.Last(point => point.Arm == "a");
        Assert.Equal(50, last.Replicates);
        Assert.InRange(last.Survival, 0.0, 0.02);
        CurvePoint[] curve = [.. summary.Curves.Where(point => point.Arm == "a")];
        Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.Second.Survival <= pair.First.Survival));
    }

    private OperatingCharacteristic Find(string look, string analysis, string measure) =>
        _summary.OperatingCharacteristics.Single(row => row.Look == look && row.Analysis == analysis && row.Measure == measure);
}
