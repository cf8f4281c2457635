using System.Collections.Immutable;
using TrialSim.Engine.Testing;
using TrialSim.Engine.Tests.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;
using TrialSim.Statistics.Multiplicity;
using TrialSim.Statistics.Probability;

namespace TrialSim.Engine.Tests.Testing;

/// <summary>What families reject at one look, against the adjusted p-values of the library, on many random sets of p-values.</summary>
public sealed class FamilyRuleTests
{
    private const double Alpha = 0.025;
    private const int Sets = 1000;

    [Theory, Trait("Source", "Property")]
    [InlineData(2)]
    [InlineData(4)]
    public void Holm_AnyPValues_RejectsWhatTheAdjustedOnesDo(int tests) =>
        AssertRejects(new GraphRule(new TestFamily.Graph(Members(tests), Alpha, GatekeepingGraph.Holm(tests)), new SequentialCourse?[tests]), tests, static (p, adjusted) => AdjustedPValues.FillHolm(p, adjusted));

    [Theory, Trait("Source", "Property")]
    [InlineData(2)]
    [InlineData(4)]
    public void Hochberg_AnyPValues_RejectsWhatTheAdjustedOnesDo(int tests) =>
        AssertRejects(new HochbergRule(new TestFamily.Hochberg(Members(tests), Alpha)), tests, static (p, adjusted) => AdjustedPValues.FillHochberg(p, adjusted));

    [Fact, Trait("Source", "Property")]
    public void FixedSequence_AnyPValues_RejectsWhatTheAdjustedOnesDo() =>
        AssertRejects(
            new GraphRule(new TestFamily.Graph(Members(3), Alpha, GatekeepingGraph.FixedSequence(3)), new SequentialCourse?[3]),
            3,
            static (p, adjusted) => AdjustedPValues.FillFixedSequence(p, adjusted));

    [Fact, Trait("Source", "Property")]
    public void Graph_AnyPValues_RejectsWhatTheAdjustedOnesDo()
    {
        GatekeepingGraph graph = new([0.6, 0.4, 0.0, 0.0], [[0, 0.5, 0.5, 0], [0.25, 0, 0, 0.75], [0, 1, 0, 0], [1, 0, 0, 0]]);

        AssertRejects(new GraphRule(new TestFamily.Graph(Members(4), Alpha, graph), new SequentialCourse?[4]), 4, (p, adjusted) => graph.FillAdjusted(p, adjusted));
    }

    // A closed test of Dunnett's tests at one look is the step-down test of Dunnett.
    [Fact, Trait("Source", "Theory")]
    public void ClosedTest_AtOneLook_IsDunnettsStepDown()
    {
        Dunnett family = new(2.0, [1.0, 1.0, 3.0]);
        ImmutableArray<double> loadings = [IntersectionTest.LoadingOf(2, 1), IntersectionTest.LoadingOf(2, 1), IntersectionTest.LoadingOf(2, 3)];

        AssertRejects(
            new ClosedRule(new TestFamily.Closed(Members(3), Alpha, IntersectionMethod.Dunnett, loadings), new SequentialCourse?[3]),
            3,
            (p, adjusted) => family.FillStepDownAdjusted(p.ToArray().Select(value => -Normal.Quantile(value)).ToArray(), adjusted));
    }

    // Bonferroni's closed test is Holm's; that of Simes is Hommel's, which rejects at least what Hochberg's does.
    [Fact, Trait("Source", "Theory")]
    public void ClosedTest_OfBonferroni_IsHolms() =>
        AssertRejects(
            new ClosedRule(new TestFamily.Closed(Members(4), Alpha, IntersectionMethod.Bonferroni, [0.7, 0.7, 0.7, 0.7]), new SequentialCourse?[4]),
            4,
            static (p, adjusted) => AdjustedPValues.FillHolm(p, adjusted));

    [Fact, Trait("Source", "Theory")]
    public void ClosedTest_OfSimes_IsNoWeakerThanHochberg()
    {
        ClosedRule simes = new(new TestFamily.Closed(Members(4), Alpha, IntersectionMethod.Simes, [0.7, 0.7, 0.7, 0.7]), new SequentialCourse?[4]);
        HochbergRule hochberg = new(new TestFamily.Hochberg(Members(4), Alpha));
        int more = 0;
        foreach (double[] pValues in PValues(4))
        {
            bool[] strong = Judge(simes, pValues);
            bool[] weak = Judge(hochberg, pValues);
            Assert.DoesNotContain(true, weak.Zip(strong, (one, other) => one && !other));
            more += strong.SequenceEqual(weak) ? 0 : 1;
        }

        Assert.True(more > 0);
    }

    [Theory, Trait("Source", "ByHand")]
    [InlineData(true, 2.5, true, 2.1, true)]
    [InlineData(true, 2.5, false, 1.9, false)]
    [InlineData(true, 2.5, true, -2.1, false)]
    public void CoPrimary_AllForBenefit_OrNone(bool first, double firstZ, bool second, double secondZ, bool expected)
    {
        CoPrimaryRule rule = new(new TestFamily.CoPrimary(Members(2), Alpha), new SequentialCourse?[2]);
        bool[] rejected = new bool[2];

        rule.Judge([new MemberResult(true, first, 0.01, firstZ), new MemberResult(true, second, 0.01, secondZ)], rejected);

        Assert.Equal([expected, expected], rejected);
    }

    // What a look does not do is not rejected, and a rejection of an earlier look has passed its alpha on: 0.02 is too much for half of 0.025, and little enough for all of it.
    [Fact, Trait("Source", "ByHand")]
    public void Graph_AfterARejectionAtAnEarlierLook_TestsAtTheShareOfNow()
    {
        GraphRule rule = new(new TestFamily.Graph(Members(2), Alpha, GatekeepingGraph.Holm(2)), new SequentialCourse?[2]);
        bool[] rejected = new bool[2];

        rule.Judge([new MemberResult(true, true, 0.01, 2.3), new MemberResult(false, false, 0, 0)], rejected);
        Assert.Equal([true, false], rejected);
        rule.Judge([new MemberResult(false, false, 0, 0), new MemberResult(true, true, 0.02, 2.1)], rejected);
        Assert.Equal([true, true], rejected);
    }

    // Half the information at the first look, where futility is a Z below 1. Of (.9, 1.2) the intersection by Bonferroni has p = 2·.115, Z = .74: it is given up, and so are both members,
    // though the second alone goes on. Of (.9, 1.8) it has p = 2·.036, Z = 1.46, and only the first, alone below 1, is given up.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(FutilityRule.Binding, 0.9, 1.2, false, false)]
    [InlineData(FutilityRule.Binding, 0.9, 1.8, false, true)]
    [InlineData(FutilityRule.Binding, 1.7, 1.8, true, true)]
    [InlineData(FutilityRule.NonBinding, 0.9, 1.2, true, true)]
    public void ClosedTest_PastABindingFutilityBound_RejectsNoMore(FutilityRule futility, double first, double second, bool rejectsFirst, bool rejectsSecond)
    {
        SequentialTest test = DecidedTrial.OBrienFleming(StageCombination.InverseNormal);
        test = test with { Plan = test.Plan with { Futility = FutilityPlan.OnZ([1.0]), Rule = futility } };
        SequentialCourse[] courses = [new(test), new(test with { Analysis = 1 })];
        ClosedRule rule = new(new TestFamily.Closed(Members(2), Alpha, IntersectionMethod.Bonferroni, [0.7, 0.7]), courses);
        bool[] rejected = new bool[2];

        Judge(0, 40, first, second);
        Judge(1, 80, 6.0, 6.0);

        Assert.Equal([rejectsFirst, rejectsSecond], rejected);

        void Judge(int look, int events, double one, double other)
        {
            courses[0].TryTake(look, events, one);
            courses[1].TryTake(look, events, other);
            rule.Judge([.. courses.Select(course => new MemberResult(true, course.IsCrossed, 0.5, course.Z))], rejected);
        }
    }

    private static ImmutableArray<FamilyMember> Members(int count) => [.. Enumerable.Range(0, count).Select(index => new FamilyMember(index, RejectionSides.Benefit))];

    private static bool[] Judge(IFamilyRule rule, double[] pValues)
    {
        bool[] rejected = new bool[pValues.Length];
        rule.Restart();
        rule.Judge([.. pValues.Select(p => new MemberResult(true, p <= Alpha, p, -Normal.Quantile(p)))], rejected);
        return rejected;
    }

    private delegate void Adjust(ReadOnlySpan<double> pValues, Span<double> adjusted);

    private static void AssertRejects(IFamilyRule rule, int tests, Adjust adjust)
    {
        int some = 0;
        foreach (double[] pValues in PValues(tests))
        {
            double[] adjusted = new double[tests];
            adjust(pValues, adjusted);
            bool[] rejected = Judge(rule, pValues);

            Assert.Equal(adjusted.Select(p => p <= Alpha), rejected);
            some += rejected.Contains(true) && rejected.Contains(false) ? 1 : 0;
        }

        Assert.True(some > Sets / 10);
    }

    // Small ones, where decisions are near; a linear congruence is random enough.
    private static IEnumerable<double[]> PValues(int tests)
    {
        uint state = 20261121;
        for (int set = 0; set < Sets; set++)
        {
            double[] pValues = new double[tests];
            for (int i = 0; i < tests; i++)
            {
                state = (state * 1664525) + 1013904223;
                pValues[i] = 0.06 * ((state >> 8) + 1.0) / (1 << 24);
            }

            yield return pValues;
        }
    }
}
