using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.Proportions;
using Xunit;

namespace TrialSim.Scenarios.Tests.Compilation;

/// <summary>Looks, bounds and decisions as the engine gets them.</summary>
public sealed class SequentialTests
{
    private const double Month = TrialSim.Model.Time.DaysPer.Month;

    private static readonly TrialDesign Adaptive = Reading.Trial(Texts.Adaptive).Design;

    [Fact, Trait("Source", "ByHand")]
    public void Looks_NewTriggers_Compile()
    {
        Assert.Equal(new PatientsFollowedUp(60, 3 * Month), Adaptive.Looks[0].When);

        // Half of 241 events is 120.5.
        EventsSeen half = Assert.IsType<EventsSeen>(Adaptive.Looks[2].When);
        Assert.Equal(121, half.Count);
        Assert.Equal([1, 0], half.Arms.ToArray());
        Assert.Equal(Month, Adaptive.Looks[2].DecidedAfterDays);
        Assert.Equal(0.0, Adaptive.Looks[3].DecidedAfterDays);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Sequential_HazardRatio_GivesSchoenfeldsDrift()
    {
        SequentialTest test = Adaptive.Testing.Sequential[0];

        Assert.Equal((0, RejectionSides.Benefit, StageCombination.InverseNormal), (test.Analysis, test.Sides, test.Combination));
        Assert.Equal([2, 3], test.Looks.ToArray());
        Assert.Equal([121.0, 241.0], test.PlannedInformation.ToArray());

        // −ln 0.7 · √(241 · 2/9): one patient of the low arm for two of the control.
        Assert.Equal(0.356675 * Math.Sqrt(241.0 * 2.0 / 9.0), test.Drift, 1e-5);

        // Z of a hazard ratio of 0.95 at 121 events.
        Assert.Equal(0.0512933 * Math.Sqrt(121.0 * 2.0 / 9.0), test.PlannedBounds().Futility[0], 1e-6);
    }

    // rpact 4.3.0, getDesignGroupSequential(typeOfDesign = "WT", deltaWT = 0.25, kMax = 3): V13.
    [Fact, Trait("Source", "AgainstR")]
    public void Sequential_Shape_IsFoundAtThePlanAndKept()
    {
        SequentialTest test = Assert.Single(Designed("{shape: 0.25}", "").Testing.Sequential);

        Assert.Equal([2.7411366, 2.3050119, 2.0828134], Rounded(test.PlannedBounds().Efficacy));
        Assert.Equal([2.7411366, 2.3050119, 2.0828134], Rounded(test.Plan.BoundsAt([0.3, 0.7, 1.1], test.Drift).Efficacy));
    }

    // V14: gsDesign() with k = 3, test.type 4, HSD −4 and −2; 1.06988320 times the information of one look at power 0.9.
    [Fact, Trait("Source", "AgainstR")]
    public void Sequential_GsDesignDefault_HasItsBoundsAndEffect()
    {
        SequentialTest test = Assert.Single(Designed("{spending: hwang_shih_decani, gamma: -4}", "futility: {spending: hwang_shih_decani, gamma: -2}").Testing.Sequential);

        Assert.Equal([3.0107395, 2.5465306, 1.9992264], Rounded(test.PlannedBounds().Efficacy), new Near(2e-7));
        Assert.Equal([-0.23872396, 0.94106735], test.PlannedBounds().Futility[..2], new Near(2e-6));
        Assert.Equal(Math.Sqrt(1.06988320) * (1.959963985 + 1.281551566), test.Drift, 1e-6);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Sequential_TwoSided_HasMirroredBoundsOfHalfAlpha()
    {
        string yaml = Texts.With(Text("{spending: obrien_fleming}", ""), "one_sided_alpha: 0.025", "two_sided_alpha: 0.05");

        SequentialTest test = Assert.Single(Reading.Trial(yaml).Design.Testing.Sequential);

        Assert.Equal(RejectionSides.Both, test.Sides);
        Assert.Equal([3.7103029, 2.5114275, 1.9930475], Rounded(test.PlannedBounds().Efficacy));
        Assert.Equal(test.PlannedBounds().Efficacy.Select(z => -z), test.PlannedBounds().Futility);
    }

    [Fact, Trait("Source", "ByHand")]
    public void TwoStage_HasTheSizesOfItsLooks()
    {
        TwoStageTest test = Assert.Single(Adaptive.Testing.TwoStage);

        Assert.Equal(new TwoStageTest(4, 0, 1, new SimonDesign(5, 60, 12, 100)), test);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decisions_OfEveryKind_Compile()
    {
        Decision harm = Named("harm");
        Assert.Equal([0], harm.Looks.ToArray());
        Assert.Equal(
            new DecisionCondition.FigureWithin(2, DecisionCondition.AnyArm, DecisionFigure.Estimate, new OpenRange(1.5, double.PositiveInfinity)), harm.If);
        Assert.Equal(new DecisionAction.StopTrial(StopReason.Harm), harm.Then);

        // At every look but the last.
        Decision shorter = Named("short");
        Assert.Equal([0, 1, 2], shorter.Looks.ToArray());
        Assert.Equal(
            [
                new DecisionCondition.FigureWithin(3, 1, DecisionFigure.Estimate, new OpenRange(double.NegativeInfinity, 6 * Month)),
                new DecisionCondition.Negated(new DecisionCondition.Taken(0)),
            ],
            Assert.IsType<DecisionCondition.Any>(shorter.If).Parts.AsEnumerable());
        Assert.Equal(new DecisionAction.StopAccrual(), shorter.Then);

        DecisionAction.DropArmsWithin weak = Assert.IsType<DecisionAction.DropArmsWithin>(Named("drop_weak").Then);
        Assert.Equal([0, 1], weak.Analyses.ToArray());
        Assert.Equal((DecisionFigure.Z, new OpenRange(double.NegativeInfinity, 0)), (weak.Figure, weak.Range));
        Assert.Equal([2], Assert.IsType<DecisionAction.DropArms>(Named("drop_high").Then).Arms.ToArray());
        Assert.Equal(new DecisionCondition.Futile(1), Named("drop_high").If);

        DecisionAction.KeepBestArms best = Assert.IsType<DecisionAction.KeepBestArms>(Named("pick").Then);
        Assert.Equal((1, DecisionFigure.Z, BetterDirection.Higher), (best.Count, best.Figure, best.Better));
        Assert.Equal(new DecisionAction.Reestimate(0, 3, 0.9, new OpenRange(0.3, 0.9), 400, EffectAssumption.Trend), Named("larger").Then);
        DecisionAction.EnrolOnly only = Assert.IsType<DecisionAction.EnrolOnly>(Named("enrich").Then);
        Assert.Equal((0, 0), (only.Covariate, Assert.Single(only.Levels)));
        Assert.Equal([1, 2, 0], Assert.IsType<DecisionAction.ChangeRatio>(Named("ratio").Then).Ratio.ToArray());
        Assert.Equal(DecisionFigure.ConditionalPowerOfPlan, Assert.IsType<DecisionCondition.FigureWithin>(Named("ratio").If).Figure);
        Assert.Equal(new DecisionAction.ReestimateBlinded(1, BlindedFigure.VarianceOfProportion, 0.21, 600, 900), Named("blinded").Then);
        Assert.Equal(900, Adaptive.MaxPatients);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Decisions_NotWritten_StopAtTheBoundsOfEachLookButTheLast()
    {
        TrialDesign design = Designed("{spending: pocock}", "futility: {z: [none, 0.5]}");

        Assert.Equal(["stop_for_efficacy", "stop_for_futility"], design.Decisions.Select(decision => decision.Name));
        Assert.All(design.Decisions, decision => Assert.Equal([0, 1], decision.Looks.ToArray()));
        Assert.Equal(new DecisionCondition.Rejected(0), design.Decisions[0].If);
        Assert.Equal(new DecisionAction.StopTrial(StopReason.Futility), design.Decisions[1].Then);
        Assert.Empty(Reading.Trial(Texts.With(Text("{spending: pocock}", ""), "  testing:", "  decisions: none\n  testing:")).Design.Decisions);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Reestimation_WithoutFixedWeights_IsWarnedOf() => Assert.Equal(
        ["38:13  design.decisions.larger: 'os_low' goes on for longer because of what it has shown, and its stages are not combined by fixed weights: the type I error is not held. "
            + "Write combination: inverse_normal for it."],
        Reading.Warnings(Texts.With(Texts.Adaptive, "combination: inverse_normal", "combination: all_data")).Where(text => text.Contains("larger", StringComparison.Ordinal)));

    [Theory, Trait("Source", "ByHand")]
    [InlineData("os_cox", 1)]
    [InlineData("os_low", 0)]
    public void StopForEfficacy_OfATestRepeatedWithoutBounds_IsWarnedOf(string analysis, int warnings)
    {
        string yaml = Texts.With(Texts.Adaptive, "late: {at: final, if: {rejected: os_low}", $"late: {{at: interim, if: {{any: [{{rejected: {analysis}}}]}}");

        string[] found = [.. Reading.Warnings(yaml).Where(text => text.Contains("its errors add up", StringComparison.Ordinal))];

        Assert.Equal(warnings, found.Length);
        Assert.All(found, text => Assert.EndsWith(
            "design.decisions.late: 'os_cox' is tested at each of safety, second, interim, final at all of its alpha, and its errors add up: the type I error is not held. "
                + "Name it in testing.sequential, or write at: with one look.",
            text));
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData("", 1)]
    [InlineData("    family: {method: bonferroni, analyses: [os_low, os_high]}\n", 0)]
    public void Selection_OfTestsThatShareNoAlpha_IsWarnedOf(string family, int warnings)
    {
        string yaml = Texts.With(Texts.With(Texts.Adaptive, "  decisions:", $"{family}  decisions:"), "    drop_weak: {at: [interim], then: {drop_arms: {analyses: [os_low, os_high], z_below: 0}}}\n", "");

        string[] found = [.. Reading.Warnings(yaml).Where(text => text.Contains("Arms go by what", StringComparison.Ordinal))];

        Assert.Equal(warnings, found.Length);
        Assert.All(found, text => Assert.EndsWith(
            "design.decisions.pick: Arms go by what os_low, os_high show, which are tested again later and share no alpha: the family-wise error is not held. "
            + "Write testing.family: {method: closed_test, analyses: [os_low, os_high]}, and combination: inverse_normal for each of them in testing.sequential.",
            text,
            StringComparison.Ordinal));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Selection_AsTheWarningAdvises_IsAcceptedWithoutAWarning()
    {
        const string selection = """
            trialsim: 1
            name: selection
            design:
              patients: 300
              arms: {control: {role: control}, low: {}, high: {}}
              endpoints: {os: {events: [death]}}
              looks:
                interim: {when: {events: {endpoint: os, count: 60}}}
                final: {when: {events: {endpoint: os, count: 120}}}
              analyses:
                os_low: {endpoint: os, method: log_rank, compare: [low, control]}
                os_high: {endpoint: os, method: log_rank, compare: [high, control]}
              testing: {one_sided_alpha: 0.025}
              decisions: {pick: {at: interim, then: {keep_best: {analyses: [os_low, os_high]}}}}
            truth:
              accrual: {rate: {per_month: 20}}
              events: {death: {hazard: {median: 12mo}}}
            """;
        string advised = Texts.With(
            selection,
            "one_sided_alpha: 0.025",
            "one_sided_alpha: 0.025, family: {method: closed_test, analyses: [os_low, os_high]}, sequential: {os_low: {combination: inverse_normal, information: [40, 80]}, os_high: {combination: inverse_normal, information: [40, 80]}}");

        Assert.Contains(Reading.Warnings(selection), text => text.Contains("Arms go by what", StringComparison.Ordinal));
        Assert.Empty(Reading.Warnings(advised));
    }

    [Fact, Trait("Source", "ByHand")]
    public void Look_DecidedUponAfterTheNext_IsWarnedOf()
    {
        string yaml = Texts.With(
            Texts.TwoArms,
            "final: {when: {follow_up_of_last_patient: 24mo}}",
            "early: {when: {trial_time: 30mo}, decided_after: 3mo}\n    late: {when: {trial_time: 32mo}}");

        Assert.Equal(
            ["11:54  design.looks.early.decided_after: 'late' takes place before it is decided upon 'early', 3mo after the cut. Write a shorter time, or a later look."],
            Reading.Warnings(yaml));
    }

    private static Decision Named(string name) => Adaptive.Decisions.Single(decision => decision.Name == name);

    private static TrialDesign Designed(string efficacy, string futility) => Reading.Trial(Text(efficacy, futility)).Design;

    private static string Text(string efficacy, string futility) => Texts.With(
        Texts.With(
            Texts.TwoArms,
            "final: {when: {follow_up_of_last_patient: 24mo}}",
            "first: {when: {events: {endpoint: os, count: 30}}}\n    second: {when: {events: {endpoint: os, count: 60}}}\n    final: {when: {events: {endpoint: os, count: 90}}}"),
        "truth:",
        $"  testing:\n    one_sided_alpha: 0.025\n    sequential:\n      os_test:\n        efficacy: {efficacy}\n        {futility}\ntruth:");

    private static double[] Rounded(double[] values) => [.. values.Select(value => Math.Round(value, 7))];

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double value) => 0;
    }
}
