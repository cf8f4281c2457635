using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Survival;

public sealed class AllocationTests
{
    private readonly ReferenceData _data = new("lung");
    private readonly SurvivalOrder _order = new(300);
    private readonly RiskRow[] _risk = new RiskRow[300];
    private readonly KaplanMeierRow[] _steps = new KaplanMeierRow[300];
    private readonly int[] _ends = new int[8];
    private double _sink;

    [Fact, Trait("Source", "Theory")]
    public void Sort_CallersBuffers_AllocatesNothing() => AssertAllocatesNothing(() => _sink += Sorted().Days[0]);

    [Fact, Trait("Source", "Theory")]
    public void LogRank_CallersBuffers_AllocatesNothing() =>
        AssertAllocatesNothing(() => _sink += LogRank.Test(_risk.AsSpan(0, RiskTable.Fill(Sorted(), 0, 1, _risk))).TwoSidedPValue);

    [Fact, Trait("Source", "Theory")]
    public void LogRank_Stratified_AllocatesNothing() =>
        AssertAllocatesNothing(() => _sink += LogRank.Test(_risk.AsSpan(0, RiskTable.FillStratified(Sorted(), 0, 1, _risk, _ends))).Z);

    [Fact, Trait("Source", "Theory")]
    public void KaplanMeierMedian_CallersBuffers_AllocatesNothing() =>
        AssertAllocatesNothing(() => _sink += KaplanMeier.Fill(Sorted(), 1, _steps).Median(0.95, IntervalTransform.LogLog).Days);

    [Fact, Trait("Source", "Theory")]
    public void Cox_CallersBuffers_AllocatesNothing() =>
        AssertAllocatesNothing(
            () => _sink += CoxRegression.Fit(_risk.AsSpan(0, RiskTable.Fill(Sorted(), 0, 1, _risk))).HazardRatioInterval(0.95).Upper);

    [Fact, Trait("Source", "Theory")]
    public void WeightedLogRank_CallersBuffers_AllocatesNothing() =>
        AssertAllocatesNothing(
            () => _sink += WeightedLogRank.Test(
                _risk.AsSpan(0, RiskTable.Fill(Sorted(), 0, 1, _risk)), RankWeight.FlemingHarrington(0.0, 0.5)).Z);

    [Fact, Trait("Source", "Theory")]
    public void MaxCombo_OnTheStack_AllocatesNothing()
    {
        RankWeight[] weights =
        [
            RankWeight.Constant, RankWeight.FlemingHarrington(0, 1), RankWeight.FlemingHarrington(1, 0), RankWeight.FlemingHarrington(1, 1),
        ];
        AssertAllocatesNothing(
            () =>
            {
                int count = RiskTable.Fill(Sorted(), 0, 1, _risk);
                _ends[0] = count;
                _sink += MaxCombo.Largest(_risk.AsSpan(0, count), _ends.AsSpan(0, 1), weights).PValue;
                _sink += MaxCombo.Farthest(_risk.AsSpan(0, count), _ends.AsSpan(0, 1), weights).PValue;
            });
    }

    [Fact, Trait("Source", "Theory")]
    public void RestrictedMean_CallersBuffers_AllocatesNothing() =>
        AssertAllocatesNothing(
            () => _sink += RestrictedMean.Of(KaplanMeier.Fill(Sorted(), 1, _steps), 500.0, RestrictedMeanVariance.BiasCorrected).Mean);

    [Fact, Trait("Source", "Theory")]
    public void CoxProfileInterval_CallersBuffers_AllocatesNothing() =>
        AssertAllocatesNothing(
            () => _sink += CoxRegression.ProfileInterval(
                _risk.AsSpan(0, RiskTable.Fill(Sorted(), 0, 1, _risk)), TieHandling.Efron, 0.95).Upper);

    private SurvivalSample Sorted() => _order.Sort(new SurvivalSample(_data.Days, _data.HasEvent, _data.Arm, _data.Stratum));

    private void AssertAllocatesNothing(Action analysis)
    {
        Assert.Equal(0, AllocatedBytes.LeastOf(() =>
        {
            for (int time = 0; time < 100; time++)
            {
                analysis();
            }
        }));
        Assert.True(double.IsFinite(_sink));
    }
}
