using TrialSim.Model;
using TrialSim.Model.Design;
using TrialSim.Model.Time;
using TrialSim.Statistics.Survival;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

public sealed class DesignTests
{
    private const double Month = DaysPer.Month;

    private static readonly TrialDesign ThreeArms = Reading.Trial(Texts.ThreeArms).Design;

    [Fact, Trait("Source", "ByHand")]
    public void Trial_OfThreeArms_HasItsNamesAndRun()
    {
        Trial trial = Reading.Trial(Texts.ThreeArms);

        Assert.Equal("three-arms", trial.Name);
        Assert.Equal("Which arm should be kept? 100 %: \"all\"", trial.Description);
        Assert.Equal(new RunPlan(7, 500), trial.Run);
        Assert.Equal(450, trial.Design.Patients);
        Assert.Equal(
            [new Arm("tace", ArmRole.Control), new Arm("tace_rfa", ArmRole.Experimental), new Arm("tace_sorafenib", ArmRole.Experimental)],
            trial.Design.Arms.ToArray());
        Assert.Equal(60 * Month, trial.Design.MaxFollowUpDays);
        Assert.Equal(Meetings.EventCount, trial.Meetings);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Endpoints_OfSharedEvents_HaveTheirIndices()
    {
        Assert.Equal("os", ThreeArms.Endpoints[0].Name);
        Assert.Equal([1], ((TimeToEventEndpoint)ThreeArms.Endpoints[0]).Events.ToArray());
        Assert.Equal("pfs", ThreeArms.Endpoints[1].Name);
        Assert.Equal([0, 1], ((TimeToEventEndpoint)ThreeArms.Endpoints[1]).Events.ToArray());
    }

    [Fact, Trait("Source", "ByHand")]
    public void Allocation_PermutedBlock_HasRatioSizesAndStrata()
    {
        AssertAllocation(ThreeArms.Allocation, AllocationMethod.PermutedBlock, [1, 1, 1], [3, 6]);
        Assert.Equal([new StratificationFactor(0, 2)], ThreeArms.Allocation.Strata.Factors.ToArray());
    }

    // Default: blocks of twice the sum of the ratio.
    [Theory, Trait("Source", "ByHand")]
    [InlineData("{}", AllocationMethod.PermutedBlock, new[] { 1, 1 }, new[] { 4 })]
    [InlineData("{ratio: {treated: 2, control: 1}}", AllocationMethod.PermutedBlock, new[] { 1, 2 }, new[] { 6 })]
    [InlineData("{method: simple}", AllocationMethod.Simple, new[] { 1, 1 }, new int[0])]
    [InlineData("{method: simple, ratio: {treated: 2, control: 1}}", AllocationMethod.Simple, new[] { 1, 2 }, new int[0])]
    [InlineData("{method: fixed_sizes, sizes: {treated: 53, control: 54}}", AllocationMethod.FixedSizes, new[] { 54, 53 }, new int[0])]
    public void Allocation_EachMethod_HasItsFiguresInTheOrderOfTheArms(string written, AllocationMethod method, int[] ratio, int[] blocks)
    {
        Allocation allocation = Reading.Trial(Texts.With(Texts.TwoArms, "  endpoints:", $"  allocation: {written}\n  endpoints:")).Design.Allocation;

        AssertAllocation(allocation, method, ratio, blocks);
        Assert.Equal(1, allocation.Strata.StratumCount);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Looks_OfEveryTrigger_Compile()
    {
        AnyTrigger interim = Assert.IsType<AnyTrigger>(ThreeArms.Looks[0].When);
        Assert.Equal([new TrialTimeReached(new TrialDay(51 * Month)), new PatientsRandomised(200)], interim.Parts.ToArray());
        AllTriggers final = Assert.IsType<AllTriggers>(ThreeArms.Looks[1].When);
        EventsSeen events = Assert.IsType<EventsSeen>(final.Parts[0]);
        Assert.Equal((0, 247), (events.Endpoint, events.Count));
        Assert.Equal([0, 1], events.Arms.ToArray());
        Assert.Equal(new LastPatientFollowedUp(24 * Month), final.Parts[1]);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Analyses_OfEveryMethod_Compile()
    {
        LogRankAnalysis logRank = Assert.IsType<LogRankAnalysis>(ThreeArms.Analyses[0]);
        Assert.Equal(("os_rfa", 0, new Comparison(1, 0)), (logRank.Name, logRank.Endpoint, logRank.Compare));
        Assert.Equal([1], logRank.Looks.ToArray());
        Assert.Equal([new StratificationFactor(0, 2)], logRank.Strata.Factors.ToArray());

        CoxAnalysis cox = Assert.IsType<CoxAnalysis>(ThreeArms.Analyses[1]);
        Assert.Equal(("os_sor", 0, new Comparison(2, 0), 0.9), (cox.Name, cox.Endpoint, cox.Compare, cox.ConfidenceLevel));
        Assert.Equal([1], cox.Looks.ToArray());
        Assert.Empty(cox.Strata.Factors);

        KaplanMeierMedianAnalysis median = Assert.IsType<KaplanMeierMedianAnalysis>(ThreeArms.Analyses[2]);
        Assert.Equal((0, 0.95, IntervalTransform.LogLog), (median.Endpoint, median.ConfidenceLevel, median.Transform));
        Assert.Equal([0], median.Arms.ToArray());

        MilestoneAnalysis milestone = Assert.IsType<MilestoneAnalysis>(ThreeArms.Analyses[3]);
        Assert.Equal((1, 12 * Month, IntervalTransform.Plain), (milestone.Endpoint, milestone.Day, milestone.Transform));
        Assert.Equal([0, 1, 2], milestone.Arms.ToArray());
        Assert.Equal([new Comparison(1, 0)], milestone.Compare.ToArray());
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("{rho: 0.5}", 0.5, 0)]
    [InlineData("{rho: 0, gamma: 1}", 0, 1)]
    public void Weight_FlemingHarrington_Compiles(string written, double rho, double gamma) =>
        Assert.Equal(RankWeight.FlemingHarrington(rho, gamma), Weighted(written).Weight);

    [Fact, Trait("Source", "ByHand")]
    public void Weight_Modest_Compiles()
    {
        Assert.Equal(RankWeight.ModestByDelay(4 * Month, double.PositiveInfinity), Weighted("{delay: 4mo}").Weight);
        Assert.Equal(RankWeight.ModestByDelay(6 * Month, 2), Weighted("{delay: 6mo, max_weight: 2}").Weight);
        Assert.Equal(RankWeight.ModestByDelay(6 * Month, double.PositiveInfinity), Weighted("{delay: 6mo, max_weight: none}").Weight);
        Assert.Equal(RankWeight.Constant, Weighted("{rho: 0}").Weight);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Analyses_OfLateAndAllArmMethods_Compile()
    {
        MaxComboAnalysis combo = Assert.IsType<MaxComboAnalysis>(Only("{endpoint: os, method: max_combo, weights: [{gamma: 1}, {delay: 4mo}]}"));
        Assert.Equal([RankWeight.FlemingHarrington(0, 1), RankWeight.ModestByDelay(4 * Month, double.PositiveInfinity)], combo.Weights.ToArray());
        Assert.Equal(new Comparison(1, 0), combo.Compare);
        Assert.Equal(4, Assert.IsType<MaxComboAnalysis>(Only("{endpoint: os, method: max_combo}")).Weights.Length);

        RestrictedMeanAnalysis mean = Assert.IsType<RestrictedMeanAnalysis>(
            Only("{endpoint: os, method: rmst, horizon: 18mo, compare: [treated, control], contrast: ratio, variance: bias_corrected, arms: control}"));
        Assert.Equal(
            (18 * Month, RestrictedMeanContrast.Ratio, RestrictedMeanVariance.BiasCorrected, 0.95),
            (mean.HorizonDays, mean.Contrast, mean.Variance, mean.ConfidenceLevel));
        Assert.Equal([0], mean.Arms.ToArray());
        Assert.Equal([new Comparison(1, 0)], mean.Compare.ToArray());

        MilestoneAnalysis milestone = Assert.IsType<MilestoneAnalysis>(Only("{endpoint: os, method: milestone, time: 12mo, compare: [treated, control], test: log_log}"));
        Assert.Equal(MilestoneTest.LogLog, milestone.Test);

        TrendAnalysis trend = Assert.IsType<TrendAnalysis>(Only("{endpoint: os, method: log_rank_trend, scores: {treated: 2.5, control: 0}, weight: {rho: 1}}"));
        Assert.Equal([0, 2.5], trend.Scores.ToArray());
        Assert.Equal(RankWeight.FlemingHarrington(1, 0), trend.Weight);
        Assert.Equal(RejectionSides.Both, Assert.IsType<GlobalLogRankAnalysis>(Only("{endpoint: os, method: global_log_rank}")).Criterion.Sides);
        Assert.Equal([0, 1], Assert.IsType<MedianFollowUpAnalysis>(Only("{endpoint: os, method: median_follow_up}")).Arms.ToArray());
    }

    // Critical values of the standard normal distribution: 1.959964 at 0.025, 1.644854 at 0.05, 2.241403 at 0.0125 (Bonferroni of two).
    [Theory, Trait("Source", "Theory")]
    [InlineData("{}", 0.025, RejectionSides.Both, 1.959964)]
    [InlineData("{two_sided_alpha: 0.1}", 0.05, RejectionSides.Both, 1.644854)]
    [InlineData("{one_sided_alpha: 0.025}", 0.025, RejectionSides.Benefit, 1.959964)]
    [InlineData("{one_sided_alpha: 0.025, family: none}", 0.025, RejectionSides.Benefit, 1.959964)]
    [InlineData("{family: {method: bonferroni, analyses: [os_test, os_hr]}}", 0.0125, RejectionSides.Both, 2.241403)]
    public void Testing_EachForm_GivesAlphaSidesAndCriticalValue(string written, double oneSided, RejectionSides sides, double criticalZ)
    {
        string yaml = Texts.With(
            Texts.TwoArms,
            "    os_test: {endpoint: os, method: log_rank}",
            $"    os_test: {{endpoint: os, method: log_rank}}\n    os_hr: {{endpoint: os, method: cox}}\n  testing: {written}");

        RejectionCriterion criterion = Assert.IsType<LogRankAnalysis>(Reading.Trial(yaml).Design.Analyses[0]).Criterion;

        Assert.Equal((oneSided, sides), (criterion.OneSidedAlpha, criterion.Sides));
        Assert.Equal(criticalZ, criterion.CriticalZ, 6);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Testing_FamilyOfOthers_LeavesThisAnalysisItsAlpha()
    {
        MilestoneAnalysis outside = Assert.IsType<MilestoneAnalysis>(ThreeArms.Analyses[3]);
        LogRankAnalysis inside = Assert.IsType<LogRankAnalysis>(ThreeArms.Analyses[0]);

        Assert.Equal(0.025, outside.Criterion.OneSidedAlpha);
        Assert.Equal(0.0125, inside.Criterion.OneSidedAlpha);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Design_OfOneArm_IsAllowed()
    {
        Trial trial = Reading.Trial(
            """
            trialsim: 1
            name: one-arm
            design:
              patients: 55
              arms: {tace: {}}
              endpoints:
                os: {events: [death]}
              looks:
                final: {when: {trial_time: P3Y}}
              analyses:
                os_median: {endpoint: os, method: kaplan_meier_median}
            truth:
              accrual: {duration: 1y}
              events:
                death: {hazard: {median: 10.8mo}}
            """);

        Assert.Equal([0], Assert.IsType<KaplanMeierMedianAnalysis>(trial.Design.Analyses[0]).Arms.ToArray());
        Assert.Equal(new TrialTimeReached(new TrialDay(3 * 365.25)), trial.Design.Looks[0].When);
        Assert.Equal(Meetings.None, trial.Meetings);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("4h", 4.0 / 24.0)]
    [InlineData("42d", 42.0)]
    [InlineData("6w", 42.0)]
    [InlineData("18mo", 547.875)]
    [InlineData("1.5y", 547.875)]
    [InlineData("P6W", 42.0)]
    [InlineData("P18M", 547.875)]
    [InlineData("P1Y", 365.25)]
    [InlineData("P1Y2M3W4DT12H", 365.25 + 60.875 + 21.0 + 4.5)]
    [InlineData("PT36H", 1.5)]
    [InlineData("P0.5Y", 182.625)]
    public void Duration_EachUnit_HasItsDays(string written, double days)
    {
        Trial trial = Reading.Trial(Texts.With(Texts.TwoArms, "{follow_up_of_last_patient: 24mo}", $"{{follow_up_of_last_patient: {written}}}"));

        Assert.Equal(days, Assert.IsType<LastPatientFollowedUp>(trial.Design.Looks[0].When).Days, 12);
    }

    private static void AssertAllocation(Allocation allocation, AllocationMethod method, int[] ratio, int[] blocks)
    {
        Assert.Equal(method, allocation.Method);
        Assert.Equal(ratio, allocation.Ratio.ToArray());
        Assert.Equal(blocks, allocation.BlockSizes.ToArray());
    }

    private static LogRankAnalysis Weighted(string weight) =>
        Assert.IsType<LogRankAnalysis>(Only($"{{endpoint: os, method: log_rank, weight: {weight}}}"));

    private static Analysis Only(string analysis) =>
        Assert.Single(Reading.Trial(Texts.With(Texts.TwoArms, "{endpoint: os, method: log_rank}", analysis)).Design.Analyses);
}
